/** What a replay tells the person who runs it: how far it is, and in the end what it came to. */
import type { Figures, TimeToResolve } from '@redress/domain/reads/figures';
import { count } from '../import/progress.ts';
import { SLIPS } from './case-steps.ts';
import type { CaseStory, Slip } from './case-steps.ts';
import type { Tally } from './tally.ts';

type Counts = ReadonlyMap<string, number>;

/** One line: where the log's time stands. */
export function progressLine(until: number, tally: Tally, seconds: number): string {
  const day = new Date(until).toISOString().slice(0, 10);
  return `${day}  ${count(tally.actions)} actions  ${count(tally.actions / seconds)} actions/s\n`;
}

/** What the file holds, before anything is played. */
export function storiesReport(stories: readonly CaseStory[]): string {
  const steps = new Map<string, number>();
  const slips = new Map<Slip, number>();
  for (const story of stories) {
    for (const step of story.steps) steps.set(step.do, (steps.get(step.do) ?? 0) + 1);
    for (const slip of story.slips) slips.set(slip, (slips.get(slip) ?? 0) + 1);
  }
  return [
    `${count(stories.length)} cases.`,
    ...section('Steps to play:', steps),
    ...section('Read into the log:', explained(slips)),
  ].join('\n');
}

/** What was done, refused and waived, and what the clock published meanwhile. */
export function tallyReport(tally: Tally, published: Counts): string {
  return [
    ...section('Done:', tally.done),
    ...section('Refused by the rules:', tally.refused),
    ...section('Criteria waived by the coordinator, because the log has nothing that meets them:', tally.waived),
    ...section('Published by the clock:', published),
  ].join('\n');
}

export function figuresReport({ complaints, reassignments, reopenings, timeToResolve, departments }: Figures): string {
  return [
    `${count(complaints)} complaints in ${count(departments.length)} departments, ${count(reassignments)} reassignments, ` +
      `${count(reopenings)} reopenings.`,
    timeLine(timeToResolve),
  ].join('\n');
}

function timeLine({ count: resolved, p50Ms, p90Ms }: TimeToResolve): string {
  if (p50Ms === null || p90Ms === null) return 'None is resolved.';
  return `${count(resolved)} resolved: half within ${hours(p50Ms)}, nine in ten within ${hours(p90Ms)}.`;
}

const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;

function explained(slips: ReadonlyMap<Slip, number>): Counts {
  return new Map([...slips].map(([slip, times]) => [SLIPS[slip], times]));
}

/** Nothing when there is nothing to count; else the title and the counts, the largest first. */
function section(title: string, counts: Counts): string[] {
  if (counts.size === 0) return [];
  const lines = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${count(times).padStart(9)}  ${name}`);
  return [title, ...lines];
}
