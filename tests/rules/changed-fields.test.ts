import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WITHHELD_VALUE, changedFields } from '@redress/domain/rules/changed-fields';

const json = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(
    fc.constantFrom(null, 0, 1, 'x', true),
    fc.array(fc.constantFrom(1, 2), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('d', 'e'), fc.constantFrom(null, 1, 'x')),
  ),
);

test('[AU4] what differs is told by its place, from what to what', () => {
  const at = new Date(0);
  const before = { stage: 'RECEIVED', at, value: { minutes: { URGENT: 15, GENERAL: 60 }, days: [1] }, gone: 1 };
  const after = {
    stage: 'CONFIRMED',
    at: new Date(0),
    value: { minutes: { URGENT: 10, GENERAL: 60 }, days: [1, 2] },
    gone: null,
  };
  expect(changedFields(before, after)).toEqual({
    stage: ['RECEIVED', 'CONFIRMED'],
    'value.minutes.URGENT': [15, 10],
    'value.days': [[1], [1, 2]],
    gone: [1, null],
  });
});

test('[AU4] an object that holds nothing is told when it comes and when it goes', () => {
  expect(changedFields({}, { value: {} })).toEqual({ value: [null, {}] });
  expect(changedFields({ value: { a: null } }, { value: null })).toEqual({ value: [{ a: null }, null] });
  expect(changedFields({ value: 1 }, { value: {} })).toEqual({ value: [1, null] });
});

test('[AU4] nothing is told of what is as it was', () => {
  fc.assert(
    fc.property(json, (row) => {
      expect(changedFields(row, structuredClone(row))).toEqual({});
    }),
  );
});

test('[AU4] whatever differs is told, and from is never to', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const changed = changedFields(before, after);
      for (const [from, to] of Object.values(changed)) expect(from).not.toEqual(to);
      // What null and absence are told apart by is no change of anything.
      const bare = (row: object) => JSON.stringify(row, (_, value: unknown) => value ?? undefined);
      const kept = Object.fromEntries(Object.keys(after).map((key) => [key, before[key]]));
      if (Object.keys(changed).length === 0) expect(JSON.parse(bare(kept))).toEqual(JSON.parse(bare(after)));
    }),
  );
});

test('[AU5] of a withheld column it is told that it changed, never what it holds', () => {
  const told = changedFields({ hash: 'old', name: '王敏', text: null }, { hash: 'new', name: '王敏', text: 'words' }, [
    'hash',
    'name',
    'text',
  ]);
  expect(told).toEqual({ hash: [WITHHELD_VALUE, WITHHELD_VALUE], text: [null, WITHHELD_VALUE] });
});
