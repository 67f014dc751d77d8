/**
 * The texts of the board by key, as far as they are loaded. What the first screens say comes in the language in use
 * (first-texts.ts); every other area comes, in both, with the screen that says it.
 */
import type { attachmentMessages } from './messages/attachment.ts';
import type { auditMessages } from './messages/audit.ts';
import type { bulkMessages } from './messages/bulk.ts';
import type { calendarSettingsMessages } from './messages/calendar-settings.ts';
import type { commitmentMessages } from './messages/commitment.ts';
import type { complaintMessages } from './messages/complaint.ts';
import type { contestMessages } from './messages/contest.ts';
import type { declineFigureMessages } from './messages/decline-figures.ts';
import type { deskMessages } from './messages/desk.ts';
import type { draftMessages } from './messages/draft.ts';
import type { exportMessages } from './messages/exports.ts';
import type { escalationMessages } from './messages/escalation.ts';
import type { meetingAheadMessages } from './messages/meeting-ahead.ts';
import type { meetingMessages } from './messages/meeting.ts';
import type { notificationMessages } from './messages/notifications.ts';
import type { liveLaneMessages } from './messages/live-lane.ts';
import type { paletteMessages } from './messages/palette.ts';
import type { presenceMessages } from './messages/presence.ts';
import type { printMessages } from './messages/print.ts';
import type { privacyMessages } from './messages/privacy.ts';
import type { registerMessages } from './messages/register.ts';
import type { savedViewMessages } from './messages/saved-views.ts';
import type { settingsMessages } from './messages/settings.ts';
import type { specialMessages } from './messages/special.ts';
import type { surveyFigureMessages } from './messages/survey-figures.ts';
import type { surveyMessages } from './messages/survey.ts';
import type { signInMessages } from './messages/sign-in.ts';
import type { dutySettingsMessages } from './messages/settings-duty.ts';
import type { investigationMessages } from './messages/investigation.ts';
import type { ladderMessages } from './messages/settings-ladder.ts';
import type { resolutionMessages } from './messages/resolution.ts';
import type { paymentSettingsMessages } from './messages/settings-payment.ts';
import type { wordsSettingsMessages } from './messages/settings-words.ts';
import type { inboxMessages } from './messages/inbox.ts';
import type { laneMessages } from './messages/lanes.ts';
import type { limitMessages } from './messages/limits.ts';
import type { mentionMessages } from './messages/mention.ts';
import type { viewMessages } from './messages/views.ts';
import type { wallMessages } from './messages/wall.ts';
import type { undoMessages } from './messages/undo.ts';
import type { AreaMessages } from './define-messages.ts';
import type { FirstArea } from './first-areas.ts';
import { LOCALES } from './locale.ts';
import type { Locale } from './locale.ts';

/** Areas that are loaded with the screens that say them, which call `addMessages` before they are shown. */
type LaterArea =
  | typeof attachmentMessages
  | typeof auditMessages
  | typeof bulkMessages
  | typeof calendarSettingsMessages
  | typeof commitmentMessages
  | typeof complaintMessages
  | typeof contestMessages
  | typeof declineFigureMessages
  | typeof deskMessages
  | typeof draftMessages
  | typeof escalationMessages
  | typeof dutySettingsMessages
  | typeof inboxMessages
  | typeof investigationMessages
  | typeof exportMessages
  | typeof ladderMessages
  | typeof laneMessages
  | typeof liveLaneMessages
  | typeof limitMessages
  | typeof meetingAheadMessages
  | typeof undoMessages
  | typeof meetingMessages
  | typeof mentionMessages
  | typeof notificationMessages
  | typeof paletteMessages
  | typeof presenceMessages
  | typeof printMessages
  | typeof privacyMessages
  | typeof registerMessages
  | typeof savedViewMessages
  | typeof settingsMessages
  | typeof specialMessages
  | typeof signInMessages
  | typeof surveyFigureMessages
  | typeof surveyMessages
  | typeof resolutionMessages
  | typeof paymentSettingsMessages
  | typeof viewMessages
  | typeof wallMessages
  | typeof wordsSettingsMessages;

type KeysOf<Area> = Area extends AreaMessages<infer Key> ? Key : never;

/** A key of the catalogue. */
export type MessageKey = KeysOf<FirstArea | LaterArea>;

const texts: Record<Locale, Partial<Record<MessageKey, string>>> = { 'zh-CN': {}, en: {} };
const renamed: typeof texts = { 'zh-CN': {}, en: {} };

/** The text of each key, still to be filled in. What a screen says is loaded before it is shown. */
export const catalogue = texts as Record<Locale, Readonly<Record<MessageKey, string>>>;

/** Adds the texts of an area that was loaded with the screen that says them. */
export function addMessages(area: FirstArea | LaterArea): void {
  addTexts('zh-CN', area['zh-CN']);
  addTexts('en', area.en);
}

/** Adds texts of one language. A name that the company gave before stays. */
export function addTexts(locale: Locale, added: Readonly<Partial<Record<MessageKey, string>>>): void {
  Object.assign(texts[locale], { ...added, ...renamed[locale] });
}

/** Gives a word that the company calls otherwise its own name, before anything shows it. */
export function rename(key: MessageKey, name: Record<Locale, string>): void {
  for (const locale of LOCALES) {
    renamed[locale][key] = name[locale];
    texts[locale][key] = name[locale];
  }
}
