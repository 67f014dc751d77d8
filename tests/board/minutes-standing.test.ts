import { minutesStanding } from '@redress/board/features/meeting/minutes-standing';
import type { Standing } from '@redress/board/features/meeting/minutes-standing';
import { addMessages } from '@redress/board/i18n/catalogue';
import { meetingMessages } from '@redress/board/i18n/messages/meeting';
import { translator } from '@redress/board/i18n/translate';
import { expect, test } from 'vitest';

addMessages(meetingMessages);

const person = (name: string, isActive: boolean) => ({ id: name, name, isActive });
const said = (hostIsActive: boolean, presenterIsActive: boolean) => {
  const standing: Standing = {
    confirmedAt: null,
    confirmedBy: null,
    host: person('周协调', hostIsActive),
    presenter: person('孟协调', presenterIsActive),
  };
  return minutesStanding(standing, translator('zh-CN'), 'zh-CN');
};

test('[ME14] minutes that nobody has confirmed name who may: the host, who led last, or a coordinator or supervisor', () => {
  expect(said(true, true)).toBe('纪要尚未确认，由 周协调 确认。');
  expect(said(false, true)).toBe('纪要尚未确认，由 孟协调 确认。');
  expect(said(false, false)).toContain('可由协调员或主管确认');
});
