import { describe, expect, test } from 'vitest';
import { mayOverride, mayRegister, permissionsOn, runsTheBoard } from '@redress/domain/rules/permissions';
import type { ComplaintPermissions, PermissionFacts } from '@redress/domain/rules/permissions';
import type { Principal } from '@redress/domain/rules/principal';
import { rulingPermissions } from '@redress/domain/rules/rulings';
import { ROLES, STAGES } from '@redress/domain/rules/vocabulary';
import { holds, member } from './arbitraries.ts';

const [HANDLING, ASKED, OTHER] = ['department-a', 'department-b', 'department-c'] as const;
const DEPARTMENTS = [HANDLING, ASKED, OTHER];

/** Everybody who might ask: each role in each department and for the company, tokens, the product, a customer. */
const PEOPLE: readonly Principal[] = [
  ...ROLES.flatMap((role) => [null, ...DEPARTMENTS].map((department) => member('member-1', holds(role, department)))),
  member('member-1'),
  { kind: 'INTEGRATION', id: 'token-1', name: 'wall', scopes: ['READ'] },
  { kind: 'INTEGRATION', id: 'token-2', name: 'till', scopes: ['ACT'] },
  { kind: 'SYSTEM', name: 'setup' },
  { kind: 'CUSTOMER' },
];

