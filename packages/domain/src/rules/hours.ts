/**
 * The arithmetic of open time (docs/SPEC.md, CAL1–CAL7): how much of somebody's working hours passes between two
 * moments, and when so much of it has passed. Pure; hours never change once they were asked, so their days are kept.
 */
import { DAY_MS, dayText } from './days.ts';
import { BLOCK_MS, blockOf, firstWhere, openBefore } from './timeline.ts';

/** Minutes of the local clock since midnight, 0 to 1440, from < to. */
export interface Span {
  from: number;
  to: number;
}

/** When somebody works. */
export interface Hours {
  /** Names one immutable version of the hours. */
  id: string;
  /** IANA name of the zone whose days these are. */
  timeZone: string;
  /** The open spans of a local day ('2026-11-22'), in order, without overlaps. Always the same for the same day. */
  spansOn(day: string): readonly Span[];
}

/** A part of open time within one local day. */
export interface OpenSpan {
  day: string;
  from: Date;
  to: Date;
  ms: number;
}

/** How far ahead open time is looked for. Whatever has to wait longer is a mistake in the hours, not a deadline. */
export const HORIZON_YEARS = 50;
const HORIZON_BLOCKS = Math.ceil((HORIZON_YEARS * 365.25 * DAY_MS) / BLOCK_MS);

/** There is not so much open time within the horizon. */
export class NoOpenTimeError extends Error {
  readonly hoursId: string;
  constructor(hours: Hours, from: Date, ms: number) {
    super(`Hours ${hours.id} do not have ${ms} ms within ${HORIZON_YEARS} years after ${from.toISOString()}.`);
    this.name = 'NoOpenTimeError';
    this.hoursId = hours.id;
  }
}

/** Open time from one moment to another, in milliseconds; 0 when the second is not later. Null hours are always open. */
export function openTimeBetween(hours: Hours | null, from: Date, to: Date): number {
  const [start, end] = [instantOf(from), instantOf(to)];
  if (end <= start) return 0;
  if (hours === null) return end - start;
  const [first, last] = [endingIn(start), endingIn(end)];
  if (last - first > HORIZON_BLOCKS) throw new RangeError(`That is more than ${HORIZON_YEARS} years.`);
  let open = openBefore(blockOf(hours, last), end) - openBefore(blockOf(hours, first), start);
  for (let index = first; index < last; index += 1) open += blockOf(hours, index).total;
  return open;
}

/**
 * The earliest moment by which so much open time has passed since `from`. It never lies in closed time: without
 * anything to wait for it is the next opening. A closing moment still counts as open.
 *
 * @param ms whole milliseconds, not negative.
 * @throws NoOpenTimeError when the hours do not have so much within the horizon.
 */
export function addOpenTime(hours: Hours | null, from: Date, ms: number): Date {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`${ms} is no amount of time.`);
  const start = instantOf(from);
  if (hours === null) return new Date(start + ms);
  const first = endingIn(start);
  let left = openBefore(blockOf(hours, first), start) + ms;
  for (let index = first; index <= first + HORIZON_BLOCKS; index += 1) {
    const block = blockOf(hours, index);
    // Equal is not always enough: when nothing has to pass, a block that has closed for good offers no moment.
    if (left <= block.total) {
      const found = block.intervals[firstWhere(block, (it) => it.to >= start && it.before + it.to - it.from >= left)];
      if (found !== undefined) return new Date(found.from + left - found.before);
    }
    left -= block.total;
  }
  throw new NoOpenTimeError(hours, from, ms);
}

/** The parts of open time that `addOpenTime` counts, in order: why a deadline is due when it is. */
export function explainOpenTime(hours: Hours | null, from: Date, ms: number): OpenSpan[] {
  return openSpansBetween(hours, from, addOpenTime(hours, from, ms));
}

/** The parts of open time between two moments, in order. Null hours give one, which begins on a day of UTC. */
export function openSpansBetween(hours: Hours | null, from: Date, to: Date): OpenSpan[] {
  const [start, end] = [instantOf(from), instantOf(to)];
  if (end <= start) return [];
  if (hours === null) return [{ day: from.toISOString().slice(0, 10), from, to, ms: end - start }];
  const spans: OpenSpan[] = [];
  for (let index = Math.floor(start / BLOCK_MS); index <= endingIn(end); index += 1) {
    for (const interval of blockOf(hours, index).intervals) {
      const [opens, closes] = [Math.max(start, interval.from), Math.min(end, interval.to)];
      if (opens < closes) append(spans, dayText(interval.day), opens, closes);
    }
  }
  return spans;
}

/** Whether the hours are open in the very moment; at closing time they no longer are. */
export function isOpenAt(hours: Hours, at: Date): boolean {
  const instant = instantOf(at);
  const block = blockOf(hours, Math.floor(instant / BLOCK_MS));
  const interval = block.intervals[firstWhere(block, (it) => it.to > instant)];
  return interval !== undefined && interval.from <= instant;
}

/** `at` itself while the hours are open, else when they open next. */
export function nextOpening(hours: Hours, at: Date): Date {
  return isOpenAt(hours, at) ? at : new Date(addOpenTime(hours, at, 1).getTime() - 1);
}

/** Index of the block that has this instant within or at its end. A moment between two blocks may close the first. */
function endingIn(instant: number): number {
  return Math.ceil(instant / BLOCK_MS) - 1;
}

function instantOf(moment: Date): number {
  const instant = moment.getTime();
  if (Number.isNaN(instant)) throw new RangeError('That is no moment.');
  return instant;
}

/** A span that goes on where the last one of its day stopped is one with it: only the bookkeeping had parted them. */
function append(spans: OpenSpan[], day: string, from: number, to: number): void {
  const last = spans.at(-1);
  if (last?.day === day && last.to.getTime() === from) {
    last.to = new Date(to);
    last.ms += to - from;
  } else {
    spans.push({ day, from: new Date(from), to: new Date(to), ms: to - from });
  }
}
