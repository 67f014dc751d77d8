import { SegmentedControl } from '@mantine/core';
import { LOCALE_NAMES, LOCALES, setLocale } from '../i18n/locale.ts';
import { useLocale, useT } from '../i18n/use-t.ts';

/** Switches the language at once. Each language is written as its readers write it. */
export function LanguageSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const t = useT();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('common.language')}
      value={useLocale()}
      onChange={setLocale}
      data={LOCALES.map((locale) => ({ value: locale, label: <span lang={locale}>{LOCALE_NAMES[locale]}</span> }))}
    />
  );
}
