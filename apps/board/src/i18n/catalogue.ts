/** Every message of the board, area by area. */
import type { auditMessages } from './messages/audit.ts';
import { boardMessages } from './messages/board.ts';
import type { bulkMessages } from './messages/bulk.ts';
import { commonMessages } from './messages/common.ts';
import type { calendarSettingsMessages } from './messages/calendar-settings.ts';
import type { commitmentMessages } from './messages/commitment.ts';
import type { complaintMessages } from './messages/complaint.ts';
import type { contestMessages } from './messages/contest.ts';
import type { declineFigureMessages } from './messages/decline-figures.ts';
import type { escalationMessages } from './messages/escalation.ts';
import { fieldMessages } from './messages/fields.ts';
import { liveMessages } from './messages/live.ts';
import type { notificationMessages } from './messages/notifications.ts';
import type { registerMessages } from './messages/register.ts';
import type { settingsMessages } from './messages/settings.ts';
import type { signInMessages } from './messages/sign-in.ts';
import type { dutySettingsMessages } from './messages/settings-duty.ts';
import type { ladderMessages } from './messages/settings-ladder.ts';
import type { wordsSettingsMessages } from './messages/settings-words.ts';
import { timeMessages } from './messages/time.ts';
import { wordMessages } from './messages/words.ts';
import type { inboxMessages } from './messages/inbox.ts';
import type { mentionMessages } from './messages/mention.ts';
import type { AreaMessages } from './define-messages.ts';
import type { Locale } from './locale.ts';

const areas = [commonMessages, wordMessages, timeMessages, fieldMessages, boardMessages, liveMessages] as const;

/** Areas that are loaded with the screens that say them, which call `addMessages` before they are shown. */
type LaterArea =
  | typeof auditMessages
  | typeof bulkMessages
  | typeof calendarSettingsMessages
  | typeof commitmentMessages
  | typeof complaintMessages
  | typeof contestMessages
  | typeof declineFigureMessages
  | typeof escalationMessages
  | typeof dutySettingsMessages
  | typeof inboxMessages
  | typeof ladderMessages
  | typeof mentionMessages
  | typeof notificationMessages
  | typeof registerMessages
  | typeof settingsMessages
  | typeof signInMessages
  | typeof wordsSettingsMessages;

type KeysOf<Area> = Area extends AreaMessages<infer Key> ? Key : never;

/** A key of the catalogue. */
export type MessageKey = KeysOf<(typeof areas)[number] | LaterArea>;

const texts: Record<Locale, Record<MessageKey, string>> = {
  'zh-CN': Object.assign({}, ...areas.map((area) => area['zh-CN'])),
  en: Object.assign({}, ...areas.map((area) => area.en)),
};

/** The text of each key, still to be filled in. */
export const catalogue: Record<Locale, Readonly<Record<MessageKey, string>>> = texts;

/** Adds the texts of an area that was loaded with the screen that says them. */
export function addMessages(area: LaterArea): void {
  Object.assign(texts['zh-CN'], area['zh-CN']);
  Object.assign(texts.en, area.en);
}

/** Gives a word that the company calls otherwise its own name, before anything shows it. */
export function rename(key: MessageKey, name: Record<Locale, string>): void {
  texts['zh-CN'][key] = name['zh-CN'];
  texts.en[key] = name.en;
}
