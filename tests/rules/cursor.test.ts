import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCursor, parseCursor } from '@redress/domain/events/cursor';

const epochs = fc.stringMatching(/^[0-9a-z]{1,32}$/);
const numbers = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('cursors', () => {
  test('[EV1] a cursor is read back as it was written', () => {
    fc.assert(
      fc.property(epochs, numbers, (epoch, seq) => {
        expect(parseCursor(formatCursor(epoch, seq))).toEqual({ epoch, seq });
      }),
    );
  });

  test('[EV1] cursors of one epoch compare as strings in the order of their numbers', () => {
    fc.assert(
      fc.property(epochs, numbers, numbers, (epoch, one, other) => {
        const [a, b] = [formatCursor(epoch, one), formatCursor(epoch, other)];
        expect(a < b).toBe(one < other);
        expect(a === b).toBe(one === other);
      }),
    );
  });

  test.each([
    '',
    '.',
    'e1',
    'e1.7',
    'e1.00000000000000007',
    'E1.0000000000000007',
    'e1.000000000000000x',
    ' e1.0000000000000007',
    'e1.0000000000000007\n',
    'e1.-000000000000007',
    `${'e'.repeat(33)}.0000000000000007`,
    'e1\u0000.0000000000000007',
  ])('[EV1] %j is no cursor', (text) => expect(parseCursor(text)).toBe(null));

  test('[EV1] no text whatever makes reading one throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cursor = parseCursor(text);
        if (cursor !== null) expect(formatCursor(cursor.epoch, cursor.seq)).toBe(text);
      }),
    );
  });
});
