import { meetingState } from '@redress/domain/rules/meeting';
import type { MeetingStep } from '@redress/domain/rules/meeting';
import { isShown, takesPart } from '@redress/domain/rules/meeting-shown';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const LEADER = 'leader';
const PEOPLE = ['invited', 'guest'] as const;
const happening = fc.record({
  kind: fc.constantFrom('JOINED' as const, 'LEFT' as const, 'FOCUSED' as const),
  who: fc.constantFrom(...PEOPLE),
  byLeader: fc.boolean(),
});
const as = (id: string): MemberPrincipal => ({ kind: 'MEMBER', id, sessionId: '', name: id, roles: [] });

function step(kind: MeetingStep['kind'], memberId: string | null, byId: string): MeetingStep {
  const nothing = { itemId: null, complaintId: null, standsInForId: null, reasons: [], afterId: null, outcome: null };
  return {
    ...nothing,
    id: 's',
    number: 1,
    kind,
    at: new Date(0),
    byId,
    memberId,
    dueAt: null,
    text: null,
    note: null,
    decisionId: null,
  };
}

test('[ME23] who is there is shown what the meeting looks at exactly if they were asked, since they came last', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), fc.boolean(), (story, isOver) => {
      const here = new Map<string, { isLetIn: boolean }>();
      const steps = [step('STARTED', null, LEADER)];
      for (const { kind, who, byLeader } of story) {
        steps.push(step(kind, kind === 'FOCUSED' ? null : who, byLeader ? LEADER : who));
        if (kind === 'LEFT') here.delete(who);
        if (kind === 'JOINED') here.set(who, { isLetIn: byLeader || here.get(who)?.isLetIn === true });
      }
      if (isOver) steps.push(step('ENDED', null, LEADER));
      const meeting = { memberIds: ['invited'], state: meetingState(steps) };
      expect(takesPart(as('invited'), meeting)).toBe(!isOver && here.has('invited'));
      expect(takesPart(as('guest'), meeting)).toBe(!isOver && here.get('guest')?.isLetIn === true);
      expect(takesPart(as('stranger'), meeting)).toBe(false);
      for (const who of PEOPLE) expect(isShown(as(who), meeting, { concernedIds: [who] })).toBe(false);
    }),
  );
});
