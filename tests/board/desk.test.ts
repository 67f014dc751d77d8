import { actsOf, ACT_KEYS } from '@redress/board/features/desk/desk-acts';
import { countGroups } from '@redress/board/features/desk/desk-groups';
import { withHeld } from '@redress/board/features/desk/use-held-line';
import type { InboxCard } from '@redress/board/features/inbox/inbox-cards';
import type { InboxEntry } from '@redress/board/features/inbox/inbox-documents';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const may = { claim: true, answerHandoff: true, handOff: true, assign: true, takeOn: true };

function entry(kind: string, complaintId = 'a', more: object = {}): InboxEntry {
  const about = { handoff: { id: 'h' }, approval: { id: 'p', viewerCanDecide: true }, duty: { id: 'd' } };
  return {
    id: kind,
    kind,
    isWaiting: true,
    complaint: { id: complaintId, viewerCan: may, escalation: { id: 'e' } },
    ...about,
    ...more,
  } as never;
}

const kindsOf = (card: InboxCard) => actsOf(card).map(({ kind }) => kind);

describe('a line of the desk', () => {
  test('[DK1] offers its answers first, then what can be done with the case', () => {
    expect(kindsOf([entry('CLAIM_WAITING')])).toEqual(['claim', 'handOver', 'assign']);
    expect(kindsOf([entry('HANDOFF_ASKED')])).toEqual(['accept', 'decline', 'handOver', 'assign']);
    expect(kindsOf([entry('APPROVAL_ASKED')])).toEqual(['approve', 'reject', 'handOver', 'assign']);
    expect(kindsOf([entry('DUTY_GIVEN')])).toEqual(['finish', 'handOver', 'assign']);
    const escalated = (claim: boolean, takeOn: boolean) =>
      entry('ESCALATED', 'a', {
        complaint: { id: 'a', viewerCan: { ...may, claim, takeOn }, escalation: { id: 'e' } },
      });
    expect(kindsOf([escalated(false, true)])).toEqual(['takeOn', 'handOver', 'assign']);
    expect(kindsOf([escalated(true, true)])).toEqual(['claim', 'handOver', 'assign']);
    expect(kindsOf([escalated(false, false)])).toEqual(['handOver', 'assign']);
    expect(kindsOf([entry('MENTIONED', 'a', { isWaiting: false })])).toEqual([]);
    const nothing = { claim: false, answerHandoff: false, handOff: false, assign: false };
    const mayNot = { complaint: { id: 'a', viewerCan: nothing } };
    expect(kindsOf([entry('HANDOFF_ASKED', 'a', mayNot), entry('CLAIM_WAITING', 'a', mayNot)])).toEqual([]);
  });

  test('[DK1] a key means one thing at a line, whatever waits there', () => {
    const kinds = fc.constantFrom(
      'CLAIM_WAITING',
      'HANDOFF_ASKED',
      'APPROVAL_ASKED',
      'DUTY_GIVEN',
      'DEADLINE_BREACHED',
      'ESCALATED',
    );
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1 }), (given) => {
        const [first, ...rest] = given.map((kind) => entry(kind));
        const keys = actsOf([first!, ...rest]).map(({ kind }) => ACT_KEYS[kind]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('[DK2] at which somebody types stays where it was when it no longer waits, and is not there twice', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id): InboxCard => [entry('CLAIM_WAITING', id)]);
    expect(withHeld([a!, c!], { card: b!, index: 1 })).toEqual([a, b, c]);
    expect(withHeld([a!, b!, c!], { card: b!, index: 1 })).toEqual([a, b, c]);
    expect(withHeld([], { card: b!, index: 1 })).toEqual([b]);
  });

  test('[DK3] counts under each sort that it belongs to', () => {
    const both: InboxCard = [entry('CLAIM_WAITING', 'a'), entry('DEADLINE_BREACHED', 'a')];
    expect(countGroups([both, [entry('CLAIM_WAITING', 'b')], [entry('OF_A_LATER_KIND', 'c')]])).toEqual([
      { group: 'claim', count: 2 },
      { group: 'clock', count: 1 },
      { group: 'other', count: 1 },
    ]);
  });
});
