/**
 * What a policy would do to the clocks that run, before it is saved (docs/SPEC.md, PO9): by the functions that recompute
 * them when it is. Numbers only: who keeps the settings sees no complaint.
 */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '@redress/prisma/client';
import type { ClockPlan } from '../rules/deadlines.ts';
import type { PolicyKind } from '../rules/policies.ts';
import type { DeadlineKind, Severity } from '../rules/vocabulary.ts';
import { uuidv7 } from 'uuidv7';
import type { Department, Directory, Policy } from './directory.ts';
import { outdatedClocks, renewed } from './outdated-clocks.ts';
import type { OutdatedClock } from './outdated-clocks.ts';
import type { PolicySource } from './policy-values.ts';

export interface Effect {
  /** Complaints with a clock that moves. */
  complaints: number;
  clocks: number;
  earlier: number;
  later: number;
  /** Clocks that would be breached at once. */
  overdue: number;
}

export interface GroupEffect extends Omit<Effect, 'complaints'> {
  departmentId: string | null;
  kind: DeadlineKind;
}

export interface MovedClock {
  departmentId: string | null;
  kind: DeadlineKind;
  severity: Severity;
  dueFrom: Date;
  dueTo: Date;
}

export interface PolicyEffect {
  total: Effect;
  groups: GroupEffect[];
  /** Some of the clocks that move the furthest. */
  sample: MovedClock[];
}

const SAMPLE = 10;
const TURN = 500;

/** A policy row as saving it would write it. */
export function proposedPolicy(directory: Directory, kind: PolicyKind, key: string, value: unknown, at: Date): Policy {
  const known = directory.policy(kind, key);
  const rest = { origin: 'ADMIN', createdById: null, reason: null } as const;
  return {
    id: uuidv7(),
    kind,
    key,
    version: (known?.version ?? 0) + 1,
    value: value as Policy['value'],
    validFrom: at,
    ...rest,
  };
}

/** The directory as it would be with this policy, or with this department. */
export function withProposal(directory: Directory, proposal: Policy | Department): PolicySource {
  if (!('kind' in proposal)) {
    return {
      policy: (kind, key) => directory.policy(kind, key),
      policyById: (id) => directory.policyById(id),
      department: (id) => (id === proposal.id ? proposal : directory.department(id)),
    };
  }
  return {
    policy: (kind, key) => (kind === proposal.kind && key === proposal.key ? proposal : directory.policy(kind, key)),
    policyById: (id) => (id === proposal.id ? proposal : directory.policyById(id)),
    department: (id) => directory.department(id),
  };
}

/** What these policies would do to the clocks that run at `at`. */
export async function policyEffect(
  db: Database,
  directory: Directory,
  policies: PolicySource,
  at: Date,
): Promise<PolicyEffect> {
  const complaints = new Set<string>();
  const groups = new Map<string, GroupEffect>();
  let sample: MovedClock[] = [];
  for await (const page of outdatedClocks(db, policies, directory.departments)) {
    for (const [i, clock] of page.entries()) {
      if (i % TURN === TURN - 1) await setImmediate();
      const plan = renewed(clock, policies, at);
      if (plan === null) continue;
      complaints.add(clock.complaintId);
      count(groups, clock, plan, at);
      if (!clock.paused) sample.push(movedClock(clock, plan.dueAt));
    }
    sample = sample.sort((a, b) => shift(b) - shift(a)).slice(0, SAMPLE);
  }
  const order = [...groups.values()].sort((a, b) => b.clocks - a.clocks);
  const sum = (of: 'clocks' | 'earlier' | 'later' | 'overdue') => order.reduce((all, group) => all + group[of], 0);
  const total = {
    complaints: complaints.size,
    clocks: sum('clocks'),
    earlier: sum('earlier'),
    later: sum('later'),
    overdue: sum('overdue'),
  };
  return { total, groups: order, sample };
}

function count(groups: Map<string, GroupEffect>, clock: OutdatedClock, plan: ClockPlan, at: Date): void {
  const { departmentId, kind, paused } = clock;
  const name = `${departmentId}/${kind}`;
  const group = groups.get(name) ?? { departmentId, kind, clocks: 0, earlier: 0, later: 0, overdue: 0 };
  group.clocks += 1;
  // One that stands still has no due time to compare: it will go on with another allowance.
  const gained = paused ? plan.allowanceMs - clock.allowanceMs : plan.dueAt.getTime() - clock.dueAt.getTime();
  if (gained < 0) group.earlier += 1;
  if (gained > 0) group.later += 1;
  if (plan.dueAt <= at && !paused) group.overdue += 1;
  groups.set(name, group);
}

const movedClock = ({ departmentId, kind, severity, dueAt }: OutdatedClock, dueTo: Date): MovedClock => ({
  departmentId,
  kind,
  severity,
  dueFrom: dueAt,
  dueTo,
});

const shift = ({ dueFrom, dueTo }: MovedClock) => Math.abs(dueTo.getTime() - dueFrom.getTime());
