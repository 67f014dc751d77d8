/** Checks the demo's data and prints what a board shows when it is loaded. Exits 1 when something is wrong. */
import { STAGES } from '@redress/domain/rules/vocabulary';
import { complaints } from './complaints.ts';
import { clockState } from './demo-clocks.ts';
import type { DemoComplaint } from './demo-complaint.ts';
import { type Replay, replay } from './replay.ts';
import { validateDemo } from './validate.ts';

interface Played extends Replay {
  complaint: DemoComplaint;
}

function tally(title: string, played: Played[], keyOf: (p: Played) => string): void {
  const counts = new Map<string, number>();
  for (const p of played) counts.set(keyOf(p), (counts.get(keyOf(p)) ?? 0) + 1);
  const parts = [...counts].map(([key, count]) => `${key} ${count}`);
  console.log(`${title.padEnd(22)}${parts.join(', ')}`);
}

/** A complaint is as late as its latest clock: one breach that still runs outweighs what was met. */
function breachState(p: Played): string {
  const states = p.clocks.map(clockState);
  for (const state of ['breached', 'due within the hour', 'met late'] as const) {
    if (states.includes(state)) return state;
  }
  return 'in time';
}

const played = complaints.map((complaint): Played => Object.assign(replay(complaint), { complaint }));
const open = played.filter((p) => p.stage !== 'CLOSED');
const pending = played.flatMap((p) => (p.pendingHandoff ? [p.pendingHandoff.askedAgo] : []));

tally(
  'stage',
  [...played].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)),
  (p) => p.stage,
);
tally('severity', played, (p) => p.complaint.severity);
tally('kind', played, (p) => p.complaint.kind ?? 'COMPLAINT');
tally('channel', played, (p) => p.complaint.channel);
tally('handling department', open, (p) => p.department ?? 'none');
tally('clocks, open', open, breachState);
for (const stage of STAGES) {
  tally(
    `  ${stage}`,
    played.filter((p) => p.stage === stage),
    breachState,
  );
}
tally('received', played, (p) => {
  const days = p.complaint.receivedMinutesAgo / 1440;
  return days < 1 ? 'within a day' : days < 3 ? 'within three days' : 'earlier';
});
tally(
  'in RECEIVED',
  played.filter((p) => p.stage === 'RECEIVED'),
  (p) => {
    if (!p.department) return 'unrouted';
    if (p.pendingHandoff) return 'handoff pending';
    return p.claimed ? 'claimed' : 'unclaimed';
  },
);
console.log(`${'handoffs pending'.padEnd(22)}${pending.length}, minutes: ${pending.sort((a, b) => a - b).join(' ')}`);
tally(
  'declines',
  played.filter((p) => p.declines > 0),
  (p) => `${p.declines}x`,
);
tally(
  'contested now',
  played.filter((p) => p.contested),
  (p) => p.complaint.key,
);
tally('two departments', played, (p) => (p.handoffs > 0 ? 'handed off' : 'one'));
console.log(
  `${'breached now'.padEnd(22)}${open
    .filter((p) => breachState(p) === 'breached')
    .map((p) => p.complaint.key)
    .join(' ')}`,
);

const problems = validateDemo();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${complaints.length} complaints, no problems` : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
