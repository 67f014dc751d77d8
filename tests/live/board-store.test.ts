import { toAnswer } from '@redress/board/features/board/to-answer';
import { MARK_MS } from '@redress/board/live/marks';
import { GIVE_UP_MS } from '@redress/board/live/outbox';
import { describe, expect, test } from 'vitest';
import { settled } from './board-model/fake-timers.ts';
import { cursorOf, makeCard } from './board-model/make-card.ts';
import { openBoard } from './board-model/open-board.ts';

async function boardWith(count: number, pageSize = 100) {
  const board = openBoard(pageSize);
  const made = Array.from({ length: count }, () => board.server.register('RECEIVED'));
  board.session.open({});
  await board.drainSteps();
  return { ...board, made };
}

describe('events', () => {
  test('[BS1] a lower revision never replaces a higher one', async () => {
    const { store, server, made } = await boardWith(1);
    const [id = ''] = made;
    const card = server.cards.get(id);
    const event = { kind: 'complaint' as const, type: 'ContactRecorded', actor: null, previous: null };
    store.apply({ ...event, cursor: cursorOf(50), card: makeCard({ ...card, id, revision: 9, subject: 'new' }) });
    store.apply({ ...event, cursor: cursorOf(51), card: makeCard({ ...card, id, revision: 8, subject: 'old' }) });
    expect(store.card(id)?.card.subject).toBe('new');
    expect(store.cursor).toBe(cursorOf(51));
  });

  test('[BS2] an event that was already taken in changes nothing', async () => {
    const { store, made } = await boardWith(1);
    expect(store.apply({ kind: 'left', cursor: cursorOf(1), previous: null, complaintId: made[0] ?? '' })).toBe(
      'duplicate',
    );
    expect(store.column('RECEIVED').ids).toEqual(made);
  });

  test('[BS3] a gap in the stream loads the board again', async () => {
    const { store, server, drainSteps, ids } = await boardWith(1);
    const missed = server.register('CONFIRMED');
    server.register('RECEIVED');
    server.sendNext(true);
    server.sendNext();
    expect(store.phase).toEqual({ kind: 'reloading' });
    await drainSteps();
    expect(ids('CONFIRMED')).toEqual([missed]);
  });

  test('[BS4] a reset loads the board again and says why', async () => {
    const { store, server, drainSteps, ids } = await boardWith(1);
    server.reset('EXPIRED');
    expect(store.phase).toEqual({ kind: 'reloading' });
    expect(ids('RECEIVED')).toHaveLength(1);
    await drainSteps();
    expect(store.phase).toEqual({ kind: 'ready', resetBy: 'EXPIRED' });
  });

  test('[BS5] a complaint that is no longer visible leaves the board', async () => {
    const { server, drain, ids, made } = await boardWith(2);
    server.toggle(made[0] ?? '');
    await drain();
    expect(ids('RECEIVED')).toEqual([made[1]]);
  });

  test('[BS6] a card beyond the loaded stretch is counted and not shown', async () => {
    const { store, server, drain, ids, made } = await boardWith(4, 2);
    const loaded = ids('RECEIVED');
    expect(store.column('RECEIVED')).toMatchObject({ total: 4, hasMore: true });
    server.move(loaded[0] ?? '', 'RECEIVED', { afterId: made[0] ?? '', beforeId: null });
    await drain();
    expect(ids('RECEIVED')).toEqual([loaded[1]]);
    expect(store.column('RECEIVED').total).toBe(4);
  });

  test('[BS7] a page takes in what happened while it was read', async () => {
    const { session, store, server, drain, ids } = await boardWith(4, 2);
    const [, , third = '', fourth = ''] = server.order('RECEIVED');
    const page = session.loadMore('RECEIVED');
    server.step(0); // read, not yet delivered
    server.move(third, 'CONFIRMED', { afterId: null, beforeId: null });
    server.sendNext();
    server.step(0);
    await page;
    expect(ids('RECEIVED')).toHaveLength(3);
    expect(ids('RECEIVED')).toContain(fourth);
    expect(ids('CONFIRMED')).toEqual([third]);
    await drain();
    expect(store.column('RECEIVED').total).toBe(3);
  });

  test('[BS8] one event changes the snapshots of what it touches, and no other', async () => {
    const { store, server, made } = await boardWith(3);
    const [first = '', second = ''] = made;
    const before = { card: store.card(second), column: store.column('CONFIRMED') };
    const touched = store.card(first);
    server.breach(first);
    server.sendNext();
    expect(store.card(first)).not.toBe(touched);
    expect(store.card(second)).toBe(before.card);
    expect(store.column('CONFIRMED')).toBe(before.column);
    expect(store.column('RECEIVED').breached).toBe(1);
  });
});

