/**
 * The open time of somebody's hours as a line of instants, kept in blocks, so that a question about a span of time costs
 * a search and not a walk over its days. A moment is open when the local clock shows a time inside a span: an hour that
 * summer time skips never opens, and one that it repeats opens twice.
 */
import { DAY_MS, MINUTE_MS, dayText } from './days.ts';
import type { Hours } from './hours.ts';
import { stretchesOf } from './zone.ts';

export const BLOCK_MS = 64 * DAY_MS;

/** An open interval of instants, in milliseconds; it lies within one local day and one block. */
export interface Interval {
  /** The number of the local day. */
  day: number;
  from: number;
  to: number;
  /** Open time of the block before this interval. */
  before: number;
}

/** The instants [index * BLOCK_MS, (index + 1) * BLOCK_MS). */
export interface Block {
  /** In order, without overlaps. */
  intervals: readonly Interval[];
  /** Open time of the whole block, in milliseconds. */
  total: number;
}

const lines = new WeakMap<Hours, Map<number, Block>>();

/** The block with this index; built when it is first asked for. */
export function blockOf(hours: Hours, index: number): Block {
  const line = lines.get(hours) ?? new Map<number, Block>();
  const known = line.get(index);
  if (known !== undefined) return known;
  const block = build(hours, index);
  lines.set(hours, line.set(index, block));
  return block;
}

/** Open time of the block before `instant`, which lies in it or at its end. */
export function openBefore(block: Block, instant: number): number {
  const next = firstWhere(block, (interval) => interval.from >= instant);
  const last = block.intervals[next - 1];
  return last === undefined ? 0 : last.before + Math.min(last.to, instant) - last.from;
}

/** Index of the first interval for which this holds, or how many there are. What holds for one holds for all after it. */
export function firstWhere(block: Block, holds: (interval: Interval) => boolean): number {
  let low = 0;
  let high = block.intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(block.intervals[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function build(hours: Hours, index: number): Block {
  const intervals: Interval[] = [];
  let total = 0;
  // Within a stretch local time only goes forward, so walking its days gives the intervals in the order of time.
  for (const stretch of stretchesOf(hours.timeZone, index * BLOCK_MS, (index + 1) * BLOCK_MS)) {
    const last = Math.ceil((stretch.to + stretch.offset) / DAY_MS);
    for (let day = Math.floor((stretch.from + stretch.offset) / DAY_MS); day < last; day += 1) {
      const midnight = day * DAY_MS - stretch.offset;
      for (const span of hours.spansOn(dayText(day))) {
        const from = Math.max(stretch.from, midnight + span.from * MINUTE_MS);
        const to = Math.min(stretch.to, midnight + span.to * MINUTE_MS);
        if (from >= to) continue;
        intervals.push({ day, from, to, before: total });
        total += to - from;
      }
    }
  }
  return { intervals, total };
}