const BOTH = [true, false];
const HOLDS: readonly PermissionFacts['hold'][] = [
  null,
  { state: 'ACTIVE', requestedById: 'member-2' },
  { state: 'REQUESTED', requestedById: 'member-1' },
  { state: 'REQUESTED', requestedById: 'member-2' },
  { state: 'REQUESTED', requestedById: null },
];
const WITHOUT_SURVEY: readonly PermissionFacts[] = STAGES.flatMap((stage) =>
  [HANDLING, null].flatMap((departmentId) =>
    BOTH.flatMap((isClaimed) =>
      BOTH.flatMap((isRegistrar) =>
        [null, { fromDepartmentId: HANDLING, toDepartmentId: ASKED }].flatMap((pendingHandoff) =>
          BOTH.flatMap((isContested) =>
            HOLDS.flatMap((hold) =>
              [[], ['member-1'], ['member-2']].map((escalatedToIds) => ({
                stage,
                departmentId,
                isClaimed,
                assigneeId: null,
                registrarId: isRegistrar ? 'member-1' : 'member-2',
                pendingHandoff,
                isContested,
                hold,
                escalatedToIds,
                concernedIds: [],
                survey: null,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** What a survey waits for, and who handled the case. */
const SURVEYS: readonly PermissionFacts['survey'][] = (['VERDICT', 'FINAL_ANSWER'] as const).flatMap((waits) =>
  [[], ['member-1'], ['member-2']].map((handlerIds) => ({ waits, handlerIds })),
);
const ALL_FACTS: readonly PermissionFacts[] = [
  ...WITHOUT_SURVEY,
  ...WITHOUT_SURVEY.filter(({ stage }) => stage === 'FOLLOWING_UP').flatMap((facts) =>
    SURVEYS.map((survey) => ({ ...facts, survey })),
  ),
];

const isRole = (who: Principal, ...roles: string[]) =>
  who.kind === 'MEMBER' && who.roles.some(({ role }) => roles.includes(role));
const isIn = (who: Principal, department: string | null, ...roles: string[]) =>
  department !== null &&
  who.kind === 'MEMBER' &&
  who.roles.some((held) => held.departmentId === department && roles.includes(held.role));
const worksIn = (who: Principal, department: string | null) =>
  isIn(who, department, 'AGENT', 'DEPARTMENT_HEAD', 'DEPUTY_HEAD');
const headOf = (who: Principal, department: string | null) => isIn(who, department, 'DEPARTMENT_HEAD', 'DEPUTY_HEAD');
const actingToken = (who: Principal) => who.kind === 'INTEGRATION' && who.scopes.includes('ACT');
/** Coordinators, and who may do what they may: a token with ACT, and the product's own set-up. */
const onTheBoard = (who: Principal) => isRole(who, 'COORDINATOR') || actingToken(who) || who.kind === 'SYSTEM';

/** docs/SPEC.md, PERM1–PERM8, written down a second time. A closed complaint is reopened before anything else. */
const RULES: Record<
  keyof ComplaintPermissions,
  [rule: string, allowed: (who: Principal, on: PermissionFacts) => boolean]
> = {
  claim: [
    'PERM1',
    (who, on) =>
      on.stage !== 'CLOSED' &&
      on.departmentId !== null &&
      !on.isClaimed &&
      on.pendingHandoff === null &&
      (onTheBoard(who) || headOf(who, on.departmentId)),
  ],
  move: ['PERM2', (who, on) => onTheBoard(who) || worksIn(who, on.departmentId)],
  route: ['PERM3', (who, on) => on.stage !== 'CLOSED' && on.pendingHandoff === null && onTheBoard(who)],
  assign: ['PERM4', mayPassOn],
  handOff: ['CT2', (who, on) => !on.isContested && mayPassOn(who, on)],
  rule: ['CT4', (who, on) => on.stage !== 'CLOSED' && on.isContested && onTheBoard(who)],
  giveDuty: ['DU1', (who, on) => on.stage !== 'CLOSED' && (onTheBoard(who) || headOf(who, on.departmentId))],
  answerHandoff: [
    'PERM5',
    (who, on) => on.pendingHandoff !== null && (onTheBoard(who) || headOf(who, on.pendingHandoff.toDepartmentId)),
  ],
  withdrawHandoff: [
    'PERM5',
    (who, on) => on.pendingHandoff !== null && (onTheBoard(who) || headOf(who, on.pendingHandoff.fromDepartmentId)),
  ],
  contact: ['PERM6', talksToCustomer],
  setFacts: ['FA1', talksToCustomer],
  promise: ['PM1', talksToCustomer],
  resolve: ['RS1', (who, on) => on.stage !== 'CLOSED' && (onTheBoard(who) || worksIn(who, on.departmentId))],
  hold: [
    'HD1',
    (who, on) =>
      on.stage !== 'RECEIVED' &&
      on.stage !== 'CLOSED' &&
      on.hold === null &&
      (onTheBoard(who) || worksIn(who, on.departmentId)),
  ],
  approveHold: ['HD4', (who, on) => on.hold?.state === 'REQUESTED' && approves(who) && !askedFor(who, on)],
  refuseHold: [
    'HD4',
    (who, on) => on.hold?.state === 'REQUESTED' && (approves(who) || actingToken(who) || askedFor(who, on)),
  ],
  resume: ['HD6', (who, on) => on.hold?.state === 'ACTIVE' && (onTheBoard(who) || worksIn(who, on.departmentId))],
  comment: ['PERM7', mayLeaveWords],
  attach: ['FL1', mayLeaveWords],
  override: ['PERM8', (who, on) => on.stage !== 'CLOSED' && (isRole(who, 'COORDINATOR') || who.kind === 'SYSTEM')],
  escalate: ['ES8', (who, on) => on.stage !== 'CLOSED' && mayLeaveWords(who)],
  takeOn: [
    'ES9',
    (who, on) =>
      on.stage !== 'CLOSED' &&
      on.escalatedToIds.length > 0 &&
      (onTheBoard(who) ||
        headOf(who, on.departmentId) ||
        (who.kind === 'MEMBER' && on.escalatedToIds.includes(who.id) && mayLeaveWords(who))),
  ],
  urge: ['ES11', (who, on) => on.stage !== 'CLOSED' && mayLeaveWords(who)],
  supervise: ['ES12', (who, on) => on.stage !== 'CLOSED' && onTheBoard(who)],
  investigate: [
    'IV1',
    (who, on) => on.stage !== 'RECEIVED' && on.stage !== 'CLOSED' && (onTheBoard(who) || worksIn(who, on.departmentId)),
  ],
  decideResponsibility: [
    'IV6',
    (who, on) =>
      on.stage !== 'RECEIVED' &&
      on.stage !== 'CLOSED' &&
      (isRole(who, 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER') || who.kind === 'SYSTEM'),
  ],
  concern: [
    'IV12',
    (who, on) => {
      const registered = who.kind === 'MEMBER' && who.id === on.registrarId && who.roles.some(({ role }) => acts(role));
      return on.stage !== 'CLOSED' && (onTheBoard(who) || headOf(who, on.departmentId) || registered);
    },
  ],
  group: ['GC1', (who, on) => on.stage !== 'CLOSED' && onTheBoard(who)],
  regulator: ['RC1', talksToCustomer],
  reviewRegulatorAnswer: [
    'RC5',
    (who, on) => on.stage !== 'CLOSED' && (isRole(who, 'SUPERVISOR') || who.kind === 'SYSTEM'),
  ],
  holdReplies: [
    'PS1',
    (who, on) =>
      on.stage !== 'CLOSED' && (isRole(who, 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER') || who.kind === 'SYSTEM'),
  ],
  markDemand: ['UD1', (who) => isRole(who, 'SUPERVISOR') || who.kind === 'SYSTEM'],
  merge: ['MG2', (who, on) => on.stage !== 'CLOSED' && (onTheBoard(who) || headOf(who, on.departmentId))],
  reveal: [
    'PD6',
    (who, on) =>
      isRole(who, 'COORDINATOR') ||
      worksIn(who, on.departmentId) ||
      (who.kind === 'MEMBER' && who.id === on.registrarId && who.roles.some(({ role }) => acts(role))),
  ],
  survey: [
    'SV4',
    (who, on) =>
      on.survey?.waits === 'VERDICT' &&
      mayLeaveWords(who) &&
      !(who.kind === 'MEMBER' && on.survey.handlerIds.includes(who.id)),
  ],
  finalAnswer: [
    'SV10',
    (who, on) => on.survey?.waits === 'FINAL_ANSWER' && (isRole(who, 'SUPERVISOR') || who.kind === 'SYSTEM'),
  ],
};

function talksToCustomer(who: Principal, on: PermissionFacts): boolean {
  const isRegistrar = who.kind === 'MEMBER' && who.id === on.registrarId && who.roles.some(({ role }) => acts(role));
  return on.stage !== 'CLOSED' && (onTheBoard(who) || worksIn(who, on.departmentId) || isRegistrar);
}

const acts = (role: string) => role !== 'AUDITOR' && role !== 'ADMIN';
const approves = (who: Principal) => isRole(who, 'COORDINATOR', 'SUPERVISOR') || who.kind === 'SYSTEM';
const askedFor = (who: Principal, on: PermissionFacts) =>
  who.kind === 'MEMBER' && on.hold !== null && who.id === on.hold.requestedById;

function mayLeaveWords(who: Principal): boolean {
  return onTheBoard(who) || (who.kind === 'MEMBER' && who.roles.some(({ role }) => leavesWords(role)));
}

function mayPassOn(who: Principal, on: PermissionFacts): boolean {
  const movable = on.stage !== 'CLOSED' && on.departmentId !== null && on.pendingHandoff === null;
  return movable && (onTheBoard(who) || headOf(who, on.departmentId));
}

function leavesWords(role: string): boolean {
  return role !== 'AUDITOR' && role !== 'ADMIN';
}

describe('permissions', () => {
  const cases = Object.entries(RULES).map(([name, [rule, allowed]]) => [rule, name, allowed] as const);

  test.each(cases)(
    '[%s] %s is given to those whom the rule names, on every complaint there can be',
    (_rule, name, allowed) => {
      const wrong = PEOPLE.flatMap((who) =>
        ALL_FACTS.filter((on) => permissionsOn(who, on)[name as keyof ComplaintPermissions] !== allowed(who, on)).map(
          (on) => ({ who, on }),
        ),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('[PERM8] every permission has its rule', () => {
    expect(Object.keys(permissionsOn(PEOPLE[0]!, ALL_FACTS[0]!)).sort()).toEqual(Object.keys(RULES).sort());
  });

  test('[PERM8] a token with ACT does what a coordinator does, but waives nothing; one with READ changes nothing', () => {
    const [reader, actor] = PEOPLE.filter((who) => who.kind === 'INTEGRATION');
    const coordinator = member('member-1', holds('COORDINATOR'));
    for (const on of ALL_FACTS.filter(
      ({ registrarId, escalatedToIds, survey }) =>
        ![registrarId, ...escalatedToIds, ...(survey?.handlerIds ?? [])].includes('member-1'),
    )) {
      expect(permissionsOn(actor!, on)).toEqual({
        ...permissionsOn(coordinator, on),
        override: false,
        approveHold: false,
        decideResponsibility: false,
        holdReplies: false,
        reveal: false,
      });
      expect(Object.values(permissionsOn(reader!, on))).not.toContain(true);
    }
    expect([mayOverride(actor!), runsTheBoard(actor!), runsTheBoard(reader!)]).toEqual([false, true, false]);
  });

  test('[PERM9] the deputy may do whatever the head may, and appeal', () => {
    const [head, deputy] = (['DEPARTMENT_HEAD', 'DEPUTY_HEAD'] as const).map((role) =>
      member('member-1', holds(role, HANDLING)),
    );
    for (const on of ALL_FACTS) expect(permissionsOn(deputy!, on)).toEqual(permissionsOn(head!, on));
    const ruling = {
      departmentId: HANDLING,
      ruledById: 'member-9',
      appealUntil: new Date(1),
      appealState: 'NONE',
      appealedById: null,
      overturnedToId: null,
    } as const;
    for (const person of [head, deputy]) {
      const complaint = { stage: 'CONFIRMED', departmentId: HANDLING } as const;
      expect(rulingPermissions(person!, ruling, complaint, new Date(0))).toEqual({ appeal: true, decide: false });
    }
  });

  test('[IV10] whoever it is about may comment as before, and nothing else', () => {
    const wrong = PEOPLE.filter((who) => who.kind === 'MEMBER').flatMap((who) =>
      ALL_FACTS.filter((on) => {
        const concerned = permissionsOn(who, { ...on, concernedIds: ['member-2', 'member-1'] });
        const others = permissionsOn(who, { ...on, concernedIds: ['member-2'] });
        const own = Object.entries(concerned).filter(([name, may]) => may && name !== 'comment');
        return own.length > 0 || concerned.comment !== others.comment;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('[RG1] complaints are registered by members of a department, coordinators and acting tokens', () => {
    const wrong = PEOPLE.filter((who) => {
      const expected = onTheBoard(who) || DEPARTMENTS.some((department) => worksIn(who, department));
      return mayRegister(who) !== expected;
    });
    expect(wrong).toEqual([]);
  });
});
