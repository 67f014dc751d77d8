/**
 * What a card's move costs the database, with everything that belongs to it: against the least that could record it, and
 * against the same rows in a Prisma transaction; and how many changes a second `commit` writes to the one stream when
 * many come at once (docs/adr/0001, 0023). Durable writes, as in production.
 */
import { randomBytes } from 'node:crypto';
import { loadCase } from '@redress/domain/actions/case';
import type { Case } from '@redress/domain/actions/case';
import type { ActionContext } from '@redress/domain/actions/context';
import { Draft } from '@redress/domain/actions/draft';
import type { Change } from '@redress/domain/events/change';
import { commit } from '@redress/domain/events/commit';
import { openCompany } from './kit/bench-company.ts';
import { compare, report } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { leastMove, prismaMove } from './kit/move-peers.ts';

const CARDS = 500;
const CHANGES_A_SECOND = 5_000;
const PAYLOAD = {
  fromStage: 'CONFIRMED',
  toStage: 'CONFIRMED',
  override: false,
  waived: [],
  reopenedRound: null,
} as const;

export async function bench(): Promise<Finding[]> {
  const { db, ctx, postgresCpuMs, close } = await openCompany(CARDS);
  const findings: Finding[] = [];
  try {
    const { rows } = await db.pool.query<{ id: string }>('SELECT "id" FROM "complaint"');
    const own = rows.slice(0, CARDS / 2).map(({ id }) => id);
    const others = rows.slice(CARDS / 2).map(({ id }) => id);
    const other = (turn: number) => others[turn % others.length]!;
    const movers = await Promise.all(own.map((id) => Mover.of(ctx, id)));
    const mover = (turn: number) => movers[turn % movers.length]!;
    const meters = { PostgreSQL: postgresCpuMs };
    for (const writers of [1, 16, 128]) {
      const rates = await compare(
        [
          {
            name: 'limit: guarded UPDATE + event, one statement',
            run: (turn: number) => leastMove(db, other(turn)),
            meters,
          },
          { name: 'commit of a move, everything in it', run: (turn: number) => mover(turn).move(), meters },
          {
            name: 'peer: the same rows in a Prisma transaction',
            run: (turn: number) => prismaMove(db, other(turn)),
            meters,
          },
        ].slice(0, writers > 16 ? 2 : 3),
        { writers, rounds: 4 },
      );
      const what = `${writers} writer${writers === 1 ? '' : 's'}`;
      report(`moves, ${what}`, rates);
      const [least, ours] = rates.map(({ cpuMs }) => cpuMs['PostgreSQL']!) as [number, number];
      if (writers < 128) {
        findings.push(
          finding({
            area: 'Moves, database',
            what: `CPU of a move, ${what}`,
            ours: `${ours.toFixed(2)} ms`,
            against: `guarded UPDATE + event, ${least.toFixed(2)} ms`,
            ratio: ours / least,
            target: { atMost: 2 },
          }),
        );
      } else {
        const { perSecond } = rates[1]!;
        findings.push(
          finding({
            area: 'commit()',
            what: `one stream, ${what}`,
            ours: `${perSecond.toFixed(0)} /s`,
            against: `${CHANGES_A_SECOND} /s; guarded UPDATE + event, ${rates[0]!.perSecond.toFixed(0)} /s`,
            ratio: perSecond / CHANGES_A_SECOND,
            target: { atLeast: 1 },
          }),
        );
      }
    }
  } finally {
    await close();
  }
  return findings;
}

/** A card that is moved again and again by who holds its case. */
class Mover {
  private readonly ctx: ActionContext;
  private found: Case;

  private constructor(ctx: ActionContext, found: Case) {
    this.ctx = ctx;
    this.found = found;
  }

  static async of(ctx: ActionContext, id: string): Promise<Mover> {
    return new Mover(ctx, (await loadCase(ctx.db, id))!);
  }

  async move(): Promise<void> {
    const [result] = await commit(this.ctx.db, [this.change()]);
    if (result?.kind !== 'COMMITTED') throw new Error(`a move was not committed: ${result?.kind}`);
  }

  private change(): Change {
    const draft = Draft.of(this.ctx, this.found);
    draft.complaint.position = `a0${randomBytes(9).toString('hex')}V`;
    draft.emit({ type: 'ComplaintMoved', payload: { ...PAYLOAD, waived: [] } });
    const change = draft.toChange('complaintMove', { complaintId: draft.complaint.id });
    this.found = draft.caseAfter()!;
    return change;
  }
}
