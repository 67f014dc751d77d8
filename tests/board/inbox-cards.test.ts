import { cardsOf } from '@redress/board/features/inbox/inbox-cards';
import type { InboxEntry } from '@redress/board/features/inbox/inbox-documents';
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
});