describe('the viewer’s own actions', () => {
  test('[BS9] a move shows at once, and stays where the server puts it', async () => {
    const { store, server, move, drain, ids, made } = await boardWith(2);
    const [first = ''] = made;
    void move(first, 'CONFIRMED');
    expect(ids('CONFIRMED')).toEqual([first]);
    expect(store.card(first)?.pending).toBe('move');
    expect(store.column('RECEIVED').total).toBe(1);
    await drain();
    expect(store.card(first)?.pending).toBeNull();
    expect(server.order('CONFIRMED')).toEqual([first]);
  });

  test('[BS10] a refused move goes back to its place and says at the card why', async () => {
    const { store, move, drain, ids, made } = await boardWith(3);
    const before = ids('RECEIVED');
    void move(made[1] ?? '', 'CLOSED');
    await drain();
    expect(ids('RECEIVED')).toEqual(before);
    expect(store.card(made[1] ?? '')?.notice?.refusal).toMatchObject({
      code: 'STAGE_REQUIREMENTS',
      missing: ['CLAIM'],
    });
    store.dismissNotice(made[1] ?? '');
    expect(store.card(made[1] ?? '')?.notice).toBeNull();
  });

  test('[BS11] a refusal undoes its own move and not the next one of the same card', async () => {
    const { move, drainSteps, drain, ids, made, server } = await boardWith(1);
    const [id = ''] = made;
    const first = move(id, 'CLOSED');
    void move(id, 'CONFIRMED');
    server.step(0);
    server.step(0);
    await first;
    expect(ids('CONFIRMED')).toEqual([id]);
    await drainSteps();
    await drain();
    expect(server.order('CONFIRMED')).toEqual([id]);
    expect(ids('CONFIRMED')).toEqual([id]);
  });

  test('[BS12] a late answer never overwrites what came after it', async () => {
    const { move, server, drain, ids, made } = await boardWith(1);
    const [id = ''] = made;
    const answered = move(id, 'CONFIRMED');
    server.step(0); // the server has moved it; the answer is on its way
    server.move(id, 'INVESTIGATING', { afterId: null, beforeId: null });
    while (server.sendNext());
    server.step(0);
    await answered;
    expect(ids('INVESTIGATING')).toEqual([id]);
    expect(ids('CONFIRMED')).toEqual([]);
    await drain();
  });

  test('[BS13] an action whose answer is lost is sent again under the same key and happens once', async () => {
    const { server, move, drain, ids, made } = await boardWith(1);
    const [id = ''] = made;
    server.loseNextAnswer = true;
    void move(id, 'CONFIRMED');
    await drain();
    expect(ids('CONFIRMED')).toEqual([id]);
    expect(server.cards.get(id)?.revision).toBe(3);
  });

  test('[BS13] an action that had been done, and took its card out of sight, is done and says nothing', async () => {
    const { store, drain, made } = await boardWith(1);
    const [id = ''] = made;
    store.predict('again', {
      kind: 'decline',
      cardId: id,
      handoffId: 'h1',
      preset: 'NOT_OURS',
      reason: null,
      belongsToDepartmentCode: null,
    });
    const answer = toAnswer({ __typename: 'AlreadyDoneError', code: 'ALREADY_DONE', message: '…' });
    expect(answer).toEqual({ ok: true, card: null });
    store.settle('again', answer);
    await drain();
    expect(store.card(id)).toMatchObject({ notice: null });
  });

  test('[BS14] an action that never reaches the server is put back, and says so', async () => {
    const { store, server, timers, move, made } = await boardWith(1);
    const [id = ''] = made;
    server.isUnreachable = true;
    const answered = move(id, 'CONFIRMED');
    for (let waited = 0; waited <= GIVE_UP_MS; waited += 1000) {
      await settled();
      timers.advance(1000);
    }
    expect(await answered).toMatchObject({ ok: false, refusal: { code: 'NETWORK' } });
    expect(store.column('RECEIVED').ids).toEqual([id]);
    expect(store.card(id)?.notice?.refusal.code).toBe('NETWORK');
  });

  test('[BS15] a refusal about a card that has left is said in its column', async () => {
    const { store, server, move, drain, made } = await boardWith(1);
    const [id = ''] = made;
    server.toggle(id);
    void move(id, 'CONFIRMED');
    await drain();
    expect(store.card(id)).toBeUndefined();
    expect(store.column('CONFIRMED').orphans).toMatchObject([
      { cardNumber: `C-2026-${id}`, refusal: { code: 'NOT_FOUND' } },
    ]);
  });

  test('[BS16] a card put below the last loaded one stays in sight', async () => {
    const { server, move, drain, ids } = await boardWith(5, 3);
    const target = server.register('CONFIRMED');
    await drain();
    const last = ids('RECEIVED').at(-1) ?? '';
    void move(target, 'RECEIVED', last);
    await drain();
    expect(ids('RECEIVED').at(-1)).toBe(target);
    expect(server.order('RECEIVED').slice(0, ids('RECEIVED').length)).toEqual(ids('RECEIVED'));
  });

  test('[BS16] what others put in between while the answer was under way is in sight too', async () => {
    const { server, move, drain, ids } = await boardWith(5, 3);
    const [mine, theirs] = [server.register('CONFIRMED'), server.register('INVESTIGATING')];
    await drain();
    const last = ids('RECEIVED').at(-1) ?? '';
    const answered = move(mine, 'RECEIVED', last);
    server.step(0); // the server has moved it; the answer is on its way
    server.move(theirs, 'RECEIVED', { afterId: last, beforeId: null });
    while (server.sendNext());
    server.step(0);
    await answered;
    expect(ids('RECEIVED').slice(-2)).toEqual([theirs, mine]);
    await drain();
  });
});

