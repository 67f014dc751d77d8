/**
 * What a change of settings would do, asked over 10,000 open complaints (docs/SPEC.md, PO9): a limit, which touches one
 * clock of each, and the company's calendar, which touches those that run in working time (duties keep the due time
 * that they were given). Against the least that could answer it: reading the same clocks once.
 */
import { policyEffect, proposedPolicy, withProposal } from '@redress/domain/reads/policy-preview';
import { valueOf } from '@redress/domain/reads/policy-values';
import type { PolicyKind } from '@redress/domain/rules/policies';
import { openCompany } from './kit/bench-company.ts';
import { median } from './kit/compare.ts';
import { fillClocks } from './kit/many-clocks.ts';
import { print } from './kit/transcript.ts';

const COMPLAINTS = 10_000;
const CLOCKS_EACH = 10;
const ROUNDS = 5;
/** Who waits for it sits in front of a form. */
const ALLOWED_MS = 2_000;

export async function bench(): Promise<void> {
  const { db, ctx, close } = await openCompany(1);
  try {
    await fillClocks(db, COMPLAINTS, CLOCKS_EACH);
    await ctx.directory.reload();
    const preview = (kind: PolicyKind, key: string, change: (value: never) => unknown) => async () => {
      const known = ctx.directory.policy(kind, key)!;
      const at = new Date();
      const proposal = proposedPolicy(ctx.directory, kind, key, change(valueOf(kind, known) as never), at);
      return (await policyEffect(db, ctx.directory, withProposal(ctx.directory, proposal), at)).total.clocks;
    };
    const read = (kinds: string[]) => async () => {
      const { rows } = await db.pool.query<object>({
        name: 'bench_clocks',
        text: `SELECT "id", "complaintId", "kind", "allowanceMs", "segments", "dueAt", "warnAt" FROM "deadline"
          WHERE "kind"::text = ANY ($1) AND "state" = 'OPEN' ORDER BY "id"`,
        values: [kinds],
      });
      return rows.length;
    };
    await tell('limit: read the clocks of one kind', read(['RESOLUTION']), [
      'preview: another limit for them',
      preview('deadline', 'RESOLUTION', (value: { minutes: { GENERAL: number } }) => ({
        ...value,
        minutes: { ...value.minutes, GENERAL: value.minutes.GENERAL + 60 },
      })),
    ]);
    await tell('limit: read the clocks that run in working time', read(['CLAIM']), [
      'preview: other hours of the company',
      preview('calendar', 'STANDARD', (value: { week: object }) => ({
        ...value,
        week: { ...value.week, '1': [{ from: '10:00', to: '16:00' }] },
      })),
    ]);
  } finally {
    await close();
  }
}

type Work = () => Promise<number>;

/** Both in turn, and how long the second takes: in milliseconds, in times of the first, of what is allowed. */
async function tell(least: string, read: Work, [name, work]: [string, Work]): Promise<void> {
  const [limits, times]: [number[], number[]] = [[], []];
  let [rows, clocks] = [0, 0];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    const [one, other] = [await timed(read), await timed(work)];
    [rows, clocks] = [one.count, other.count];
    if (round > 0) limits.push(one.ms);
    if (round > 0) times.push(other.ms);
  }
  const [limit, time] = [median(limits), median(times)];
  print(`\n${least.padEnd(52)} ${limit.toFixed(0).padStart(6)} ms   ${rows} clocks`);
  print(
    `${name.padEnd(52)} ${time.toFixed(0).padStart(6)} ms   ${clocks} moved   ${(time / limit).toFixed(1)} times that, ${(time / ALLOWED_MS).toFixed(2)} of the allowed ${ALLOWED_MS / 1_000} s`,
  );
}

async function timed(work: Work): Promise<{ ms: number; count: number }> {
  const start = performance.now();
  const count = await work();
  return { ms: performance.now() - start, count };
}
