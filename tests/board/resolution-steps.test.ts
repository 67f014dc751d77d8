import { settling } from '@redress/board/features/complaint/resolution-steps';
import { expect, test } from 'vitest';

type Row = Parameters<typeof settling>[0][number];

/** A resolution as far as it matters what comes next. */
function resolution(given: Partial<Row>): Row {
  return { kind: 'REFUND', state: 'DRAFT', approval: 'NOT_NEEDED', isAnswerable: false, round: 1, ...given } as Row;
}

const offered = (given: Partial<Row> = {}) => resolution({ state: 'OFFERED', isAnswerable: true, ...given });
const step = (...rows: Row[]) => settling(rows, 1).step;

test('[NA14] what a resolution needs next', () => {
  expect(step()).toBe('propose');
  expect(step(resolution({ state: 'WITHDRAWN' }), offered({ round: 2 }))).toBe('propose');
  expect(step(resolution({}))).toBe('offer');
  expect(step(resolution({ approval: 'PENDING' }))).toBe('approve');
  expect(step(offered())).toBe('answer');
  expect(step(offered({ isAnswerable: false }))).toBe('offer');
  expect(step(offered(), resolution({ state: 'PROPOSED' }))).toBe('reply');
  expect(step(offered(), resolution({ state: 'ACCEPTED' }))).toBe('carryOut');
});

test('[NA14] an apology is carried out by being said, unless there is something to choose', () => {
  expect(step(offered({ kind: 'APOLOGY' }))).toBe('carryOut');
  expect(step(offered({ kind: 'APOLOGY' }), offered())).toBe('answer');
});
