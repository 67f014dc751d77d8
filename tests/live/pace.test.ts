import { Pace } from '@redress/api/live/pace';
import { SharedTellings } from '@redress/api/live/shared-tellings';
import { describe, expect, test } from 'vitest';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('letting many in', () => {
  test('[EV54] thousands who come at once come in in their order, and the loop turns meanwhile', async () => {
    const pace = new Pace();
    const order: number[] = [];
    let turns = 0;
    let over = false;
    const others = (async () => {
      while (!over) {
        await turn();
        turns += 1;
      }
    })();
    const all = Array.from({ length: 2_000 }, (_, n) =>
      pace.turn(() => {
        order.push(n);
        for (const end = performance.now() + 0.05; performance.now() < end; );
      }),
    );
    await Promise.all(all);
    over = true;
    await others;
    expect(order).toEqual(order.map((_, n) => n));
    expect(turns).toBeGreaterThan(5);
  });

  test('[EV54] no more than eight of them wait for the database at once, and one that fails makes room too', async () => {
    const pace = new Pace();
    const ends: ((error?: Error) => void)[] = [];
    for (let n = 0; n < 20; n++) {
      pace.run(() => new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve()))));
    }
    await turn();
    expect(ends).toHaveLength(8);
    ends[0]!();
    ends[1]!(new Error('nobody is known by that'));
    await expect.poll(() => ends.length).toBe(10);
  });
});

describe('telling the same to many', () => {
  const message = { seq: 7, body: Buffer.from('x') };

  test('[EV53] what is asked for in the same moment is rendered once; after an event, anew', async () => {
    const shared = new SharedTellings();
    let rendered = 0;
    const ask = () =>
      shared.get('a replay', async () => {
        rendered += 1;
        return [message];
      });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toBe(other);
    expect(one?.last).toBe(7);
    expect(rendered).toBe(1);
    shared.drop();
    await ask();
    expect(rendered).toBe(2);
    expect(await shared.get('nothing to tell', async () => [])).toBeNull();
  });

  test('[EV53] what could not be rendered is tried again by the next', async () => {
    const shared = new SharedTellings();
    const failing = shared.get('a replay', () => Promise.reject(new Error('the database is away')));
    await expect(failing).rejects.toThrow('away');
    expect(await shared.get('a replay', async () => [message])).not.toBeNull();
  });
});
