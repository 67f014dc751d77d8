import { AttemptKeys } from '@redress/board/app/attempt-key';
import { keptAttempts, removeAllDrafts, removeExpiredDrafts } from '@redress/board/app/drafts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

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

describe('what adds to the record', () => {
  /** A browser's storage: its entries are properties too. */
  class Kept {
    getItem = (name: string) => (Object.hasOwn(this, name) ? (this as Record<string, unknown>)[name] : null);
    setItem = (name: string, text: string) => Object.assign(this, { [name]: text });
    removeItem = (name: string) => Reflect.deleteProperty(this, name);
  }
  const form = { input: { id: 'cmp_1', text: '请尽快' } };
  const elsewhere = { input: { id: 'cmp_2', text: '请尽快' } };
  const open = (owner = 'mbr_1', mutation = 'commentAdd') => new AttemptKeys(keptAttempts(owner, mutation));
  beforeEach(() => vi.stubGlobal('localStorage', new Kept()));

  test('[AK4] is the same submission when its form is opened again, whatever was sent and answered in between', () => {
    const first = open().keyFor(form);
    const other = open();
    other.keyFor(elsewhere);
    other.answered();
    expect(open().keyFor(form)).toBe(first);
  });

  test('[AK4] is submitted anew once it was answered, in whichever window', () => {
    const first = open().keyFor(form);
    const again = open();
    expect(again.keyFor(form)).toBe(first);
    again.answered();
    expect(open().keyFor(form)).not.toBe(first);
  });

  test('[AK4] is another submission by another member, and of another kind', () => {
    const first = open().keyFor(form);
    expect(open('mbr_2').keyFor(form)).not.toBe(first);
    expect(open('mbr_1', 'complaintUrge').keyFor(form)).not.toBe(first);
  });

  test('[AK4] is meant anew after an hour, and nothing of it is kept then', () => {
    vi.useFakeTimers();
    const first = open().keyFor(form);
    vi.advanceTimersByTime(60 * 60_000);
    expect(open().keyFor(form)).toBe(first);
    vi.advanceTimersByTime(60 * 60_000 + 1);
    removeExpiredDrafts();
    expect(JSON.stringify(localStorage)).not.toContain('请尽快');
    expect(open().keyFor(form)).not.toBe(first);
  });

  test('[AK4] goes with an explicit sign-out', () => {
    const first = open().keyFor(form);
    removeAllDrafts();
    expect(JSON.stringify(localStorage)).not.toContain('请尽快');
    expect(open().keyFor(form)).not.toBe(first);
  });

  test('[AK4] is sent also where nothing can be kept, or what is kept is nonsense', () => {
    localStorage.setItem('redress.sent.mbr_1.commentAdd', '{"at":');
    expect(open().keyFor(form)).not.toBe('');
    localStorage.setItem('redress.sent.mbr_1.commentAdd', '[null, 7, {"at":"x"}]');
    expect(open().keyFor(form)).not.toBe('');
    vi.stubGlobal('localStorage', undefined);
    expect(open().keyFor(form)).not.toBe('');
  });
});
