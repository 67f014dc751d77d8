/** How changes go together: the queue before `commit`'s statement, with a database that answers when it is told to. */
import type { Change } from '@redress/domain/events/change';
import type { CommitResult } from '@redress/domain/events/commit';
import { CommitQueue } from '@redress/domain/events/commit-queue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const change = (name: string, ...ids: string[]) =>
  ({ id: name, guards: ids.map((id) => ({ id, revision: 1 })), rows: [] }) as unknown as Change;

/** One that is guarded by no complaint, as those of settings and of meetings. */
const rewriting = (name: string, op: 'insert' | 'update', id: string) =>
  ({ id: name, guards: [], rows: [{ table: 'meeting', op, row: { id } }] }) as unknown as Change;

const committed = (seq: number): CommitResult => ({ kind: 'COMMITTED', cursor: '', firstSeq: seq, lastSeq: seq });

/** A database that writes a statement when the test lets it, and says what it was given. */
class SlowDatabase {
  readonly underWay: { changes: readonly Change[]; end: () => void; fail: () => void }[] = [];
  readonly written: string[] = [];
  readonly queue = new CommitQueue(
    (changes) =>
      new Promise((resolve, reject) => {
        const leave = () => this.underWay.splice(this.underWay.indexOf(statement), 1);
        const statement = {
          changes,
          end: () => {
            leave();
            resolve(changes.map(({ id }) => committed(this.written.push(id))));
          },
          fail: () => {
            leave();
            reject(new Error('away'));
          },
        };
        this.underWay.push(statement);
      }),
  );
}

describe('changes that come together', () => {
  test('[EV2] a second statement goes beside the first only when many wait', async () => {
    const { queue, underWay } = new SlowDatabase();
    const all = [queue.add('move', change('first', 'c0'))];
    for (let n = 1; n < 32; n += 1) all.push(queue.add('move', change(`${n}`, `c${n}`)));
    expect(underWay.map(({ changes }) => changes.length)).toEqual([1]);
    for (let n = 32; n < 200; n += 1) all.push(queue.add('move', change(`${n}`, `c${n}`)));
    expect(underWay.map(({ changes }) => changes.length)).toEqual([1, 32]);
    const sizes: number[] = [];
    while (underWay.length > 0) {
      sizes.push(underWay[0]!.changes.length);
      underWay[0]!.end();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(sizes).toEqual([1, 32, 64, 64, 39]);
    expect(await Promise.all(all)).toHaveLength(200);
  });

  test('[EV2] two that rewrite one row never go together, nor does one beside what rewrites it', async () => {
    const { queue, underWay, written } = new SlowDatabase();
    const all = [
      queue.add('meeting', change('first', 'c0')),
      queue.add('meeting', rewriting('a', 'update', 'm1')),
      queue.add('meeting', rewriting('b', 'update', 'm2')),
      queue.add('meeting', rewriting('c', 'update', 'm1')),
      queue.add('meeting', rewriting('d', 'insert', 'm3')),
    ];
    while (underWay.length > 0) {
      underWay[0]!.end();
      await Promise.resolve();
      await Promise.resolve();
    }
    await Promise.all(all);
    expect(written).toEqual(['first', 'a', 'b', 'd', 'c']);
    expect(underWay).toEqual([]);
  });

  test('[EV2] none is lost, none overtakes another of its complaint, and no two under way concern one', async () => {
    const added = fc.record({
      shape: fc.constantFrom('move', 'claim'),
      ids: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 2 }),
      /** How many statements come back, and how, after this change was given. */
      back: fc.array(fc.boolean(), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(added, { maxLength: 150 }), async (steps) => {
        const { queue, underWay, written } = new SlowDatabase();
        const settled: Promise<unknown>[] = [];
        const failed = new Set<string>();
        const sound = () => {
          const ids = underWay.flatMap(({ changes }) => changes.flatMap(({ guards }) => guards.map(({ id }) => id)));
          expect(new Set(ids).size).toBe(ids.length);
          expect(underWay.length).toBeLessThanOrEqual(4);
        };
        const comeBack = async (well: boolean) => {
          const [statement] = underWay;
          if (!well) for (const { id } of statement?.changes ?? []) failed.add(id);
          if (well) statement?.end();
          else statement?.fail();
          for (let hop = 0; hop < 4; hop += 1) await Promise.resolve();
          sound();
        };
        for (const [n, { shape, ids, back }] of steps.entries()) {
          settled.push(queue.add(shape, change(`${n}`, ...ids.map(String))).catch(() => 'failed'));
          sound();
          for (const well of back) await comeBack(well);
        }
        while (underWay.length > 0) await comeBack(true);
        await Promise.all(settled);
        expect([...written, ...failed].map(Number).sort((a, b) => a - b)).toEqual(steps.map((_, n) => n));
        for (let id = 0; id <= 40; id += 1) {
          const own = (shape: string) =>
            written.map(Number).filter((n) => steps[n]!.shape === shape && steps[n]!.ids.includes(id));
          for (const shape of ['move', 'claim']) expect(own(shape)).toEqual(own(shape).toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});
