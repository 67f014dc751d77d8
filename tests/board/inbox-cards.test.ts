import { cardsOf, dueOf, inOneOrder, meetingCardsOf, subjectOf } from '@redress/board/features/inbox/inbox-cards';
import type { InboxEntry, MeetingEntry } from '@redress/board/features/inbox/inbox-documents';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const entry = (id: string, kind: string, complaintId: string) =>
  ({ id, kind, complaint: { id: complaintId } }) as unknown as InboxEntry;

describe('the cards of an inbox', () => {
  test('[NT16] what waits at one complaint stands together, where its first entry stood, the answer it asks for first', () => {
    const cards = cardsOf([
      entry('1', 'DEADLINE_APPROACHING', 'a'),
      entry('2', 'SUPERVISED', 'b'),
      entry('3', 'CLAIM_WAITING', 'a'),
      entry('4', 'A_KIND_OF_LATER', 'b'),
    ]);
    expect(cards.map((card) => card.map(({ id }) => id))).toEqual([
      ['3', '1'],
      ['2', '4'],
    ]);
  });

  test('[NT16] no entry is lost, and none stands twice', () => {
    const kinds = fc.constantFrom('CLAIM_WAITING', 'MENTIONED', 'DUTY_GIVEN', 'A_KIND_OF_LATER');
    const entries = fc.uniqueArray(fc.tuple(fc.uuid(), kinds, fc.constantFrom('a', 'b', 'c')), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(entries, (given) => {
        const shown = cardsOf(given.map((one) => entry(...one))).flat();
        expect(shown.map(({ id }) => id).sort()).toEqual(given.map(([id]) => id).sort());
      }),
    );
  });

  const met = (id: string, kind: string, about: Partial<Pick<MeetingEntry, 'decision' | 'series' | 'meetsAt'>>) =>
    ({ id, kind, decision: null, series: null, meetsAt: null, ...about }) as unknown as MeetingEntry;
  const decision = (id: string, dueAt: string | null = null) => ({ id, dueAt }) as MeetingEntry['decision'];
  const series = (id: string) => ({ id }) as MeetingEntry['series'];

  test('[NT16] what a meeting left stands together by its decision, and what is ahead by its series', () => {
    const cards = meetingCardsOf([
      met('1', 'MEETING_DECISION', { decision: decision('a') }),
      met('2', 'MEETING_DATE_CHANGED', { series: series('s') }),
      met('3', 'MEETING_DECISION_DUE', { decision: decision('a') }),
      met('4', 'MEETING_AHEAD', { series: series('s') }),
      met('5', 'MEETING_AHEAD', { series: series('r') }),
    ]);
    expect(cards.map((card) => card.map(({ id }) => id))).toEqual([['3', '1'], ['4', '2'], ['5']]);
    expect(cards.map(subjectOf)).toEqual(['a', 's', 'r']);
  });

  test('[NT11] complaints and meetings stand as one list in the order in which they are due, what is due at no time last', () => {
    const due = fc.option(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }));
    const dues = fc.array(due, { maxLength: 8 });
    const inOrder = (moments: (Date | null)[]) =>
      moments.map((at) => at?.toISOString() ?? null).sort((a, b) => (a ?? '9').localeCompare(b ?? '9'));
    fc.assert(
      fc.property(dues, dues, (cases, meetings) => {
        const lines = cardsOf(
          inOrder(cases).map((dueAt, i) => ({
            ...entry(`c${i}`, 'CLAIM_WAITING', `c${i}`),
            deadline: dueAt === null ? null : ({ dueAt } as InboxEntry['deadline']),
          })),
        );
        const left = meetingCardsOf(
          inOrder(meetings).map((dueAt, i) =>
            i % 2 === 0 && dueAt !== null
              ? met(`m${i}`, 'MEETING_AHEAD', { series: series(`m${i}`), meetsAt: dueAt })
              : met(`m${i}`, 'MEETING_DECISION', { decision: decision(`m${i}`, dueAt) }),
          ),
        );
        const merged = inOneOrder(lines, left, dueOf);
        expect(merged.map(subjectOf).sort()).toEqual([...lines, ...left].map(subjectOf).sort());
        const moments = merged.map(dueOf);
        expect(moments).toEqual(moments.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
  });
});
