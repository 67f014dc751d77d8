import './first-texts.ts';
import { addMessages, catalogue } from '@redress/board/i18n/catalogue';
import type { AreaMessages } from '@redress/board/i18n/define-messages';
import { messageCompiler } from '@redress/board/i18n/message-format';
import { attachmentMessages } from '@redress/board/i18n/messages/attachment';
import { auditMessages } from '@redress/board/i18n/messages/audit';
import { bulkMessages } from '@redress/board/i18n/messages/bulk';
import { calendarSettingsMessages } from '@redress/board/i18n/messages/calendar-settings';
import { commitmentMessages } from '@redress/board/i18n/messages/commitment';
import { complaintMessages } from '@redress/board/i18n/messages/complaint';
import { contestMessages } from '@redress/board/i18n/messages/contest';
import { declineFigureMessages } from '@redress/board/i18n/messages/decline-figures';
import { deskMessages } from '@redress/board/i18n/messages/desk';
import { escalationMessages } from '@redress/board/i18n/messages/escalation';
import { inboxMessages } from '@redress/board/i18n/messages/inbox';
import { investigationMessages } from '@redress/board/i18n/messages/investigation';
import { laneMessages } from '@redress/board/i18n/messages/lanes';
import { liveLaneMessages } from '@redress/board/i18n/messages/live-lane';
import { meetingMessages } from '@redress/board/i18n/messages/meeting';
import { mentionMessages } from '@redress/board/i18n/messages/mention';
import { paletteMessages } from '@redress/board/i18n/messages/palette';
import { presenceMessages } from '@redress/board/i18n/messages/presence';
import { registerMessages } from '@redress/board/i18n/messages/register';
import { limitMessages } from '@redress/board/i18n/messages/limits';
import { savedViewMessages } from '@redress/board/i18n/messages/saved-views';
import { wallMessages } from '@redress/board/i18n/messages/wall';
import { settingsMessages } from '@redress/board/i18n/messages/settings';
import { dutySettingsMessages } from '@redress/board/i18n/messages/settings-duty';
import { ladderMessages } from '@redress/board/i18n/messages/settings-ladder';
import { resolutionMessages } from '@redress/board/i18n/messages/resolution';
import { paymentSettingsMessages } from '@redress/board/i18n/messages/settings-payment';
import { wordsSettingsMessages } from '@redress/board/i18n/messages/settings-words';
import { specialMessages } from '@redress/board/i18n/messages/special';
import { surveyMessages } from '@redress/board/i18n/messages/survey';
import { viewMessages } from '@redress/board/i18n/messages/views';
import { trackMessages } from '@redress/board/i18n/messages/track';
import { describe, expect, test } from 'vitest';

const LATER = [
  attachmentMessages,
  auditMessages,
  bulkMessages,
  calendarSettingsMessages,
  commitmentMessages,
  complaintMessages,
  contestMessages,
  declineFigureMessages,
  deskMessages,
  escalationMessages,
  inboxMessages,
  investigationMessages,
  laneMessages,
  liveLaneMessages,
  meetingMessages,
  mentionMessages,
  paletteMessages,
  presenceMessages,
  registerMessages,
  limitMessages,
  savedViewMessages,
  settingsMessages,
  specialMessages,
  dutySettingsMessages,
  ladderMessages,
  paymentSettingsMessages,
  resolutionMessages,
  wordsSettingsMessages,
  surveyMessages,
  viewMessages,
  wallMessages,
];
const zh = messageCompiler('zh-CN');
const en = messageCompiler('en');

/** Each is a message in both languages, filled in by the same values. */
function expectWhole<Key extends string>(texts: AreaMessages<Key>): void {
  const named = (text: string) => [...new Set(text.match(/(?<=\{)\w+(?=[,}])/g))].sort();
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
    for (const area of LATER) addMessages(area);
    expectWhole(catalogue);
  });

  test('[MS2] so is every text of the customer’s page, which has no plurals', () => {
    expectWhole(trackMessages);
    expect(JSON.stringify(trackMessages)).not.toContain(', plural');
  });
});
