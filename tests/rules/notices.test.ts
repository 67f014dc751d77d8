import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticesOf } from '@redress/domain/rules/notices';
import type { Happening, NoticeCase, NoticePeople } from '@redress/domain/rules/notices';
import { NOTIFICATION_KINDS } from '@redress/domain/rules/vocabulary';
import type { DeadlineKind } from '@redress/domain/rules/vocabulary';

const LEADERS: Record<string, string[]> = { logistics: ['head', 'deputy'], warehouse: ['keeper'], empty: [] };
const EVERYBODY = [
  'head',
  'deputy',
  'keeper',
  'driver',
  'packer',
  'coordinator',
  'supervisor',
  'executive',
  'stranger',
];

const people = (blind: readonly string[] = ['stranger']): NoticePeople => ({
  leadersOf: (departmentId) => LEADERS[departmentId] ?? [],
  coordinatorsOnDuty: () => ['coordinator'],
  supervisors: () => ['supervisor'],
  withRole: (role) => (role === 'EXECUTIVE' ? ['executive', 'head'] : ['supervisor', 'coordinator']),
  sees: (memberId) => !blind.includes(memberId),
});

const CLOCKS: Record<string, { kind: DeadlineKind; departmentId: string | null; subjectId: string }> = {
  resolution: { kind: 'RESOLUTION', departmentId: null, subjectId: 'case' },
  claim: { kind: 'CLAIM', departmentId: 'warehouse', subjectId: 'handoff' },
  dispatch: { kind: 'DISPATCH', departmentId: null, subjectId: 'case' },
  ruling: { kind: 'RULING', departmentId: null, subjectId: 'case' },
  owned: { kind: 'DUTY', departmentId: 'warehouse', subjectId: 'owned-duty' },
  duty: { kind: 'DUTY', departmentId: 'warehouse', subjectId: 'duty' },
};

const complaint = (facts: Partial<NoticeCase> = {}): NoticeCase => ({
  complaintId: 'case',
  stage: 'CONFIRMED',
  history: false,
  departmentId: 'logistics',
  isClaimed: true,
  byCustomer: false,
  assigneeId: 'driver',
  handoffAskedById: 'head',
  deadline: (id) => CLOCKS[id] ?? null,
  duty: (id) =>
    id === 'owned-duty'
      ? { departmentId: 'warehouse', ownerId: 'packer' }
      : { departmentId: 'warehouse', ownerId: null },
  ruling: { fromDepartmentId: 'logistics', departmentId: 'warehouse', ruledById: 'coordinator' },
  approval: () => ({ askedById: 'head', decidedByIds: ['coordinator', null] }),
  ...facts,
});

/** Who is told what, as `member: KIND subject`. */
function told(events: Happening[], facts: Partial<NoticeCase> = {}, actorId: string | null = null): string[] {
  return noticesOf(events, complaint(facts), people(), actorId).map(
    ({ memberId, kind, subjectId }) => `${memberId}: ${kind} ${subjectId}`,
  );
}

const routed: Happening = { type: 'ComplaintRouted', payload: {} };
const registered: Happening = { type: 'ComplaintRegistered', payload: {} };
const breached = (deadlineId: string): Happening => ({
  type: 'DeadlineBreached',
  payload: { deadlineId, kind: CLOCKS[deadlineId]!.kind },
});
const escalated = (memberIds: string[], deadlineId: string | null = null): Happening => ({
  type: 'ComplaintEscalated',
  payload: { escalationId: deadlineId === null ? 'by-hand' : `climb-${deadlineId}`, level: 1, deadlineId, memberIds },
});

