/**
 * Policies: every number of the product is a versioned row. These are the rows that a new installation starts with
 * (domain.md, "Deadlines"); an upgrade replaces rows of origin DEFAULT, never an administrator's.
 */
import { z } from 'zod';
import type { DeadlinePolicy } from './deadlines.ts';

const minutes = z.number().int().positive().max(525_600);

/** The shape of a policy's value, by kind. */
export const POLICY_SHAPES = {
  deadline: z.strictObject({
    minutes: z.strictObject({ URGENT: minutes, IMPORTANT: minutes, GENERAL: minutes }),
    runsIn: z.literal('ALWAYS'),
  }),
} as const;

export type PolicyKind = keyof typeof POLICY_SHAPES;

interface PolicySeed {
  kind: PolicyKind;
  key: string;
  value: DeadlinePolicy;
}

const hours = (count: number) => count * 60;

export const DEFAULT_POLICIES: readonly PolicySeed[] = [
  {
    kind: 'deadline',
    key: 'CLAIM',
    value: { minutes: { URGENT: 15, IMPORTANT: 60, GENERAL: 60 }, runsIn: 'ALWAYS' },
  },
  {
    kind: 'deadline',
    key: 'FIRST_RESPONSE',
    value: { minutes: { URGENT: 30, IMPORTANT: hours(4), GENERAL: hours(24) }, runsIn: 'ALWAYS' },
  },
  {
    kind: 'deadline',
    key: 'RESOLUTION',
    value: { minutes: { URGENT: hours(24), IMPORTANT: hours(48), GENERAL: hours(72) }, runsIn: 'ALWAYS' },
  },
];

/** A deadline policy's value as it was stored; throws when the row is not what its kind says. */
export function parseDeadlinePolicy(value: unknown): DeadlinePolicy {
  return POLICY_SHAPES.deadline.parse(value);
}
