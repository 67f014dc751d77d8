import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { isTyping, shortcutOf } from '../../app/shortcuts.ts';

const SUBJECT = 'a[data-subject]';

/**
 * Going through the lines by keys. Whoever has the focus nowhere begins at the first line; when the line under the focus
 * goes away, the one that took its place gets it.
 */
export function useLineKeys(root: RefObject<HTMLElement | null>, isReady: boolean) {
  const at = useRef(0);
  const hadFocus = useRef(false);
  /** Who points at anything else has left the lines: what comes in must not call them back. */
  const hasLeft = useRef(false);

  const subjects = useCallback(() => [...(root.current?.querySelectorAll<HTMLElement>(SUBJECT) ?? [])], [root]);
  const focusAt = useCallback(
    (index: number) => {
      const all = subjects();
      all[Math.max(0, Math.min(index, all.length - 1))]?.focus();
    },
    [subjects],
  );

  /** The line that holds the focus now: others may have come or gone above it. */
  const where = useCallback(() => {
    const index = subjects().findIndex((subject) => lineOf(subject)?.contains(document.activeElement) === true);
    return index < 0 ? at.current : index;
  }, [subjects]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, defaultPrevented } = event;
      const isOurs = target === document.body || (target instanceof Node && root.current?.contains(target) === true);
      if (defaultPrevented || !isOurs || isTyping(target)) return;
      const shortcut = shortcutOf('desk', event);
      if (shortcut !== 'next' && shortcut !== 'previous') return;
      event.preventDefault();
      const step = shortcut === 'next' ? 1 : -1;
      focusAt(hadFocus.current ? where() + step : 0);
    };
    const focused = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Element && lineOf(target) !== null;
      if (hadFocus.current) hasLeft.current = false;
      at.current = where();
    };
    const pointed = ({ target }: PointerEvent) => {
      hasLeft.current = target instanceof Element && lineOf(target) === null;
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('focusin', focused);
    document.addEventListener('pointerdown', pointed);
    return () => {
      document.removeEventListener('pointerdown', pointed);
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('focusin', focused);
    };
  }, [root, where, focusAt]);

  // With each rendering of the lists: a line that went away took the focus along.
  useEffect(() => {
    const isLost = hadFocus.current && !hasLeft.current && document.activeElement === document.body;
    if (isLost) focusAt(at.current);
  });
  useEffect(() => {
    if (isReady) focusAt(0);
  }, [isReady, focusAt]);

  /** From a line that was answered to the one after it; but who went on while the answer was under way stays there. */
  const advance = useCallback(
    (answered: Element | null) => {
      const { activeElement } = document;
      const isThere = activeElement === document.body || answered?.contains(activeElement) === true;
      if (!isThere) return;
      const last = subjects().length - 1;
      focusAt(where() === last ? last - 1 : where() + 1);
    },
    [subjects, where, focusAt],
  );
  return { advance };
}

function lineOf(element: Element): Element | null {
  return element.closest('[data-line]');
}
