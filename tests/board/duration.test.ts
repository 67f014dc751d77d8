import './first-texts.ts';
import { addMessages } from '@redress/board/i18n/catalogue';
import { settingsMessages } from '@redress/board/i18n/messages/settings';
import { translator } from '@redress/board/i18n/translate';
import { durationText, parseDuration } from '@redress/board/features/settings/duration';
import fc from 'fast-check';
import { expect, test } from 'vitest';

addMessages(settingsMessages);
const zh = translator('zh-CN');
const en = translator('en');

test.each([
  ['90m', 90],
  ['90', 90],
  ['1h30', 90],
  ['1h30m', 90],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['2h', 120],
  ['２小时', 120],
  ['1 小时 30 分钟', 90],
  ['1小时30分', 90],
  ['8 小时', 480],
  ['1 天', 1_440],
  ['1d 12h', 2_160],
  ['2 days', 2_880],
  ['0', 0],
])('[PO21] %s is %i minutes', (typed, minutes) => {
  expect(parseDuration(typed)).toBe(minutes);
});

test.each(['', ' ', '-5', 'soon', '一会儿', '1h2h', '30m1h', '1d30', '1.001h', '1h 30m 5', '1e3', '5 weeks'])(
  '[PO21] "%s" is no length of time',
  (typed) => {
    expect(parseDuration(typed)).toBeNull();
  },
);

test('[PO21] a day in somebody’s hours is a working day of theirs', () => {
  expect(parseDuration('2 个工作日', 540)).toBe(1_080);
  expect(parseDuration('2 working days', 540)).toBe(1_080);
  expect(parseDuration('0.5 天', 540)).toBe(270);
});

test('[PO21] what the form shows reads as what it stands for, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 525_600 }), fc.boolean(), (minutes, days) => {
      for (const t of [zh, en]) expect(parseDuration(durationText(minutes, t, days))).toBe(minutes);
    }),
  );
});
