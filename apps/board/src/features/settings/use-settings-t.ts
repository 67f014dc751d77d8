import { addMessages } from '../../i18n/catalogue.ts';
import { calendarSettingsMessages } from '../../i18n/messages/calendar-settings.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { settingsMessages } from '../../i18n/messages/settings.ts';
import { dutySettingsMessages } from '../../i18n/messages/settings-duty.ts';
import { wordsSettingsMessages } from '../../i18n/messages/settings-words.ts';
import { paymentSettingsMessages } from '../../i18n/messages/settings-payment.ts';
import { ladderMessages } from '../../i18n/messages/settings-ladder.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/use-t.ts';

/** A key of this screen's texts. */
export type SettingsKey =
  | keyof typeof settingsMessages.en
  | keyof typeof ladderMessages.en
  | keyof typeof dutySettingsMessages.en
  | keyof typeof wordsSettingsMessages.en
  | keyof typeof paymentSettingsMessages.en
  | keyof typeof calendarSettingsMessages.en;
export type SettingsTranslate = Translate;

// The texts come with the screens that say them; a kept draft is told of in the words of every form.
addMessages(settingsMessages);
addMessages(ladderMessages);
addMessages(dutySettingsMessages);
addMessages(wordsSettingsMessages);
addMessages(paymentSettingsMessages);
addMessages(calendarSettingsMessages);
addMessages(complaintMessages);

/** The translator, once the settings' own texts are in the catalogue. */
export function useSettingsT(): SettingsTranslate {
  return useT();
}
