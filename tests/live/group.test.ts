import { Group } from '@redress/api/live/group';
import type { GroupOptions, Member } from '@redress/api/live/group';
import type { StoredEvent } from '@redress/domain/events/types';
import { NO_FILTER } from '@redress/domain/rules/filter';
import { expect, test } from 'vitest';

/** A database that answers when it is let; it counts how often it was asked. */
class SlowDatabase {
  asked = 0;
  private answers: (() => void)[] = [];

  readonly pool = {
    query: () => {
      this.asked += 1;
      return new Promise((resolve) => this.answers.push(() => resolve({ rows: [] })));
    },
  };

  /** Answers what was asked, and lets what follows from it happen. */
  async answer(): Promise<void> {
    for (const give of this.answers.splice(0)) give();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const event = (seq: number) =>
  ({ seq, complaintId: 'c', before: null, after: null, accessBefore: [], accessAfter: [] }) as unknown as StoredEvent;

function opened() {
  const db = new SlowDatabase();
  let closed = 0;
  // Only what a group asks of them: a text filter is answered by the database before anything is told.
  const options = {
    teller: { epoch: 'e', head: 0, loadersFor: () => null },
    spec: { filter: { ...NO_FILTER, text: '床' }, scope: null, viewerId: null, createContext: () => ({ db }) },
    log: { error: () => undefined },
    head: 0,
    onEmpty: () => (closed += 1),
  } as unknown as GroupOptions;
  const member: Member = { position: 0, send: () => undefined, end: () => undefined };
  const group = new Group(options);
  group.join(member);
  return { group, member, db, closings: () => closed };
}

test('[EV33] a group whose last member leaves while it tells something is silent, whatever was waiting', async () => {
  const { group, member, db, closings } = opened();
  group.hear([event(1)]);
  group.hear([event(2)]);
  group.leave(member);
  expect(closings()).toBe(1);
  await db.answer();
  group.hear([event(3)]);
  await db.answer();
  expect(db.asked).toBe(1);
});

test('[EV33] while somebody is there, what was waiting is told next', async () => {
  const { group, db } = opened();
  group.hear([event(1)]);
  group.hear([event(2)]);
  await db.answer();
  await db.answer();
  expect(db.asked).toBe(2);
  expect(group.position).toBe(2);
});
