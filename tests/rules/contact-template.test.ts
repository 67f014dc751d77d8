import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  CONTACT_TEMPLATE_SHAPE,
  DEFAULT_TEMPLATES,
  TEMPLATE_PLACES,
  addressee,
  fillTemplate,
  languageOf,
} from '@redress/domain/rules/contact-template';

const PLACES = {
  customer: '王先生/女士',
  number: 'C-2026-000001',
  department: '物流部',
  member: '李雷',
  limit: '周五',
};
const shaped = (zh: string) =>
  CONTACT_TEMPLATE_SHAPE.safeParse({ purpose: 'REPLY', nameZh: '答复', nameEn: 'Reply', zh, en: 'Hello' });

describe('texts to customers', () => {
  test('[CO5] places are filled in from the complaint, and nothing else is touched', () => {
    expect(fillTemplate('{customer}：{number} 由{department}办理，{limit}前答复。{member}', PLACES)).toBe(
      '王先生/女士：C-2026-000001 由物流部办理，周五前答复。李雷',
    );
    const places = fc.record(Object.fromEntries(TEMPLATE_PLACES.map((place) => [place, fc.string()])));
    fc.assert(
      fc.property(fc.stringMatching(/^[^{}]*$/), places, (text, filled) => {
        expect(fillTemplate(text, filled as typeof PLACES)).toBe(text);
        expect(fillTemplate(`{number}${text}`, filled as typeof PLACES)).toBe(`${filled['number']}${text}`);
      }),
    );
  });

  test('[CO5] a place that means nothing is refused, and so is a brace that stands alone', () => {
    for (const text of ['{customer}', '没有位置']) expect(shaped(text).success).toBe(true);
    for (const text of ['{phone}', '{ customer }', '{customer', 'customer}', '{}', '{{number}}'])
      expect(shaped(text).error?.issues[0]?.message).toBe('unknownPlace');
  });

  test('[CO5] the defaults serve a reply, an apology and thanks, in both languages', () => {
    const templates = Object.values(DEFAULT_TEMPLATES);
    for (const template of templates) expect(CONTACT_TEMPLATE_SHAPE.safeParse(template).success).toBe(true);
    expect(new Set(templates.map(({ purpose }) => purpose))).toEqual(new Set(['REPLY', 'APOLOGY', 'THANKS']));
  });

  test('[CO5] it is written in the language that the customer wrote in, and calls them by what may be shown', () => {
    expect(languageOf('Fridge broken', null)).toBe('en');
    expect(languageOf('Fridge broken', '冰箱坏了')).toBe('zh');
    expect(addressee('王**', 'zh')).toBe('王先生/女士');
    expect(addressee('M. K.', 'zh')).toBe('客户');
    expect(addressee(null, 'en')).toBe('customer');
  });
});
