import { BoardSession } from '@redress/board/live/board-session';
import type { BoardViewer } from '@redress/board/live/board-viewer';
import { ServerClock } from '@redress/board/live/server-clock';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { FakeTimers, settled } from './fake-timers.ts';
import { ModelServer } from './model-server.ts';

export const viewer: BoardViewer = {
  member: { id: 'me', name: '李雷' },
  roles: [{ role: 'COORDINATOR', departmentId: null }],
};

/** A board over a model server, with time in the test's hands. */
export function openBoard(pageSize = 100) {
  const timers = new FakeTimers();
  const server = new ModelServer(pageSize);
  let keys = 0;
  const sights: string[] = [];
  const session = new BoardSession({
    transport: server,
    viewer,
    onSightChanged: () => sights.push(server.scope),
    clock: new ServerClock(() => timers.now()),
    schedule: (flush) => queueMicrotask(flush),
    newKey: () => `key-${(keys += 1)}`,
    timers,
    random: () => 0.5,
  });

  /** Does every waiting step and sends every event, until nothing is left to do. */
  async function drain(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await settled();
      const busy = server.step(0) || server.sendNext();
      quiet = busy ? 0 : quiet + 1;
      if (!busy) timers.advance(20_000);
    }
    await settled();
  }

  async function drainSteps(): Promise<void> {
    await settled();
    while (server.step(0)) await settled();
  }

  const ids = (stage: Stage) => [...session.store.column(stage).ids];
  const move = (cardId: string, toStage: Stage, afterId: string | null = null) => {
    const card = session.store.card(cardId)?.card;
    const expectedVersion = card === undefined || card.stage === toStage ? null : card.version;
    const place = { afterId, beforeId: null };
    return session.act({ kind: 'move', cardId, toStage, place, expectedVersion, reason: null, override: false });
  };
  return { session, store: session.store, server, timers, sights, drain, drainSteps, ids, move };
}
