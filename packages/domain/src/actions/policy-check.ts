/**
 * What is wrong with a policy before it is saved (docs/SPEC.md, PO3): its key, its shape, and what it refers to. The same
 * for saving and for previewing.
 */
import type { z } from 'zod';
import { POLICY_KEYS, POLICY_SHAPES } from '../rules/policies.ts';
import type { PolicyKind, PolicyValues } from '../rules/policies.ts';
import type { Directory } from '../reads/directory.ts';
import { isActive } from '../reads/people.ts';
import type { PolicySource } from '../reads/policy-values.ts';
import type { InputIssue } from './refusal.ts';

/** Kinds of deadlines whose due time a person sets. */
const OWN_TIME: readonly string[] = ['PROMISE', 'DUTY'];

/** Where the policies and members are looked up that a value speaks of. */
export type PolicyReferences = PolicySource & Pick<Directory, 'member'>;

/** The value as it will be stored, or what is wrong with it, by paths from `key` and `value` down. */
export function checkPolicy<K extends PolicyKind>(
  directory: PolicyReferences,
  kind: K,
  key: string,
  value: unknown,
): { ok: true; value: PolicyValues[K] } | { ok: false; issues: InputIssue[] } {
  if (!POLICY_KEYS[kind](key)) return { ok: false, issues: [{ path: ['key'], key: 'unknownPolicyKey' }] };
  const parsed = POLICY_SHAPES[kind].safeParse(value);
  const issues = parsed.success
    ? REFERENCES[kind]?.(directory, key, parsed.data as never)
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

type Check<K extends PolicyKind> = (directory: PolicyReferences, key: string, value: PolicyValues[K]) => InputIssue[];

/** What a shape can't know: the other policies, and the members, that a value speaks of. */
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
      list.flatMap(({ to }, i) =>
        goneMembers(
          directory,
          ['steps', severity, String(i), 'to'],
          to.map((target) => ('memberId' in target ? target.memberId : null)),
        ),
      ),
    ),
  roster: (directory, _key, { shifts, exceptions }) =>
    Object.entries({ shifts, exceptions }).flatMap(([part, turns]) =>
      turns.flatMap(({ memberIds }, i) => goneMembers(directory, [part, String(i), 'memberIds'], memberIds)),
    ),
};

/** Members whom nothing would reach: there are none of these ids, or they can't sign in. Null names no member. */
function goneMembers(directory: PolicyReferences, path: string[], ids: readonly (string | null)[]): InputIssue[] {
  return ids.flatMap((id, i) => {
    const member = directory.member(id);
    if (id === null || (member !== null && isActive(member))) return [];
    return [{ path: [...path, String(i)], key: 'unknownMember' }];
  });
}
