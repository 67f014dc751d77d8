/** What fills the holes of one copy of a case: the case as it was, at another time and under another number. */
import { createHash } from 'node:crypto';
import type { Hole } from './mould.ts';

export interface Copy {
  /** Which of the cases it is a copy of. */
  template: number;
  /** How much later than the case itself everything happens, in milliseconds; no two copies of a case have the same. */
  later: number;
  /** Of the complaint's number, from 1. */
  serial: number;
  receivedAt: number;
}

/** What was still to come when the cases were read is put off by so much: the clock rests while somebody measures. */
const PUT_OFF_MS = 400 * 86_400_000;

/** @param readAt when the cases were read. */
export function fillHoles(holes: readonly Hole[], copy: Copy, readAt: number): string[] {
  return holes.map((hole) => fill(hole, copy, readAt));
}

function fill(hole: Hole, copy: Copy, readAt: number): string {
  switch (hole.kind) {
    case 'ID': {
      const time = (hole.at + copy.later).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}${hole.tail}`;
    }
    case 'MOMENT':
      return new Date(hole.at + copy.later + (hole.at > readAt ? PUT_OFF_MS : 0)).toISOString();
    case 'NUMBER':
      return `C-${yearOf(copy)}-${serialOf(copy)}`;
    case 'YEAR':
      return yearOf(copy);
    case 'SERIAL':
      return serialOf(copy);
    case 'PHONE':
      return `199${String(copy.serial).padStart(8, '0')}`;
    case 'EMAIL':
      return `${copy.serial}.${hole.address}`;
    case 'TRACKING_HASH':
      return createHash('sha256').update(`copy ${copy.serial}`).digest('hex');
  }
}

function yearOf({ receivedAt }: Copy): string {
  return String(new Date(receivedAt).getUTCFullYear());
}

function serialOf({ serial }: Copy): string {
  return String(serial).padStart(6, '0');
}
