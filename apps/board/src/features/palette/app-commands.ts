/** What can be done from every screen: taking back, the language, the look, the sheet of keys, the ways out. */
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { inBothLanguages } from './commands.ts';
import type { Command } from './commands.ts';

const THEMES = ['light', 'dark', 'auto'] as const;
type Theme = (typeof THEMES)[number];

export interface App {
  locale: Locale;
  chooseLocale: (locale: Locale) => void;
  theme: Theme;
  chooseTheme: (theme: Theme) => void;
  help: () => void;
  signOut: (everywhere: boolean) => void;
}

/** @param what was done last, in words; null where nothing is to be taken back */
export function undoCommands(what: string | null, takeBack: () => void, t: Translate): Command[] {
  if (what === null) return [];
  const also = `take back ${inBothLanguages('undo.do')}`;
  return [{ id: 'undo', label: t('palette.undo', { what }), also, key: SHORTCUTS.everywhere.undo[0], run: takeBack }];
}

export function appCommands(app: App, t: Translate): Command[] {
  const named = (
    id: string,
    key: MessageKey,
    also: string,
    run: () => void,
    shortcut: string | null = null,
  ): Command => ({
    id,
    label: t(key),
    also: `${also} ${inBothLanguages(key)}`,
    key: shortcut,
    run,
  });
  return [
    named('help', 'palette.help', 'help ? 帮助', app.help, SHORTCUTS.everywhere.help[0]),
    ...LOCALES.filter((locale) => locale !== app.locale).map(
      (locale): Command => ({
        id: `locale.${locale}`,
        label: t('palette.language', { name: LOCALE_NAMES[locale] }),
        also: `language 语言 中文 chinese english ${locale}`,
        key: null,
        run: () => app.chooseLocale(locale),
      }),
    ),
    ...THEMES.filter((theme) => theme !== app.theme).map((theme) =>
      named(`theme.${theme}`, `palette.theme.${theme}`, 'theme appearance 外观 主题', () => app.chooseTheme(theme)),
    ),
    named('signOut', 'palette.signOut', 'log out logout 注销', () => app.signOut(false)),
    named('signOutEverywhere', 'palette.signOutEverywhere', 'log out logout devices 注销', () => app.signOut(true)),
  ];
}
