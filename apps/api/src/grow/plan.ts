/** Which case is copied when: seeded, so that the same numbers give the same data. */
import type { Copy } from './copied-case.ts';
import type { TemplateCase } from './read-cases.ts';

export interface Growth {
  /** Closed complaints in all. */
  closed: number;
  /** How many of them were closed within the last thirty days, which the board shows. */
  recent: number;
  open: number;
  /** Events of a closed complaint on average, as far as the cases allow; null: as many as they have. */
  eventsEach: number | null;
  /** Over how many years the closed ones were closed. */
  years: number;
  seed: number;
}

const DAY_MS = 86_400_000;
const RECENT_MS = 30 * DAY_MS;
/** Open complaints are at most so much older than those that they are copies of. */
const OPEN_MS = 20 * DAY_MS;

/** A case to copy, and its place among all of them. */
interface Candidate {
  index: number;
  template: TemplateCase;
}

/** The copies in the order of their numbers: the closed ones as they were closed, then the open ones as they came. */
export function planCopies(cases: readonly TemplateCase[], growth: Growth, now: number): Copy[] {
  const random = randomOf(growth.seed);
  const candidates = cases.map((template, index) => ({ template, index }));
  const closed = candidates.filter(({ template }) => template.closedAt !== null);
  const open = candidates.filter(({ template }) => template.closedAt === null);
  const drawClosed = drawing(closed, growth.eventsEach === null ? 0 : tiltTo(closed, growth.eventsEach));
  const drawOpen = drawing(open, 0);

  const copies: Copy[] = [];
  const last = new Map<number, number>();
  const add = ({ index, template }: Candidate, wish: number) => {
    const later = Math.max(Math.round(wish), (last.get(index) ?? -Infinity) + 1);
    last.set(index, later);
    copies.push({ template: index, later, serial: copies.length + 1, receivedAt: template.receivedAt + later });
  };
  const close = (count: number, from: number, until: number) => {
    for (let n = 0; n < count; n++) {
      const drawn = drawClosed(random());
      add(drawn, from + ((n + random()) * (until - from)) / count - drawn.template.closedAt!);
    }
  };
  const recently = now - RECENT_MS;
  close(growth.closed - growth.recent, now - growth.years * 365 * DAY_MS, recently);
  close(growth.recent, recently, now);
  for (let n = 0; n < growth.open; n++) add(drawOpen(random()), -OPEN_MS * (1 - (n + random()) / growth.open));
  return copies;
}

/** Draws one by a number in [0, 1): those with many events the rarer, the greater `tilt` is. */
function drawing(candidates: readonly Candidate[], tilt: number): (random: number) => Candidate {
  const weights = candidates.map(({ template }) => weightOf(template, tilt));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (random) => {
    let left = random * total;
    const at = weights.findIndex((weight) => (left -= weight) < 0);
    return candidates.at(at)!;
  };
}

/** The tilt with which the average of events comes out as wanted, as far as the cases allow. */
function tiltTo(candidates: readonly Candidate[], wanted: number): number {
  let [low, high] = [-2, 2];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (average(candidates, middle) > wanted) low = middle;
    else high = middle;
  }
  return low;
}

function average(candidates: readonly Candidate[], tilt: number): number {
  let [events, weights] = [0, 0];
  for (const { template } of candidates) {
    const weight = weightOf(template, tilt);
    events += weight * template.events;
    weights += weight;
  }
  return weights === 0 ? 0 : events / weights;
}

function weightOf({ events }: TemplateCase, tilt: number): number {
  return Math.exp(-tilt * events);
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
