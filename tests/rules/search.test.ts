import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryTokens, searchTokens } from '@redress/domain/rules/search';

const TEXT = '冰箱两次改期没送到：6 号约到 8 号，BCD-520 的门也刮花了。Wang says REFUND';

const finds = (text: string, query: string) => {
  const tokens = new Set(searchTokens(text));
  return queryTokens(query).every((token) => tokens.has(token));
};

/** Texts of the kinds that meet in a complaint: Chinese, Latin in both widths, numbers, signs. */
const characters = fc.constantFrom(
  ...'冰箱送到退货王敏',
  ...'abcXYZ',
  ...'ＡＢｃ',
  ...'0189',
  ...'０９',
  ...' ，。-—!\n',
  '𠮷',
  '😀',
);
const texts = fc.string({ unit: characters, maxLength: 40 });

describe('search', () => {
  test.each(['改期', '冰', '冰箱两次改期没送到', '520', 'wang', 'REFUND', '刮花 冰箱', 'bcd-520', '送到 Refund'])(
    '[SR1] finds %s',
    (query) => expect(finds(TEXT, query)).toBe(true),
  );

  test.each(['洗衣机', 'fund', '52', '冰箱 空调', '箱冰', '到号'])('[SR1] does not find %s', (query) =>
    expect(finds(TEXT, query)).toBe(false),
  );

  test('[SR1] neither width nor case matters', () => {
    expect(finds('订单 Ｂ１２３ 号', 'b123')).toBe(true);
    expect(finds('订单 b123 号', 'Ｂ１２３')).toBe(true);
    expect(finds('STRASSE', 'strasse')).toBe(true);
  });

  test('[SR1] every text is found by itself, by each of its words, and by any two neighbouring Chinese characters', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        expect(finds(`${other}\n${text}`, text)).toBe(true);
        for (const word of text.split(/[^\p{L}\p{N}]+/u)) expect(finds(text, word)).toBe(true);
        for (const pair of text.match(/\p{Script=Han}{2}/gu) ?? []) expect(finds(text, pair)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('[SR1] all words must match, in any order: two queries together find what each of them finds', () => {
    fc.assert(
      fc.property(texts, texts, texts, (text, one, other) => {
        expect(finds(text, `${one} ${other}`)).toBe(finds(text, one) && finds(text, other));
      }),
      { numRuns: 500 },
    );
  });

  test('[SR1] a query of signs alone says nothing', () => {
    expect(queryTokens(' ，。!—😀\u0000')).toEqual([]);
  });

  test('[SR1] fields do not run together, and an endless text has a bounded number of words', () => {
    expect(queryTokens('箱送').every((token) => searchTokens('冰箱', null, '送到').includes(token))).toBe(false);
    const endless = Array.from({ length: 50_000 }, (_, i) => `word${i}`).join(' ');
    expect(searchTokens(endless).length).toBeLessThanOrEqual(2_000);
    expect(searchTokens('冰箱'.repeat(50_000)).length).toBe(4);
  });
});
