import { useEffect, useEffectEvent } from 'react';
import { isInDialog } from '../../app/in-dialog.ts';
import { isTyping, shortcutOf } from '../../app/shortcuts.ts';
import { singleKeys } from '../../app/single-keys.ts';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { Shortcut } from '../../app/shortcuts.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { useT } from '../../i18n/use-t.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';

addMessages(paletteMessages);

const KEYS = Object.keys(SHORTCUTS.meeting) as Shortcut<'meeting'>[];

/** Letters that lead through a meeting, while nobody types, and for who has not switched single keys off. */
export function useMeetingKeys(acts: Readonly<Record<Shortcut<'meeting'>, () => void>>): void {
  const t = useT();
  useCommands(() =>
    KEYS.map((name) => ({
      id: `meeting.${name}`,
      label: t(`keys.meeting.${name}`),
      also: `meeting 会议 ${name} ${inBothLanguages(`keys.meeting.${name}`)}`,
      key: SHORTCUTS.meeting[name][0],
      run: acts[name],
    })),
  );
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !singleKeys() || isTyping(target) || isInDialog(target)) return;
    const shortcut = shortcutOf('meeting', event);
    if (shortcut !== null) acts[shortcut]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
