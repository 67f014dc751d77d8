import type { Translate } from '../../i18n/translate.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

/** What stands on a key. */
export function keyName(key: string, t: Translate): string {
  if (key === ' ') return t('palette.space');
  if (key.startsWith('Mod+')) {
    const isMac = navigator.platform.startsWith('Mac');
    return `${isMac ? '⌘' : 'Ctrl'} ${key.slice('Mod+'.length).toUpperCase()}`;
  }
  return SIGNS[key] ?? key.toUpperCase();
}
