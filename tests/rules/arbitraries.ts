/** Values that properties of the rules are tried with. Departments and members are few, so that they often meet. */
import fc from 'fast-check';
import type { Filter, FilteredFacts } from '@redress/domain/rules/filter';
import type { MemberPrincipal, Principal, RoleHolding } from '@redress/domain/rules/principal';
import { CHANNELS, ROLES, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import type { Role } from '@redress/domain/rules/vocabulary';

export const DEPARTMENTS = ['department-a', 'department-b', 'department-c'] as const;
export const MEMBERS = ['member-1', 'member-2', 'member-3'] as const;
export const CATEGORIES = ['delivery', 'delivery.late', 'delivery.late.twice', 'deliveryman', 'quality'] as const;

/** A member who holds these roles. */
export function member(id: string, ...roles: RoleHolding[]): MemberPrincipal {
  return { kind: 'MEMBER', id, sessionId: `session-of-${id}`, name: id, roles };
}

/** A role for the company, or in one department. */
export function holds(role: Role, departmentId: string | null = null): RoleHolding {
  return { role, departmentId };
}

const someDepartment = fc.option(fc.constantFrom(...DEPARTMENTS));
const someMember = fc.option(fc.constantFrom(...MEMBERS));
const moment = fc.integer({ min: 0, max: 9 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day)));

/** A condition of a filter: most often none, so that filters let enough through to be worth trying. */
const sometimes = <T>(condition: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: condition });
const subset = <T>(values: readonly T[]) => sometimes(fc.subarray([...values]));
const condition = sometimes(fc.boolean());

export const roleHoldings: fc.Arbitrary<RoleHolding[]> = fc.array(
  fc.oneof(
    fc.record({ role: fc.constantFrom(...ROLES), departmentId: someDepartment }),
    fc.record({ role: fc.constantFrom('AGENT', 'DEPUTY_HEAD'), departmentId: fc.constantFrom(...DEPARTMENTS) }),
  ),
  { maxLength: 2 },
);

export const principals: fc.Arbitrary<Principal> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...MEMBERS), roleHoldings).map(([id, roles]) => member(id, ...roles)),
  },
  {
    weight: 1,
    arbitrary: fc.subarray(['READ', 'ACT'] as const).map((scopes) => ({
      kind: 'INTEGRATION' as const,
      id: 'token-1',
      name: 'till',
      scopes,
    })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'CUSTOMER' as const }) },
);

export const filteredFacts: fc.Arbitrary<FilteredFacts> = fc.record({
  stage: fc.constantFrom(...STAGES),
  severity: fc.constantFrom(...SEVERITIES),
  channel: fc.constantFrom(...CHANNELS),
  departmentId: someDepartment,
  categoryCode: fc.option(fc.constantFrom(...CATEGORIES)),
  assigneeId: someMember,
  processOwnerId: someMember,
  receivedAt: moment.map((at) => at.toISOString()),
  isClaimed: fc.boolean(),
  isBreached: fc.boolean(),
  handoffPending: fc.boolean(),
  isContested: fc.boolean(),
  isEscalated: fc.boolean(),
  isOnHold: fc.boolean(),
  isRegulator: fc.boolean(),
});

/** Filters without text, which no rule can answer. */
export const filters: fc.Arbitrary<Filter> = fc.record({
  stages: subset(STAGES),
  severities: subset(SEVERITIES),
  channels: subset(CHANNELS),
  departmentIds: subset(DEPARTMENTS),
  categoryCodes: subset(CATEGORIES),
  assigneeId: sometimes(fc.constantFrom(...MEMBERS)),
  text: fc.constant(null),
  mine: condition,
  unclaimed: condition,
  breached: condition,
  pendingHandoff: condition,
  contested: condition,
  escalated: condition,
  onHold: condition,
  regulator: condition,
  receivedFrom: sometimes(moment),
  receivedBefore: sometimes(moment),
});

/** Ids that may see a complaint: departments and members, without repetition. */
export const grants: fc.Arbitrary<string[]> = fc.subarray<string>([...DEPARTMENTS, ...MEMBERS]);
