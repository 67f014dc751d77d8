import type { StoredEvent } from '@redress/domain/events/types';
import type { FilteredFacts } from '@redress/domain/rules/filter';
import type { LiveEvent } from '@redress/board/live/board-event';
import { encodeId } from '@redress/schema/ids';
import { expect, test } from 'vitest';
import { cursorOf, makeCard } from '../live/board-model/make-card.ts';
import { Log, judgeLetters, judgePicture, judgeStream } from './log-judge.ts';
import type { Sights } from './log-judge.ts';
import type { Letter, ToldPicture, ToldStream } from './records.ts';

const CARD = '00000000-0000-7000-8000-000000000001';
const LOGISTICS = '00000000-0000-7000-8000-00000000000a';
const MEMBER = encodeId('Member', '00000000-0000-7000-8000-0000000000ff');

const FACTS: FilteredFacts = {
  stage: 'RECEIVED',
  severity: 'GENERAL',
  channel: 'PHONE',
  departmentId: LOGISTICS,
  categoryCode: null,
  assigneeId: null,
  processOwnerId: null,
  receivedAt: '2026-11-01T08:00:00.000Z',
  isClaimed: false,
  isBreached: false,
  handoffPending: false,
};

/** Three changes: it came, logistics got it, logistics lost it. */
const LOG = new Log(
  [event(1, [], []), event(2, [], [LOGISTICS]), event(3, [LOGISTICS], [])],
  [1, 2, 3].map((n) => ({ changeId: `change ${n}`, firstSeq: n, lastSeq: n, requestId: `key ${n}` })),
);

const COMPANY: Sights = {
  sights: new Map([
    ['all', { key: 'all', seesAll: true, grantees: [] }],
    ['logistics', { key: 'logistics', seesAll: false, grantees: [LOGISTICS] }],
  ]),
  versionAt: (_memberId, seq) => (seq < 4 ? 'logistics' : 'all'),
  departments: new Map([['logistics', LOGISTICS]]),
};

function event(seq: number, accessBefore: string[], accessAfter: string[]): StoredEvent {
  const facts = { before: seq === 1 ? null : FACTS, after: FACTS, accessBefore, accessAfter };
  const at = new Date(seq);
  const change = { seq, changeId: `change ${seq}`, occurredAt: at, recordedAt: at, complaintId: CARD, round: 1 };
  return { ...change, ...facts, type: 'CommentAdded', actorKind: 'SYSTEM' } as unknown as StoredEvent;
}

function told(n: number, revision: number): LiveEvent {
  const card = makeCard({ id: encodeId('Complaint', CARD), revision });
  const place = { cursor: cursor(n), previous: cursor(0) };
  return { ...place, kind: 'complaint', type: 'CommentAdded', actor: null, card };
}

function left(n: number): LiveEvent {
  return { kind: 'left', cursor: cursor(n), previous: cursor(0), complaintId: encodeId('Complaint', CARD) };
}

function stream(...events: LiveEvent[]): string[] {
  const subscription: ToldStream = {
    ...{ who: 'P1', memberId: MEMBER, after: cursor(0), scope: 'logistics', filter: {} },
    told: events,
  };
  return judgeStream(LOG, COMPANY, subscription);
}

function picture(at: number, columns: ToldPicture['columns'], wroteLast: string | null = null): string[] {
  const answer = {
    who: 'P1',
    memberId: MEMBER,
    cursor: cursor(at),
    scope: 'logistics',
    filter: {},
    wroteLast,
    columns,
  };
  return judgePicture(LOG, COMPANY, answer);
}

function column(total: number, revisions: number[]): ToldPicture['columns'] {
  const cards = revisions.map((revision) => makeCard({ id: encodeId('Complaint', CARD), revision }));
  const counts = { total, breached: 0, oldestReceivedAt: null };
  return [{ stage: 'RECEIVED', counts, page: { stage: 'RECEIVED', counts, cards, next: null }, from: null }];
}

function cursor(n: number): string {
  return cursorOf(n, 'e1').replace('.', '.0000');
}

test('[FZ3] the judge of streams finds what was lost, told twice, foreign, late or out of sight', () => {
  expect(stream(told(2, 2), left(3))).toEqual([]);
  expect(stream(left(3))).toEqual([expect.stringContaining('2 (CommentAdded) was not told')]);
  expect(stream(told(2, 2), told(2, 2), left(3))).toEqual([expect.stringContaining('2 was told after 2')]);
  expect(stream(told(1, 1), told(2, 2), left(3))).toEqual([expect.stringContaining('though it is not theirs')]);
  expect(stream(told(2, 1), left(3))).toEqual([expect.stringContaining('which is older')]);
  expect(stream(told(2, 3), left(3))).toEqual([expect.stringContaining('which was out of sight')]);
  expect(stream(told(2, 2), { ...left(3), previous: cursor(4) })).toEqual([expect.stringContaining('3 follows')]);
});

test('[FZ4] the judge of pictures finds one that is ahead of its cursor, behind it, or behind the caller', () => {
  expect(picture(2, column(1, [2]))).toEqual([]);
  expect(picture(3, column(0, []))).toEqual([]);
  expect(picture(2, column(1, [3]))).toEqual([expect.stringContaining('at revision 3, it was 2')]);
  expect(picture(2, column(0, []))).toHaveLength(2);
  expect(picture(3, column(1, [2]))).toContainEqual(expect.stringContaining('which did not belong there'));
  expect(picture(2, column(1, [2]), cursor(3))).toEqual([expect.stringContaining('older than their own write')]);
});

test('[FZ2] the judge of writes finds what was acknowledged and is not there, and what is there against a refusal', () => {
  const letter = (key: string, outcome: Letter['outcome'], at: number | null = null): Letter => ({
    ...{ key, who: 'P1', memberId: MEMBER, what: 'move', attempts: 1, outcome, code: null },
    cursor: at === null ? null : cursor(at),
  });
  expect(judgeLetters(LOG, [letter('key 1', 'done', 1), letter('key 9', 'refused'), letter('key 2', 'open')])).toEqual(
    [],
  );
  expect(judgeLetters(LOG, [letter('key 9', 'done', 3)])).toEqual([expect.stringContaining('is not there')]);
  expect(judgeLetters(LOG, [letter('key 1', 'refused')])).toEqual([expect.stringContaining('was written')]);
  expect(judgeLetters(LOG, [letter('key 1', 'done', 2)])).toEqual([expect.stringContaining('and is at 1')]);
});
