/**
 * Plays all stories of a log in one passage of time (docs/SPEC.md, RP5–RP7). Within an hour cases go side by side, as
 * people work; each case keeps its own order, and its clocks strike between its steps at their own moments.
 */
import type { ActionContext } from '@redress/domain/actions/context';
import { CasePlayer } from './case-player.ts';
import type { Scene } from './case-player.ts';
import type { CaseStory, Step } from './case-steps.ts';
import { foundCompany } from './company.ts';
import { nextWakings, wake, wakeUntil } from './due-clocks.ts';
import { Tally } from './tally.ts';

export interface ReplayOptions {
  /** The product itself, acting; each step is given its own time. */
  ctx: ActionContext;
  stories: readonly CaseStory[];
  source: string;
  /** How many cases are played side by side. */
  writers: number;
  /** Ends the replay after the hour that it is at. */
  signal?: AbortSignal;
  /** Called after each hour in which something was done, with its end, in milliseconds since 1970. The replay waits for it. */
  onHour?: (until: number, tally: Tally) => void | Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Complaints that are looked up at once when they are to wake. */
const LOOK_AHEAD = 500;

/** Plays the log to its end, or until it is told to stop. Throws when something other than a rule is in the way. */
export async function runReplay({ ctx, stories, source, writers, signal, onHour }: ReplayOptions): Promise<Tally> {
  const tally = new Tally();
  const scene: Scene = { ctx, company: await foundCompany(ctx, stories), source, tally };
  for (const { hour, turns } of agendaOf(scene, stories)) {
    if (signal?.aborted === true) break;
    await strikeUntil(ctx, hour * HOUR_MS, writers);
    await playHour(scene, { hour, turns }, writers);
    await onHour?.((hour + 1) * HOUR_MS, tally);
  }
  return tally;
}

const hourOf = (at: number) => Math.floor(at / HOUR_MS);

/** The steps of one case within one hour. */
interface Turn {
  player: CasePlayer;
  steps: Step[];
}

/** All that is done in an hour since 1970. */
interface Hour {
  hour: number;
  turns: Turn[];
}

/** The hours in which something is done, in the order of time. */
function agendaOf(scene: Scene, stories: readonly CaseStory[]): Hour[] {
  const hours = new Map<number, Turn[]>();
  for (const { caseId, steps } of stories) {
    const player = new CasePlayer(scene, caseId);
    for (const step of steps) {
      const turns = hours.get(hourOf(step.at)) ?? [];
      if (turns.length === 0) hours.set(hourOf(step.at), turns);
      const own = turns.at(-1);
      if (own?.player === player) own.steps.push(step);
      else turns.push({ player, steps: [step] });
    }
  }
  return [...hours].map(([hour, turns]) => ({ hour, turns })).sort((a, b) => a.hour - b.hour);
}

async function playHour(scene: Scene, { hour, turns }: Hour, writers: number): Promise<void> {
  const due = await nextWakings(scene.ctx.db, (hour + 1) * HOUR_MS, Number.MAX_SAFE_INTEGER);
  const firstWaking = new Map(due.map(({ id, at }) => [id, at]));
  await sideBySide(turns, writers, (turn) => playTurn(scene, turn, firstWaking));
}

/**
 * What is due in the very moment of a step is not late, for the log is written to the minute. `firstWaking`: of the
 * complaints as the hour begins; what a step sets going may be due before the next one.
 */
async function playTurn(
  scene: Scene,
  { player, steps }: Turn,
  firstWaking: ReadonlyMap<string, number>,
): Promise<void> {
  let before: number | null = null;
  for (const step of steps) {
    const id = player.complaintId;
    if (id !== null && (before ?? firstWaking.get(id) ?? Infinity) < step.at) await wakeUntil(scene.ctx, id, step.at);
    await player.play(step);
    before = step.at;
  }
}

/** Lets the clocks strike that are due before a moment, hour by hour from one that strikes to the next. */
async function strikeUntil(ctx: ActionContext, moment: number, writers: number): Promise<void> {
  for (;;) {
    const due = await nextWakings(ctx.db, moment, LOOK_AHEAD);
    const [first] = due;
    if (first === undefined) return;
    const together = due.filter(({ at }) => at < first.at + HOUR_MS);
    await sideBySide(together, writers, (waking) => wake(ctx, waking));
  }
}

/** Does the work for each of the items in their order, for at most so many at the same time. */
async function sideBySide<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
