/**
 * Plays all stories of a log in one passage of time, hour by hour (docs/SPEC.md, RP5–RP7). Within an hour cases go side
 * by side, as people work; each case keeps its own order, and before every step of it the clocks have struck that were
 * due by then. At the end of the hour they strike for everybody else.
 */
import type { ActionContext } from '@redress/domain/actions/context';
import { CasePlayer } from './case-player.ts';
import type { Scene } from './case-player.ts';
import type { CaseStory, Step } from './case-steps.ts';
import { foundCompany } from './company.ts';
import { dueBy, nextDue, publishDue } from './due-clocks.ts';
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
  /** Called after each hour with its end, in milliseconds since 1970. The replay waits for it. */
  onHour?: (until: number, tally: Tally) => void | Promise<void>;
}

const HOUR_MS = 3_600_000;
/** What falls due in the very moment of a step is not late: the log is written to the minute. */
const BEFORE_MS = 1;
/** Complaints whose clocks are published in one commit. */
const BATCH = 50;

/** Plays the log to its end, or until it is told to stop. Throws when something other than a rule is in the way. */
export async function runReplay({ ctx, stories, source, writers, signal, onHour }: ReplayOptions): Promise<Tally> {
  const tally = new Tally();
  const scene: Scene = { ctx, company: await foundCompany(ctx, stories), source, tally };
  let last = -Infinity;
  for (const { hour: busy, turns } of agendaOf(scene, stories)) {
    for (let hour = last; hour < busy && signal?.aborted !== true; last = hour) {
      const due = await nextDue(ctx.db);
      // Hours in which nothing happens pass at once; what fell due before the hour is found in it.
      hour = Math.min(busy, Math.max(hour + 1, due === null ? busy : hourOf(due)));
      const end = (hour + 1) * HOUR_MS - BEFORE_MS;
      if (hour === busy) await playHour(scene, turns, { end, writers });
      await strike(scene, end);
      await onHour?.(end, tally);
    }
  }
  return tally;
}

const hourOf = (at: number) => Math.floor(at / HOUR_MS);

/** The steps of one case within one hour. */
interface Turn {
  player: CasePlayer;
  steps: Step[];
}

/** All turns by their hour since 1970, in the order of time. */
function agendaOf(scene: Scene, stories: readonly CaseStory[]): { hour: number; turns: Turn[] }[] {
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

async function playHour(
  scene: Scene,
  turns: readonly Turn[],
  { end, writers }: { end: number; writers: number },
): Promise<void> {
  if (turns.length === 0) return;
  const due = await dueBy(scene.ctx.db, end);
  const waiting = turns.values();
  const worker = async () => {
    for (const turn of waiting) await playTurn(scene, turn, due);
  };
  await Promise.all(Array.from({ length: Math.min(writers, turns.length) }, worker));
}

/** `due`: what was due within the hour when it began; what a step sets going may be due before the next one. */
async function playTurn(scene: Scene, { player, steps }: Turn, due: ReadonlyMap<string, number>): Promise<void> {
  let before: number | null = null;
  for (const step of steps) {
    const id = player.complaintId;
    const mayBeDue = before === null ? id !== null && (due.get(id) ?? Infinity) < step.at : before < step.at;
    if (id !== null && mayBeDue) await publishDue(scene.ctx, [id], step.at - BEFORE_MS);
    await player.play(step);
    before = step.at;
  }
}

/** Publishes all that is due by a moment. */
async function strike(scene: Scene, at: number): Promise<void> {
  const due = [...(await dueBy(scene.ctx.db, at)).keys()];
  for (let i = 0; i < due.length; i += BATCH) await publishDue(scene.ctx, due.slice(i, i + BATCH), at);
}