test('[BS16] where the card above went elsewhere meanwhile, nothing that is not loaded is skipped', async () => {
  const { server, move, drain, ids } = await boardWith(8, 3);
  const mine = server.register('CONFIRMED');
  await drain();
  const above = ids('RECEIVED').at(-1) ?? '';
  void move(mine, 'RECEIVED', above);
  server.move(above, 'RECEIVED', { afterId: server.order('RECEIVED').at(-1) ?? '', beforeId: null });
  await drain();
  expect(server.order('RECEIVED').slice(0, ids('RECEIVED').length)).toEqual(ids('RECEIVED'));
  expect(ids('RECEIVED')).not.toContain(mine);
});

describe('marks', () => {
  test('[BS17] what others change is marked for two seconds; one’s own is not', async () => {
    const { store, server, timers, move, drainSteps, made } = await boardWith(2);
    const [theirs = '', mine = ''] = made;
    server.move(theirs, 'CONFIRMED', { afterId: null, beforeId: null });
    void move(mine, 'CONFIRMED');
    await drainSteps();
    while (server.sendNext());
    expect(store.card(theirs)?.mark).toEqual({ type: 'ComplaintMoved', actorName: 'other' });
    expect(store.card(mine)?.mark).toBeNull();
    timers.advance(MARK_MS);
    expect(store.card(theirs)?.mark).toBeNull();
  });
});
