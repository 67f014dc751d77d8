import { settingsMessages } from '../../i18n/messages/settings.ts';
import { translatorsOf } from '../../i18n/translate.ts';
import type { TranslateIn } from '../../i18n/translate.ts';
import { useLocale } from '../../i18n/use-t.ts';

/** A key of this screen's texts. */
export type SettingsKey = keyof typeof settingsMessages.en;
export type SettingsTranslate = TranslateIn<SettingsKey>;

const translators = translatorsOf(settingsMessages);

/** The translator of this screen's own texts, which come with its code. */
export function useSettingsT(): SettingsTranslate {
  return translators[useLocale()];
}
