import { AttemptKeys } from '@redress/board/app/attempt-key';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

const form = { input: { subject: '冰箱没送到' } };

test('[AK1] a submission whose fate is unknown keeps its key', () => {
  const keys = new AttemptKeys();
  expect(keys.keyFor(form)).toBe(keys.keyFor(structuredClone(form)));
});

test('[AK2] another text is another submission', () => {
  const keys = new AttemptKeys();
  expect(keys.keyFor(form)).not.toBe(keys.keyFor({ input: { subject: '冰箱送错了' } }));
});

test('[AK3] once answered, the same text is submitted anew', () => {
  const keys = new AttemptKeys();
  const first = keys.keyFor(form);
  keys.answered();
  expect(keys.keyFor(form)).not.toBe(first);
});

test('[AK2] on plain HTTP, where browsers make no UUIDs, two texts have two keys too', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const keys = new AttemptKeys();
  expect(keys.keyFor(form)).not.toBe(keys.keyFor({ input: {} }));
});
