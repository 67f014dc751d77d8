import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

interface Column {
  stage: string;
  totalCount: number;
  complaints: { totalCount: number; nodes: { id: string; position: string }[]; pageInfo: PageInfo };
}
interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}
interface BoardAnswer {
  board: { cursor: string; columns: Column[] };
}

const BOARD = `query Board($filter: ComplaintFilter, $first: Int, $after: String) {
  board(filter: $filter) {
    cursor
    columns {
      stage totalCount
      complaints(first: $first, after: $after) {
        totalCount nodes { id position } pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

let server: TestServer;
let coordinator: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'warehouse');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});
afterAll(() => server.stop());

async function columnOf(stage: string, variables: Record<string, unknown> = {}): Promise<Column> {
  const { board } = await coordinator.ok<BoardAnswer>(BOARD, variables);
  return board.columns.find((column) => column.stage === stage)!;
}

test('[BD1] the cursor, the counts and the cards of a board are of one moment', async () => {
  const written = await server.seed.complaint();
  const { board } = await coordinator.ok<BoardAnswer>(BOARD);
  expect(board.cursor).toBe(written.cursor);
  expect(board.columns.map(({ stage }) => stage)).toEqual([
    'RECEIVED',
    'CONFIRMED',
    'INVESTIGATING',
    'RESOLVING',
    'FOLLOWING_UP',
    'CLOSED',
  ]);
  for (const { totalCount, complaints } of board.columns) expect(complaints.nodes).toHaveLength(totalCount);
});

test('[BD2] closed complaints stay on the board for 30 days', async () => {
  const path = ['CONFIRMED', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'] as const;
  const chain = server.seed.complaint().routed('logistics').claimed().contacted();
  const { id } = await path.reduce((story, stage) => story.moved(stage), chain);
  const ids = async () => (await columnOf('CLOSED')).complaints.nodes.map((node) => node.id);
  expect(await ids()).toContain(id);
  const days = 30 * 86_400_000;
  await server.db.pool.query(
    `UPDATE "complaint" SET "closedAt" = "closedAt" - $1 * interval '1 ms' WHERE "stage" = 'CLOSED'`,
    [days + 60_000],
  );
  // That was behind the stream's back: nobody who holds a board has heard of it.
  await server.app.services.held.reload();
  server.time.advance(1_500);
  expect(await ids()).not.toContain(id);
});

test('[BD3] a column is read on behind its cursor, and the others stay silent', async () => {
  for (let n = 0; n < 5; n += 1) await server.seed.complaint().routed('warehouse').moved('CONFIRMED');
  const filter = { departmentCodes: ['warehouse'] };
  const first = await columnOf('CONFIRMED', { filter, first: 3 });
  expect(first.complaints.pageInfo.hasNextPage).toBe(true);
  const after = first.complaints.pageInfo.endCursor;
  const rest = await columnOf('CONFIRMED', { filter, first: 3, after });
  expect(rest.complaints.pageInfo.hasNextPage).toBe(false);
  expect(rest.totalCount).toBe(5);
  const positions = [...first.complaints.nodes, ...rest.complaints.nodes].map(({ position }) => position);
  expect(positions).toHaveLength(5);
  expect(positions).toEqual([...new Set(positions)].sort());
  expect((await columnOf('RECEIVED', { first: 3, after })).complaints.nodes).toEqual([]);
});

test('[BD3] pages of several sizes can be asked for at once', async () => {
  const { board } = await coordinator.ok<{
    board: { columns: { one: Column['complaints']; two: Column['complaints']; totalCount: number }[] };
  }>(`{ board { columns { totalCount
      one: complaints(first: 1) { totalCount nodes { id position } pageInfo { hasNextPage endCursor } }
      two: complaints(first: 2) { totalCount nodes { id position } pageInfo { hasNextPage endCursor } } } } }`);
  for (const { one, two, totalCount } of board.columns) {
    expect(one.nodes).toEqual(two.nodes.slice(0, 1));
    expect(two.nodes).toHaveLength(Math.min(2, totalCount));
    expect(one.totalCount).toBe(totalCount);
  }
});

test('[BD1] a board that was loaded while others write misses nothing and holds nothing of later', async () => {
  const writing = (async () => {
    for (let n = 0; n < 20; n += 1) await server.seed.complaint();
  })();
  for (let n = 0; n < 10; n += 1) {
    const { board } = await coordinator.ok<BoardAnswer>(BOARD, { first: 500 });
    const upTo = Number(board.cursor.split('.')[1]);
    const { rows } = await server.db.pool.query<{ count: number }>(
      `SELECT count(DISTINCT "complaintId")::int AS "count" FROM "event" WHERE "type" = 'ComplaintRegistered' AND "seq" <= $1`,
      [upTo],
    );
    const shown = board.columns.reduce((sum, { complaints }) => sum + complaints.nodes.length, 0);
    const closedLongAgo = 1;
    expect(shown).toBe(rows[0]!.count - closedLongAgo);
  }
  await writing;
});
