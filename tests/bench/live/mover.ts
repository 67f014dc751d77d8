/** Somebody who drags cards, at a steady pace, and notes when each move was committed. */
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { streamHead } from '@redress/domain/events/read';
import { parseCursor } from '@redress/domain/events/cursor';
import type { BenchCompany } from '../kit/bench-company.ts';

export class Mover {
  /** By number: when it was committed, in milliseconds of the epoch. */
  readonly committed = new Map<number, number>();
  private readonly company: BenchCompany;
  private readonly cards: readonly string[];
  private turn = 0;
  /** The number of the last move. */
  last = 0;

  private constructor(company: BenchCompany, cards: readonly string[]) {
    this.company = company;
    this.cards = cards;
  }

  static async among(company: BenchCompany): Promise<Mover> {
    const { rows } = await company.db.pool.query<{ id: string }>('SELECT "id" FROM "complaint"');
    return new Mover(
      company,
      rows.map(({ id }) => id),
    );
  }

  /** Moves at a fixed rate for a while, or until `until` has settled. */
  async move(perSecond: number, until: { ms: number } | Promise<unknown>): Promise<void> {
    let over = false;
    const end = until instanceof Promise ? Infinity : performance.now() + until.ms;
    if (until instanceof Promise) until.finally(() => (over = true)).catch(() => undefined);
    const start = performance.now();
    for (let n = 0; performance.now() < end && !over; n++) {
      const due = start + (n * 1_000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await this.moveOne();
    }
  }

  /** Moves one card after the other, as fast as it goes. */
  async rush(times: number): Promise<void> {
    for (let n = 0; n < times; n++) await this.moveOne();
  }

  /** A cursor from which one can follow. */
  async cursor(): Promise<string> {
    const { epoch, head } = await streamHead(this.company.db);
    return `${epoch}.${String(head).padStart(16, '0')}`;
  }

  private async moveOne(): Promise<void> {
    const place = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
    const id = this.cards[this.turn++ % this.cards.length]!;
    const result = await complaintMove(this.company.ctx, { id, toStage: 'CONFIRMED', ...place });
    if (!result.ok) throw new Error(result.refusal.code);
    this.last = parseCursor(result.outcome.cursor)!.seq;
    this.committed.set(this.last, performance.timeOrigin + performance.now());
  }
}