describe('who is told', () => {
  test('[NT1] what waits goes to who can answer it', () => {
    expect(told([registered, routed], { isClaimed: false })).toEqual([
      'head: CLAIM_WAITING case',
      'deputy: CLAIM_WAITING case',
    ]);
    expect(told([registered], { departmentId: null })).toEqual(['coordinator: DISPATCH_WAITING case']);
    const reopened = { type: 'ComplaintMoved', payload: { reopenedRound: 2 } } as const;
    expect(told([reopened], { isClaimed: false })).toEqual(['head: CLAIM_WAITING case', 'deputy: CLAIM_WAITING case']);
    const asked = { handoffId: 'handoff', toDepartmentId: 'warehouse' };
    expect(told([{ type: 'HandoffRequested', payload: asked }])).toEqual(['keeper: HANDOFF_ASKED handoff']);
    const duty = (dutyId: string): Happening => ({ type: 'DutyGiven', payload: { dutyId, departmentId: 'warehouse' } });
    expect(told([duty('duty'), duty('owned-duty')])).toEqual([
      'keeper: DUTY_GIVEN duty',
      'packer: DUTY_GIVEN owned-duty',
    ]);
    expect(told([{ type: 'ComplaintContested', payload: {} }])).toEqual(['coordinator: CONTESTED case']);
    expect(told([{ type: 'RulingAppealed', payload: { rulingId: 'ruling' } }])).toEqual([
      'supervisor: APPEALED ruling',
    ]);
    expect(told([{ type: 'HoldRequested', payload: { holdId: 'hold' } }])).toEqual([
      'coordinator: HOLD_REQUESTED hold',
      'supervisor: HOLD_REQUESTED hold',
    ]);
  });

  test('[NT2] a warning or a breach goes to whose clock it is', () => {
    expect(told([breached('resolution')])).toEqual(['driver: DEADLINE_BREACHED resolution']);
    expect(told([breached('resolution')], { assigneeId: null })).toEqual([
      'head: DEADLINE_BREACHED resolution',
      'deputy: DEADLINE_BREACHED resolution',
    ]);
    expect(told([breached('claim')])).toEqual(['keeper: DEADLINE_BREACHED claim']);
    expect(told([breached('duty'), breached('owned')])).toEqual([
      'keeper: DEADLINE_BREACHED duty',
      'packer: DEADLINE_BREACHED owned',
    ]);
    for (const kind of ['dispatch', 'ruling']) {
      expect(told([breached(kind)])).toEqual([`coordinator: DEADLINE_BREACHED ${kind}`]);
    }
    const near = { type: 'DeadlineApproaching', payload: { deadlineId: 'resolution', kind: 'RESOLUTION' } } as const;
    expect(told([near])).toEqual(['driver: DEADLINE_APPROACHING resolution']);
  });

  test('[NT3] news goes to whom it concerns', () => {
    expect(told([{ type: 'ComplaintAssigned', payload: { toMemberId: 'driver' } }])).toEqual(['driver: ASSIGNED case']);
    expect(told([{ type: 'ComplaintAssigned', payload: { toMemberId: null } }])).toEqual([]);
    const comment = { noteId: 'note', mentionedIds: ['driver', 'keeper'] };
    expect(told([{ type: 'CommentAdded', payload: comment }])).toEqual([
      'driver: MENTIONED note',
      'keeper: MENTIONED note',
    ]);
    const answered = { handoffId: 'handoff', fromDepartmentId: 'logistics' };
    expect(told([{ type: 'HandoffDeclined', payload: answered }])).toEqual(['head: HANDOFF_ANSWERED handoff']);
    for (const type of ['ComplaintUrged', 'SupervisionBegan'] as const) {
      const kind = type === 'ComplaintUrged' ? 'URGED' : 'SUPERVISED';
      expect(told([{ type, payload: { departmentId: 'logistics' } }])).toEqual(
        ['driver', 'head', 'deputy'].map((member) => `${member}: ${kind} case`),
      );
    }
    const ruled = { rulingId: 'ruling', fromDepartmentId: 'logistics', departmentId: 'warehouse' };
    const leaders = ['head', 'deputy', 'keeper'].map((member) => `${member}: RULED ruling`);
    expect(told([{ type: 'ComplaintRuled', payload: ruled }])).toEqual(leaders);
    const upheld = { rulingId: 'ruling', overturned: false, departmentId: 'warehouse' };
    expect(told([{ type: 'AppealDecided', payload: upheld }])).toEqual(leaders);
    expect(told([escalated(['supervisor', 'head'])])).toEqual([
      'supervisor: ESCALATED by-hand',
      'head: ESCALATED by-hand',
    ]);
  });

  test('[NT3] what the customer writes on their page goes to who works on it, else to head and deputies', () => {
    const wrote: Happening = { type: 'ContactRecorded', payload: { contactId: 'message' } };
    expect(told([wrote])).toEqual([]);
    expect(told([wrote], { byCustomer: true })).toEqual(['driver: CUSTOMER_WROTE message']);
    const leaders = ['head', 'deputy'].map((member) => `${member}: CUSTOMER_WROTE message`);
    expect(told([wrote], { byCustomer: true, assigneeId: null })).toEqual(leaders);
    expect(told([wrote], { byCustomer: true, assigneeId: 'stranger' })).toEqual(leaders);
    expect(told([wrote], { byCustomer: true, assigneeId: null, departmentId: null })).toEqual([
      'coordinator: CUSTOMER_WROTE message',
    ]);
  });

  test('[NT4] a happening of several events is told once, as what most asks for an answer', () => {
    expect(told([breached('resolution'), escalated(['driver', 'head'], 'resolution')])).toEqual([
      'driver: DEADLINE_BREACHED resolution',
      'head: ESCALATED climb-resolution',
    ]);
    const ruled = { rulingId: 'ruling', fromDepartmentId: 'logistics', departmentId: 'warehouse' };
    expect(told([{ type: 'ComplaintRuled', payload: ruled }], { departmentId: 'warehouse', isClaimed: false })).toEqual(
      ['head: RULED ruling', 'deputy: RULED ruling', 'keeper: CLAIM_WAITING case'],
    );
  });

  test('[NT5] what a department without a head is asked is the coordinators’', () => {
    expect(told([routed], { departmentId: 'empty', isClaimed: false })).toEqual(['coordinator: CLAIM_WAITING case']);
  });

  test('[NT4] nobody is told of what they did or can’t see; of history nobody is told', () => {
    const member = fc.constantFrom(...EVERYBODY);
    const clock = fc.constantFrom(...Object.keys(CLOCKS));
    const event: fc.Arbitrary<Happening> = fc.oneof(
      fc.constantFrom(routed, registered),
      clock.map(breached),
      fc.tuple(fc.array(member), fc.option(clock)).map(([members, id]) => escalated(members, id)),
      fc.array(member).map((mentionedIds) => ({
        type: 'CommentAdded' as const,
        payload: { noteId: 'note', mentionedIds },
      })),
      fc.constant({ type: 'ComplaintUrged' as const, payload: { departmentId: null } }),
    );
    const facts = fc.record({
      departmentId: fc.constantFrom('logistics', 'warehouse', 'empty', null),
      isClaimed: fc.boolean(),
      assigneeId: fc.option(member),
    });
    fc.assert(
      fc.property(fc.array(event), facts, fc.option(member), fc.subarray(EVERYBODY), (events, given, actor, blind) => {
        const notices = noticesOf(events, complaint(given), people(blind), actor);
        const keys = notices.map(({ memberId, kind, subjectId }) => `${memberId} ${kind} ${subjectId}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { memberId, kind } of notices) {
          expect(memberId).not.toBe(actor);
          expect(blind).not.toContain(memberId);
          expect(NOTIFICATION_KINDS).toContain(kind);
        }
        expect(noticesOf(events, complaint({ ...given, history: true }), people(blind), actor)).toEqual([]);
      }),
    );
  });
});
