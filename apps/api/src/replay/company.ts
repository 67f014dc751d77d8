/**
 * The company that a log tells of: each group a department with a head, each category, and one coordinator. Nobody of
 * them can sign in; an administrator may give them people later.
 */
import type { ActionContext } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { Directory } from '@redress/domain/reads/directory';
import type { Principal } from '@redress/domain/rules/principal';
import { memberPrincipal } from '../session/member-principal.ts';
import { UNNAMED_GROUP } from './case-steps.ts';
import type { CaseStory } from './case-steps.ts';
import { CRITERIA_WITHOUT_CONTENT } from './criteria.ts';

/** Who plays which part. */
export interface Company {
  departmentCode(group: string): string;
  categoryCode(category: string): string;
  head(group: string): Principal;
  coordinator: Principal;
}

/** A department's head holds their role from before the first case on. */
const SET_UP_BEFORE_MS = 24 * 3_600_000;

const departmentCode = (group: string) => `group-${group}`;
const categoryCode = (category: string) => `log-${category}`;
/** `.invalid` is nobody's domain, now and for ever. */
const address = (name: string) => `${name}@replay.invalid`;

/** Puts the company in place, as it was before the log begins. What is there already stays. */
export async function foundCompany(base: ActionContext, stories: readonly CaseStory[]): Promise<Company> {
  const startsAt = Math.min(...stories.map(({ steps }) => steps[0]!.at)) - SET_UP_BEFORE_MS;
  const ctx = { ...base, now: () => new Date(startsAt) };
  const { directory } = ctx;
  const { groups, categories } = namesIn(stories);
  const isNew = ({ email }: { email: string }) => !directory.members.some((member) => member.email === email);
  await directoryPut(ctx, {
    policies: CRITERIA_WITHOUT_CONTENT.filter(({ kind, key }) => directory.policy(kind, key)?.origin !== 'ADMIN'),
    departments: groups
      .filter((group) => directory.departmentByCode(departmentCode(group)) === null)
      .map((group) => ({ code: departmentCode(group), ...departmentNames(group) })),
    categories: categories
      .filter((category) => directory.category(categoryCode(category)) === null)
      .map((category) => ({
        code: categoryCode(category),
        nameZh: `类别 ${category}`,
        nameEn: `Category ${category}`,
      })),
    members: [
      { email: address('coordinator'), name: 'Coordinator', roles: [{ role: 'COORDINATOR' as const }] },
      ...groups.map((group) => ({
        email: address(departmentCode(group)),
        name: departmentNames(group).nameEn,
        roles: [{ role: 'DEPARTMENT_HEAD' as const, departmentCode: departmentCode(group) }],
      })),
    ].filter(isNew),
  });
  const heads = new Map(groups.map((group) => [group, principal(directory, departmentCode(group), startsAt)]));
  return {
    departmentCode,
    categoryCode,
    head: (group) => heads.get(group)!,
    coordinator: principal(directory, 'coordinator', startsAt),
  };
}

function namesIn(stories: readonly CaseStory[]): { groups: string[]; categories: string[] } {
  const groups = new Set<string>();
  const categories = new Set<string>();
  for (const step of stories.flatMap(({ steps }) => steps)) {
    if (step.do === 'route' || step.do === 'handOver') groups.add(step.group);
    if ((step.do === 'register' || step.do === 'grade') && step.category !== null) categories.add(step.category);
  }
  const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  return { groups: [...groups].sort(byNumber), categories: [...categories].sort(byNumber) };
}

function departmentNames(group: string) {
  if (group === UNNAMED_GROUP) {
    return { nameZh: '日志未写明的小组', nameEn: 'Group the log does not name', shortZh: '未写明', shortEn: 'Unnamed' };
  }
  return { nameZh: `第 ${group} 组`, nameEn: `Group ${group}`, shortZh: `${group} 组`, shortEn: `Group ${group}` };
}

function principal(directory: Directory, name: string, at: number): Principal {
  const member = directory.members.find(({ email }) => email === address(name));
  const found = member && memberPrincipal(directory, member.id, 'replay', new Date(at));
  if (!found) throw new Error(`${address(name)} can't act; a replay needs them`);
  return found;
}
