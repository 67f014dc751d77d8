/** The form that an address asks for: `/complaints/C-2026-000123#rule`. Entries of the inbox lead there. */
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { ACTION_KINDS } from './action-kinds.ts';
import type { ActionKind } from './action-kinds.ts';

/** The action in the address; null without one, and when it names none. */
export function useAskedAction(): ActionKind | null {
  const hash = useLocation({ select: (location) => location.hash });
  const [asked] = hash.split(':');
  return ACTION_KINDS.find((kind) => kind === asked) ?? null;
}

/** What the address fills into the form of an action: `warehouse` in `#hand-off:warehouse`; undefined when nothing. */
export function useAskedValue(action: ActionKind): string | undefined {
  const hash = useLocation({ select: (location) => location.hash });
  return hash.startsWith(`${action}:`) ? decodeURIComponent(hash.slice(action.length + 1)) : undefined;
}

const FIELDS = 'input:not([type=hidden], [type=file]), select, textarea, button[type=submit]';

/** Brings it into sight, and the focus into its first field, or onto its first button. */
export function focusInto(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
  (element.querySelector<HTMLElement>(FIELDS) ?? element.querySelector('button'))?.focus();
}

/**
 * Brings the element into sight, and the focus into its first field, each time that it is what was asked for.
 * @param asked how often something was asked for, this being the last; 0: it is something else
 */
export function useFocusWhen(asked: number): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === 0) return undefined;
    // After the drawer's own: it takes the focus when it has come in.
    const timer = setTimeout(() => {
      if (element.current !== null) focusInto(element.current);
    }, 0);
    return () => clearTimeout(timer);
  }, [asked]);
  return element;
}
