import { STAGES } from '@redress/domain/rules/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settled } from './board-model/fake-timers.ts';
import { openBoard } from './board-model/open-board.ts';

/** One thing that happens; `a`, `b` and `c` choose what it happens to. */
const happening = fc.record({
  what: fc.constantFrom(
    'register',
    'theyMove',
    'theyMove',
    'breach',
    'toggle',
    'send',
    'send',
    'send',
    'step',
    'step',
    'step',
    'iMove',
    'iMove',
    'loadMore',
    'drop',
    'lose',
    'wait',
    'reload',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
});

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}

test('[BS18] whatever comes between events, answers, pages and drags, the board ends as the server is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 120, size: 'max' }), async (happenings) => {
      const { session, store, server, timers, ids, drain, move } = openBoard(3);
      for (let n = 0; n < 8; n += 1) server.register(n < 6 ? 'RECEIVED' : 'CONFIRMED');
      session.open({});
      for (const { what, a, b, c } of happenings) {
        const anyone = pick([...server.cards.keys()], a);
        const stage = pick(STAGES, b) ?? 'RECEIVED';
        const afterId = c % 3 === 0 ? null : (pick(server.order(stage), c) ?? null);
        if (what === 'register') server.register(stage);
        else if (what === 'theyMove' && anyone !== undefined) server.move(anyone, stage, { afterId, beforeId: null });
        else if (what === 'breach' && anyone !== undefined) server.breach(anyone);
        else if (what === 'toggle' && anyone !== undefined) server.toggle(anyone);
        else if (what === 'send') server.sendNext();
        else if (what === 'step') server.step(a);
        else if (what === 'iMove') {
          const mine = pick(STAGES.flatMap(ids), a);
          if (mine !== undefined) void move(mine, stage, pick(ids(stage), c) ?? null);
        } else if (what === 'loadMore') void session.loadMore(stage);
        else if (what === 'drop') server.drop();
        else if (what === 'lose') server.loseNextAnswer = true;
        else if (what === 'wait') timers.advance(a * 5);
        else if (what === 'reload' && a % 4 === 0) session.open({});
        await settled();
      }
      await drain();
      for (const stage of STAGES) {
        const truth = server.order(stage);
        const column = store.column(stage);
        expect(column.ids).toEqual(truth.slice(0, column.ids.length));
        expect(column.hasMore || column.ids.length === truth.length).toBe(true);
        expect(column.total).toBe(truth.length);
        expect(column.breached).toBe(truth.filter((id) => server.cards.get(id)?.isBreached).length);
        for (const id of column.ids) {
          expect(store.card(id)?.card).toMatchObject({ ...server.cards.get(id) });
          expect(store.card(id)?.pending).toBeNull();
        }
      }
      session.close();
    }),
    { numRuns: 400 },
  );
}, 60_000);
