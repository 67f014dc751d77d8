/** How the lane is kept on this browser: folded or not, and whether it sounds. It does not unless somebody asked for it. */
import { useSyncExternalStore } from 'react';

export interface LaneSettings {
  folded: boolean;
  sound: boolean;
}

const KEY = 'redress.lane';
const DEFAULTS: LaneSettings = { folded: false, sound: false };

let settings = read();
const listeners = new Set<() => void>();

function read(): LaneSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return DEFAULTS;
    return { folded: 'folded' in kept && kept.folded === true, sound: 'sound' in kept && kept.sound === true };
  } catch {
    return DEFAULTS;
  }
}

export function setLaneSettings(change: Partial<LaneSettings>): void {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Kept for as long as the page is open.
  }
  for (const listener of [...listeners]) listener();
}

export function laneSettings(): LaneSettings {
  return settings;
}

export function useLaneSettings(): LaneSettings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, laneSettings);
}
