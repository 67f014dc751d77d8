import { SHORTCUTS, shortcutOf } from '@redress/board/app/shortcuts';
import type { ShortcutPlace } from '@redress/board/app/shortcuts';
import { addMessages, catalogue } from '@redress/board/i18n/catalogue';
import { paletteMessages } from '@redress/board/i18n/messages/palette';
import { describe, expect, test } from 'vitest';

const PLACES = Object.keys(SHORTCUTS) as ShortcutPlace[];
const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  test.each(PLACES)('[CP3] %s: a key means one thing, and the sheet has words for it in both languages', (place) => {
    const entries = Object.entries(SHORTCUTS[place]) as [string, readonly string[]][];
    const keys = entries.flatMap(([, all]) => all);
    expect(new Set(keys).size).toBe(keys.length);
    addMessages(paletteMessages);
    for (const [name] of entries) {
      expect(catalogue.en).toHaveProperty([`keys.${place}.${name}`]);
      expect(catalogue['zh-CN']).toHaveProperty([`keys.${place}.${name}`]);
    }
  });

  test('[CP3] capitals mean what their letters mean; with Ctrl or ⌘ a letter is another key, with Alt none', () => {
    expect(shortcutOf('card', press('C'))).toBe('claim');
    expect(shortcutOf('card', press('c', { ctrlKey: true }))).toBe(null);
    expect(shortcutOf('everywhere', press('k', { metaKey: true }))).toBe('palette');
    expect(shortcutOf('everywhere', press('k', { ctrlKey: true }))).toBe('palette');
    expect(shortcutOf('everywhere', press('?', { altKey: true }))).toBe(null);
    expect(shortcutOf('everywhere', press('?', { shiftKey: true }))).toBe('help');
    expect(shortcutOf('everywhere', press('z', { ctrlKey: true }))).toBe('undo');
    expect(shortcutOf('everywhere', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(null);
  });
});
