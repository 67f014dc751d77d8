import type { AreaMessages } from '@redress/board/i18n/define-messages';
import { messageCompiler } from '@redress/board/i18n/message-format';
import { trackMessages } from '@redress/board/i18n/messages/track';
import { describe, expect, test } from 'vitest';
import { messageFaults } from '../../scripts/message-faults.ts';

/** Every area that there is: one that is added is looked at. */
const AREAS = Object.values(
  import.meta.glob<Record<string, AreaMessages<string>>>('../../apps/board/src/i18n/messages/*.ts', { eager: true }),
).flatMap((file) => Object.values(file));
const zh = messageCompiler('zh-CN');
const en = messageCompiler('en');

/** Each is a message in both languages, filled in by the same values. */
function expectWhole<Key extends string>(texts: AreaMessages<Key>): void {
  // What follows the name of a plural's form is the form's own text.
  const named = (text: string) =>
    [...new Set(Array.from(text.matchAll(/(?<!\b(?:one|other|=\d+) )\{(\w+)(?=[,}])/g), ([, name]) => name))].sort();
  for (const key of Object.keys(texts.en) as Key[]) {
    expect(() => [zh(texts['zh-CN'][key]), en(texts.en[key])], key).not.toThrow();
    expect(named(texts['zh-CN'][key]), key).toEqual(named(texts.en[key]));
  }
}

describe('messages', () => {
  test('[MS1] texts are filled in, numbers in the writing of the language, plurals by its rules', () => {
    expect(zh('{name} 移动了 {number}')({ name: '李雷', number: 'C-2026-1' })).toBe('李雷 移动了 C-2026-1');
    expect(en('{n, number} min')({ n: 12_345 })).toBe('12,345 min');
    const events = en("{who}'s {n, plural, =0 {nothing} one {# event} other {# events}} left");
    expect(events({ who: 'Li', n: 0 })).toBe("Li's nothing left");
    expect(events({ who: 'Li', n: 1 })).toBe("Li's 1 event left");
    expect(events({ who: 'Li', n: 1200 })).toBe("Li's 1,200 events left");
    expect(zh('{n, plural, one {一} other {# 件}}')({ n: 1 })).toBe('1 件');
    expect(en('{n, plural, other {# of {total}}}')({ n: 2, total: 3 })).toBe('2 of 3');
    expect(en('#1')({})).toBe('#1');
  });

  test('[MS1] a text that is none, and one that is not filled in, are not shown half', () => {
    for (const text of ['{', '{n', '}', '{n, date}', '{n, plural}', '{n, plural, one {#}}', '{n, number', '{}']) {
      expect(() => en(text), text).toThrow('is no message');
    }
    expect(() => en('by {name}')({})).toThrow('without name');
  });

  test('[MS2] every text of the board is a message, and both languages are filled in by the same values', () => {
    expect(AREAS.length).toBeGreaterThan(40);
    for (const area of AREAS) expectWhole(area);
  });

  test('[MS2] the customer’s page has no plurals', () => {
    expect(JSON.stringify(trackMessages)).not.toContain(', plural');
  });

  test('[MS3] a key that nothing says, that is declared twice, or that one language lacks, is found', () => {
    const faults = (code: string, en: Record<string, string>, chinese = en) =>
      messageFaults({ areas: new Map([['a.ts', [{ 'zh-CN': chinese, en }]]]), sources: new Map([['b.tsx', code]]) });
    expect(faults(`t('a.one')`, { 'a.one': '1' })).toEqual([]);
    expect(faults('t(`a.${n}.x-${m}` as Key)', { 'a.one.x-y': '1' })).toEqual([]);
    expect(faults(`const label = 'a.one'`, { 'a.one': '1', 'a.two': '2' })).toEqual([
      'a.ts declares a.two, which nothing says; take it out.',
    ]);
    expect(faults('t(`a.${n}`)', { 'b.one': '1' })).toEqual([
      'b.tsx translates a.…, and no key is of that shape; add it.',
      'a.ts declares b.one, which nothing says; take it out.',
    ]);
    expect(faults(`t('a.one')`, { 'a.one': '1' }, {})).toEqual([
      "a.ts has a.one in one language only; add the other's text.",
    ]);
    const area = { 'zh-CN': { 'a.one': '一' }, en: { 'a.one': '1' } };
    expect(
      messageFaults({ areas: new Map([['a.ts', [area, area]]]), sources: new Map([['b.ts', `t('a.one')`]]) }),
    ).toEqual(['a.ts declares a.one, which a.ts does too; take one of them out.']);
  });
});
