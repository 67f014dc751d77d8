import { Suspense, useEffect, useState } from 'react';
import { keepEarlyKeys } from './early-keys.ts';
import type { EarlyKeys } from './early-keys.ts';
import { lazyPart } from './parts.ts';
import { isTyping, shortcutOf } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';

const Palette = lazyPart(async () => (await import('../features/palette/palette.tsx')).Palette);
const HelpSheet = lazyPart(async () => (await import('../features/palette/help-sheet.tsx')).HelpSheet);

/** Where the board lies covered, as beneath the desk, its field can't have the focus. */
const SEARCH_FIELD = '[role="search"] input:not([inert] *)';

/** `from`: what had the focus, which goes back to it. */
type Open = { kind: 'palette'; from: Element | null; keys: EarlyKeys } | { kind: 'help'; from: Element | null };

/** The keys that work on every screen, and what they open; its code comes when it is first asked for. */
export function GlobalKeys() {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    let latest: EarlyKeys | null = null;
    const openOver = (kind: Open['kind']) => {
      const from = document.activeElement;
      latest?.take();
      latest = kind === 'help' ? null : keepEarlyKeys(from, () => setOpen(null));
      setOpen(latest === null ? { kind: 'help', from } : { kind: 'palette', from, keys: latest });
    };
    const pressed = (event: KeyboardEvent) => {
      const shortcut = shortcutOf('everywhere', event);
      // What was done last knows its key by itself.
      if (shortcut === null || shortcut === 'undo' || event.defaultPrevented) return;
      if (shortcut !== 'palette' && (isTyping(event.target) || !singleKeys())) return;
      event.preventDefault();
      const field = shortcut === 'search' ? document.querySelector<HTMLElement>(SEARCH_FIELD) : null;
      if (field !== null) field.focus();
      else openOver(shortcut === 'help' ? 'help' : 'palette');
    };
    const asked = () => openOver('palette');
    document.addEventListener('keydown', pressed);
    document.addEventListener(ASKED, asked);
    return () => {
      latest?.take();
      document.removeEventListener('keydown', pressed);
      document.removeEventListener(ASKED, asked);
    };
  }, []);
  if (open === null) return null;
  const { from } = open;
  const close = () => {
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    setOpen(null);
  };
  return (
    <Suspense fallback={null}>
      {open.kind === 'help' ? (
        <HelpSheet onClose={close} />
      ) : (
        <Palette from={from} keys={open.keys} onClose={close} onHelp={() => setOpen({ kind: 'help', from })} />
      )}
    </Suspense>
  );
}

const ASKED = 'redress:palette';

/** Opens the palette, for those who don't press keys. */
export function openPalette(): void {
  document.dispatchEvent(new Event(ASKED));
}
