/**
 * What is wrong with a policy before it is saved (docs/SPEC.md, PO3): its key, its shape, and what it refers to. The same
 * for saving and for previewing.
 */
import type { z } from 'zod';
import { ANY_STANDARD } from '../rules/compensation.ts';
import { OWNER_CATEGORIES } from '../rules/ladder.ts';
import { POLICY_KEYS, POLICY_SHAPES } from '../rules/policies.ts';
import type { PolicyKind, PolicyValues } from '../rules/policies.ts';
import type { Directory } from '../reads/directory.ts';
import { currentRoles, isActive } from '../reads/people.ts';
import type { PolicySource } from '../reads/policy-values.ts';
import type { InputIssue } from './refusal.ts';

/** Kinds of deadlines whose due time a person sets. */
const OWN_TIME: readonly string[] = ['PROMISE', 'DUTY'];

/** Where everything is looked up that a value speaks of. */
export type PolicyReferences = PolicySource & Pick<Directory, 'member' | 'category' | 'departmentByCode'>;

/** The value as it will be stored, or what is wrong with it, by paths from `key` and `value` down. */
export function checkPolicy<K extends PolicyKind>(
  directory: PolicyReferences,
  kind: K,
  key: string,
  value: unknown,
  now: Date,
): { ok: true; value: PolicyValues[K] } | { ok: false; issues: InputIssue[] } {
  if (!POLICY_KEYS[kind](key)) return { ok: false, issues: [{ path: ['key'], key: 'unknownPolicyKey' }] };
  const ofCategory = kind === 'dutyTemplate' || (kind === 'compensation' && key !== ANY_STANDARD);
  if (ofCategory && isGone(directory.category(key))) {
    return { ok: false, issues: [{ path: ['key'], key: 'unknownCategory', values: { code: key } }] };
  }
  const parsed = POLICY_SHAPES[kind].safeParse(value);
  const issues = parsed.success
    ? REFERENCES[kind]?.(directory, key, parsed.data as never, now)
    : parsed.error.issues.map(issueOf);
  if (issues !== undefined && issues.length > 0) {
    return { ok: false, issues: issues.map((issue) => ({ ...issue, path: ['value', ...issue.path] })) };
  }
  return { ok: true, value: parsed.data as PolicyValues[K] };
}

function issueOf(issue: z.core.$ZodIssue): InputIssue {
  const path = issue.path.map(String);
  if (issue.code === 'too_big') return { path, key: issue.message, values: { max: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { path, key: issue.message, values: { min: Number(issue.minimum) } };
  return { path, key: issue.message };
}

type Check<K extends PolicyKind> = (
  directory: PolicyReferences,
  key: string,
  value: PolicyValues[K],
  now: Date,
) => InputIssue[];

/** What a shape can't know: everything else that the company has, and that a value speaks of. */
const REFERENCES: { [K in PolicyKind]?: Check<K> } = {
  deadline: (_directory, key, { minutes }) => {
    if (OWN_TIME.includes(key) === (minutes === null)) return [];
    return [{ path: ['minutes'], key: minutes === null ? 'required' : 'ownDueTime' }];
  },
  desks: (directory, _key, desks) =>
    Object.entries(desks)
      .filter(([, code]) => directory.policy('calendar', code) === null)
      .map(([desk, code]) => ({ path: [desk], key: 'unknownCalendar', values: { code } })),
  ladder: (directory, _key, { steps }) =>
    Object.entries(steps).flatMap(([severity, list]) =>
      list.flatMap(({ to, onlyCategories }, i) => {
        const at = ['steps', severity, String(i)];
        const memberIds = to.map((target) => ('memberId' in target ? target.memberId : null));
        return [
          ...goneMembers(directory, [...at, 'to'], memberIds),
          ...goneCategories(directory, [...at, 'onlyCategories'], onlyCategories ?? []),
        ];
      }),
    ),
  roster: (directory, _key, { shifts, exceptions }, now) =>
    Object.entries({ shifts, exceptions }).flatMap(([part, turns]) =>
      turns.flatMap(({ memberIds }, i) => idleMembers(directory, [part, String(i), 'memberIds'], memberIds, now)),
    ),
  dutyTemplate: (directory, _key, { duties }) =>
    duties.flatMap(({ departmentCode: code }, i) =>
      isGone(directory.departmentByCode(code))
        ? [{ path: ['duties', String(i), 'departmentCode'], key: 'unknownDepartment', values: { code } }]
        : [],
    ),
  wipLimit: (directory, _key, { departments }) =>
    departments.flatMap(({ code }, i) =>
      isGone(directory.departmentByCode(code))
        ? [{ path: ['departments', String(i), 'code'], key: 'unknownDepartment', values: { code } }]
        : [],
    ),
};

/** Whether there is none of this name, or no longer one that is used. */
const isGone = (found: { archivedAt: Date | null } | null): boolean => found === null || found.archivedAt !== null;

/** Members whom nothing would reach: there are none of these ids, or they can't sign in. Null names no member. */
function goneMembers(directory: PolicyReferences, path: string[], ids: readonly (string | null)[]): InputIssue[] {
  return ids.flatMap((id, i) => {
    const member = directory.member(id);
    if (id === null || (member !== null && isActive(member))) return [];
    return [{ path: [...path, String(i)], key: 'unknownMember' }];
  });
}

/** Members who would never be on duty: nothing reaches them, or they do not coordinate. */
function idleMembers(directory: PolicyReferences, path: string[], ids: readonly string[], now: Date): InputIssue[] {
  const others = ids.flatMap((id, i) => {
    const member = directory.member(id);
    if (member === null || currentRoles(member, now).some(({ role }) => role === 'COORDINATOR')) return [];
    return [{ path: [...path, String(i)], key: 'notCoordinator' }];
  });
  const gone = goneMembers(directory, path, ids);
  return [...gone, ...others.filter(({ path: at }) => !gone.some((issue) => issue.path.join() === at.join()))];
}

/** Categories that no complaint can be given. Those of the product's own ladder are no mistake of who goes on from it. */
function goneCategories(directory: PolicyReferences, path: string[], codes: readonly string[]): InputIssue[] {
  return codes.flatMap((code, i) => {
    if (OWNER_CATEGORIES.includes(code) || !isGone(directory.category(code))) return [];
    return [{ path: [...path, String(i)], key: 'unknownCategory', values: { code } }];
  });
}
