/** The windows of one member: they are here while any of these is, at what changed last. */
import type { WindowPresence } from '@redress/schema/presence/presence-source';

interface HereWindow extends WindowPresence {
  /** When it last said anything; in ms since 1970. */
  heardAt: number;
}

/** In the order in which something changed in them, the latest last. */
export type Windows = readonly HereWindow[];

/** Nobody works in more at a time; whose has changed nothing for the longest is forgotten until it says something again. */
const MOST_WINDOWS = 20;

/** The windows after one of them has spoken. One that only repeats itself stays where it is in their order. */
export function withWindow(windows: Windows, told: WindowPresence, now: number): Windows {
  const { window, complaintId, activity } = told;
  const known = windows.find((one) => one.window === window);
  const others = windows.filter((one) => one !== known);
  if (activity === 'AWAY') return others;
  const said = { window, complaintId, activity, heardAt: now };
  if (known?.complaintId === complaintId && known.activity === activity) {
    return windows.map((one) => (one === known ? said : one));
  }
  return [...others, said].slice(-MOST_WINDOWS);
}

/** Those that have said something since. */
export function withoutSilent(windows: Windows, since: number): Windows {
  return windows.filter(({ heardAt }) => heardAt >= since);
}

/** The window that stands for the member: the one in which something changed last. Null: they are not here. */
export function shownWindow(windows: Windows): HereWindow | null {
  return windows.at(-1) ?? null;
}
