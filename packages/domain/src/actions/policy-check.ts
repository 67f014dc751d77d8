/**
 * What is wrong with a policy before it is saved (docs/SPEC.md, PO3): its key, its shape, and what it refers to. The same
 * for saving and for previewing.
 */
import type { z } from 'zod';
import { POLICY_KEYS, POLICY_SHAPES } from '../rules/policies.ts';
import type { PolicyKind, PolicyValues } from '../rules/policies.ts';
import type { PolicySource } from '../reads/policy-values.ts';
import type { InputIssue } from './refusal.ts';

/** Kinds of deadlines whose due time a person sets. */
const OWN_TIME: readonly string[] = ['PROMISE', 'DUTY'];

/** The value as it will be stored, or what is wrong with it, by paths from `key` and `value` down. */
export function checkPolicy<K extends PolicyKind>(
  policies: PolicySource,
  kind: K,
  key: string,
  value: unknown,
): { ok: true; value: PolicyValues[K] } | { ok: false; issues: InputIssue[] } {
  if (!POLICY_KEYS[kind](key)) return { ok: false, issues: [{ path: ['key'], key: 'unknownPolicyKey' }] };
  const parsed = POLICY_SHAPES[kind].safeParse(value);
  const issues = parsed.success
    ? REFERENCES[kind]?.(policies, key, parsed.data as never)
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

type Check<K extends PolicyKind> = (policies: PolicySource, key: string, value: PolicyValues[K]) => InputIssue[];

/** What a shape can't know: the other policies that a value speaks of. */
const REFERENCES: { [K in PolicyKind]?: Check<K> } = {
  deadline: (_policies, key, { minutes }) => {
    if (OWN_TIME.includes(key) === (minutes === null)) return [];
    return [{ path: ['minutes'], key: minutes === null ? 'required' : 'ownDueTime' }];
  },
  desks: (policies, _key, desks) =>
    Object.entries(desks)
      .filter(([, code]) => policies.policy('calendar', code) === null)
      .map(([desk, code]) => ({ path: [desk], key: 'unknownCalendar', values: { code } })),
};
