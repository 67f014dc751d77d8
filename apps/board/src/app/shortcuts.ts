/**
 * Every key of the board and what it does, by where it counts. Handlers ask here what a key means, and the help sheet
 * lists the same entries, so that neither can promise what the other does not keep. `Mod` is Ctrl, or ⌘ on a Mac.
 */
export const SHORTCUTS = {
  /** Wherever nobody is typing. */
  everywhere: {
    palette: ['Mod+k'],
    search: ['/'],
    help: ['?'],
    undo: ['Mod+z'],
  },
  /** With the focus on a card of the board. */
  card: {
    open: ['Enter'],
    up: ['ArrowUp', 'k'],
    down: ['ArrowDown', 'j'],
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    lift: [' '],
    move: ['m'],
    claim: ['c'],
    accept: ['a'],
    decline: ['d'],
    handOver: ['h'],
    assign: ['s'],
    select: ['x'],
  },
  /** While a card is carried. */
  carried: {
    up: ['ArrowUp'],
    down: ['ArrowDown'],
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    laneUp: ['PageUp'],
    laneDown: ['PageDown'],
    drop: [' ', 'Enter'],
    cancel: ['Escape'],
  },
  /** With the focus on a line of the desk. */
  desk: {
    next: ['j', 'ArrowDown'],
    previous: ['k', 'ArrowUp'],
    open: ['Enter'],
    claim: ['c'],
    accept: ['a'],
    decline: ['d'],
    finish: ['f'],
    takeOn: ['t'],
    handOver: ['h'],
    assign: ['s'],
    undo: ['z'],
  },
  /** Anywhere on a meeting's screen. */
  meeting: {
    next: ['n'],
    previous: ['p'],
    follow: ['f'],
  },
} as const;

export type ShortcutPlace = keyof typeof SHORTCUTS;
export type Shortcut<Place extends ShortcutPlace> = keyof (typeof SHORTCUTS)[Place];

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What a key means in a place; null when it means nothing there. */
export function shortcutOf<Place extends ShortcutPlace>(place: Place, pressed: Pressed): Shortcut<Place> | null {
  if (pressed.altKey) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const isMod = pressed.ctrlKey || pressed.metaKey;
  // With Shift as well it is another key: Ctrl+Shift+Z does again what Ctrl+Z took back.
  if (isMod && pressed.shiftKey) return null;
  const whole = isMod ? `Mod+${key}` : key;
  const entries = Object.entries(SHORTCUTS[place]) as [Shortcut<Place>, readonly string[]][];
  return entries.find(([, keys]) => keys.includes(whole))?.[0] ?? null;
}

/** A box that is ticked takes no letters. */
const FIELDS = 'form, textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/** Whether keys are typed there rather than pressed: in a form, on its buttons too, a letter means itself. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(FIELDS) !== null;
}
