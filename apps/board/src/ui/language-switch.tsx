import { chooseLocale } from '../i18n/first-texts.ts';
import { LOCALE_NAMES, LOCALES } from '../i18n/locale.ts';
import { useLocale, useT } from '../i18n/use-t.ts';
import { Segments } from './segments.tsx';

const OPTIONS = LOCALES.map((value) => ({ value, label: <span lang={value}>{LOCALE_NAMES[value]}</span> }));

/** Switches the language. Each language is written as its readers write it. */
export function LanguageSwitch() {
  const t = useT();
  return (
    <Segments
      label={t('common.language')}
      value={useLocale()}
      options={OPTIONS}
      onChange={(locale) => void chooseLocale(locale)}
    />
  );
}
