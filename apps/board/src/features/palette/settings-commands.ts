/** The sections of the settings, which everybody may read. They come with their names, after the palette. */
import type { Translate } from '../../i18n/translate.ts';
import { SECTIONS } from '../settings/section-names.ts';
import '../settings/use-settings-t.ts';
import { inBothLanguages } from './commands.ts';
import type { Command } from './commands.ts';

export function settingsCommands(go: (href: string) => void, t: Translate): Command[] {
  return SECTIONS.map((section) => ({
    id: `settings.${section}`,
    label: t('palette.settings', { section: t(`settings.section.${section}`) }),
    also: `settings 设置 ${section} ${inBothLanguages(`settings.section.${section}`)}`,
    key: null,
    run: () => go(`/settings?section=${section}`),
    isDeep: true,
  }));
}
