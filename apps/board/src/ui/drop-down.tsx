import { Suspense, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import classes from './drop-down.module.css';

/** The distance from the button, and from the window's edges, in pixels. */
const GAP = 6;

/**
 * A button with a panel that drops down from it. Escape, a link in it, a press elsewhere and the focus moving on close
 * it. The panel hangs below its button without the machinery that places floating things anywhere: on the board nothing needs more,
 * and that would be a tenth of what a cold load brings.
 */
export function DropDown({
  label,
  button,
  align = 'start',
  className,
  panelClassName = '',
  isMarked = false,
  children,
}: {
  /** What the panel is called. */
  label: string;
  /** What the button shows. */
  button: ReactNode;
  /** The edge that the panel shares with the button. */
  align?: 'start' | 'end';
  className?: string | undefined;
  panelClassName?: string | undefined;
  /** Sets `data-chosen` on the button. */
  isMarked?: boolean;
  /** What the panel shows; rendered while it is open. A part that comes later may stand in it. */
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen || opener.current === null || panel.current === null) return undefined;
    place(panel.current, opener.current, align);
    focusFirst(panel.current);
    return closeWhenLeft(panel.current, opener.current, () => setOpen(false));
  }, [isOpen, align]);

  /** What it shows came after it was opened: it stands and has the focus as if it had been there. */
  const came = () => {
    if (opener.current === null || panel.current === null) return;
    place(panel.current, opener.current, align);
    if (document.activeElement === panel.current) focusFirst(panel.current);
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        data-chosen={isMarked || undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div
          ref={panel}
          id={id}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          className={`${classes.panel} ${panelClassName}`}
        >
          <Suspense fallback={null}>
            {children}
            <WhenThere run={came} />
          </Suspense>
        </div>
      )}
    </>
  );
}

/** Runs when what stands beside it is there. */
function WhenThere({ run }: { run: () => void }) {
  const latest = useEffectEvent(run);
  useLayoutEffect(() => latest(), []);
  return null;
}

function focusFirst(panel: HTMLElement): void {
  (panel.querySelector<HTMLElement>('input, button, a[href]') ?? panel).focus();
}

/** Hangs the panel below the button, within the window. */
function place(panel: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const wanted = align === 'start' ? left : right - panel.offsetWidth;
  const furthest = document.documentElement.clientWidth - panel.offsetWidth - GAP;
  panel.style.left = `${Math.max(GAP, Math.min(wanted, furthest))}px`;
  panel.style.top = `${bottom + GAP}px`;
  panel.style.maxHeight = `${innerHeight - bottom - 2 * GAP}px`;
}

/**
 * Calls when Escape is pressed in the panel, a link in it is followed, something else is pressed, or the focus moves on.
 * Returns how to stop.
 */
function closeWhenLeft(panel: HTMLElement, button: HTMLElement, close: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const isOurs = (target: EventTarget | null) =>
    target instanceof Node && (panel.contains(target) || button.contains(target));
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    button.focus();
    close();
  };
  // What had the focus may be gone, as a line that was taken away: the page itself then hears the key.
  const escapedNowhere = (event: KeyboardEvent) => {
    if (event.target === document.body) escaped(event);
  };
  const followed = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    if (!panel.contains(target) || target.closest('a[href]') === null) return;
    if (panel.contains(document.activeElement)) button.focus();
    close();
  };
  const pressed = ({ target }: PointerEvent) => {
    if (!isOurs(target)) close();
  };
  const left = ({ relatedTarget }: FocusEvent) => {
    // Without a target the focus went nowhere: a press on words of the panel, or another window.
    if (relatedTarget !== null && !isOurs(relatedTarget)) close();
  };
  panel.addEventListener('keydown', escaped, { signal });
  document.addEventListener('keydown', escapedNowhere, { signal });
  document.addEventListener('click', followed, { signal });
  panel.addEventListener('focusout', left, { signal });
  document.addEventListener('pointerdown', pressed, { signal });
  addEventListener('resize', close, { signal });
  return () => stop.abort();
}
