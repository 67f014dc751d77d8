import { useEffect, useEffectEvent } from 'react';
import { isInDialog } from '../../app/in-dialog.ts';
import { isTyping, shortcutOf } from '../../app/shortcuts.ts';
import { singleKeys } from '../../app/single-keys.ts';
import type { Shortcut } from '../../app/shortcuts.ts';

/** Letters that lead through a meeting, while nobody types, and for who has not switched single keys off. */
export function useMeetingKeys(acts: Readonly<Record<Shortcut<'meeting'>, () => void>>): void {
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
