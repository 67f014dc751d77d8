import type { FilterFacts } from '@redress/domain/events/types';
import { Directory } from '@redress/domain/reads/directory';
import { listComplaints } from '@redress/domain/reads/complaint-list';
import { readBoard } from '@redress/domain/reads/board';
import type { BoardColumnView, BoardView } from '@redress/domain/reads/board';
import { NO_FILTER, matchesFilter } from '@redress/domain/rules/filter';
import type { Filter } from '@redress/domain/rules/filter';
import { CHANNELS, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const SCOPE = { key: 'all', seesAll: true, grantees: [] };
const DEPARTMENTS = ['logistics', 'warehouse', 'finance'];

let server: TestServer;
let directory: Directory;
let agentIds: string[];
let facts: Map<string, FilterFacts>;

beforeAll(async () => {
  server = await startServer();
  const { seed } = server;
  await seed.departments(...DEPARTMENTS);
  const agents = [
    await seed.member({ role: 'AGENT', department: 'logistics' }),
    await seed.member({ role: 'AGENT', department: 'warehouse' }),
  ];
  agentIds = agents.map(({ id }) => id);
  for (let n = 0; n < 36; n += 1) {
    const department = DEPARTMENTS[n % 3]!;
    const hours = (n * 7) % 50;
    let story = seed.complaint({
      channel: CHANNELS[n % CHANNELS.length]!,
      severity: SEVERITIES[n % 3]!,
      categoryCode: n % 5 === 0 ? department : `${department}.any`,
      receivedAt: new Date(server.time.now().getTime() - hours * 3_600_000),
    });
    if (n % 4 !== 0) story = story.routed(department).moved('CONFIRMED');
    if (n % 4 >= 2) story = story.claimed();
    if (n % 8 === 3) story = story.contacted().moved('RESOLVING');
    if (n % 8 === 7) story = story.handedTo(DEPARTMENTS[(n + 1) % 3]!);
    const { uuid } = await story;
    if (n % 4 === 2 && n % 3 !== 2) {
      await complaintAssign(seed.system, { id: uuid, assigneeId: agentIds[n % 3]!, expectedVersion: null });
    }
  }
  // Some were received long ago: what of it is overdue must not be published while the answers are compared.
  await server.app.clock.stop();
  await server.app.clock.publishDue();
  directory = await Directory.load(server.db);
  const { rows } = await server.db.pool.query<{ complaintId: string; after: FilterFacts }>(
    `SELECT DISTINCT ON ("complaintId") "complaintId", "after" FROM "event"
     WHERE "complaintId" IS NOT NULL ORDER BY "complaintId", "seq" DESC`,
  );
  facts = new Map(rows.map((row) => [row.complaintId, row.after]));
});
afterAll(() => server.stop());

function filters(): fc.Arbitrary<Filter> {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
  const some = <T>(values: readonly T[]) => maybe(fc.subarray([...values]));
  const departmentIds = DEPARTMENTS.map((code) => directory.departmentByCode(code)!.id);
  const codes = DEPARTMENTS.flatMap((code) => [code, `${code}.any`, `${code}.an`]);
  const moment = fc
    .integer({ min: 0, max: 60 })
    .map((hours) => new Date(server.time.now().getTime() - hours * 3_600_000));
  return fc.record({
    stages: some(STAGES),
    severities: some(SEVERITIES),
    channels: some(CHANNELS),
    departmentIds: some(departmentIds),
    categoryCodes: some(codes),
    assigneeId: maybe(fc.constantFrom(...agentIds)),
    text: fc.constant(null),
    mine: maybe(fc.boolean()),
    unclaimed: maybe(fc.boolean()),
    breached: maybe(fc.boolean()),
    pendingHandoff: maybe(fc.boolean()),
    contested: maybe(fc.boolean()),
    escalated: maybe(fc.boolean()),
    onHold: maybe(fc.boolean()),
    regulator: maybe(fc.boolean()),
    receivedFrom: maybe(moment),
    receivedBefore: maybe(moment),
  });
}

/** Filters of a few conditions: all at once nearly always mean nothing. */
function lightFilters(): fc.Arbitrary<Filter> {
  const names = Object.keys(NO_FILTER) as (keyof Filter)[];
  return fc
    .tuple(filters(), fc.subarray(names, { minLength: 0, maxLength: 3 }))
    .map(([filter, kept]) => ({ ...NO_FILTER, ...Object.fromEntries(kept.map((name) => [name, filter[name]])) }));
}

/** A board as values alone: cursors are made when they are asked for. */
function plain(board: BoardView | null): unknown {
  return board && { ...board, columns: board.columns.map((column) => ({ ...column, page: pageOf(column) })) };
}

function pageOf({ page }: BoardColumnView): unknown {
  const edges = page!.edges.map(({ node, cursor }) => ({ node, cursor }));
  return { edges, pageInfo: { ...page!.pageInfo } };
}

test('[FI3] lists, boards, the one that is held and the one that is read, and streams mean the same by a filter', async () => {
  const viewers = fc.constantFrom(null, ...agentIds);
  await fc.assert(
    fc.asyncProperty(lightFilters(), viewers, async (filter, viewerId) => {
      const expected = [...facts].filter(([, row]) => matchesFilter(row, filter, viewerId)).map(([id]) => id);
      const query = { scope: SCOPE, filter, viewerId };
      const order = { field: 'NUMBER', direction: 'ASC' } as const;
      const list = await listComplaints(server.db, query, order, { first: 100 });
      expect(list.edges.map(({ node }) => node.id).sort()).toEqual([...expected].sort());
      const board = await readBoard(server.db, { ...query, now: server.time.now() }, { first: 100 });
      const cards = board.columns.flatMap(({ page }) => page!.edges.map(({ node }) => node.id));
      expect(cards.sort()).toEqual([...expected].sort());
      expect(board.columns.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(expected.length);
      const held = server.app.services.held.answer({ ...query, now: server.time.now() }, { first: 100 });
      expect(plain(held)).toEqual(plain(board));
    }),
    { numRuns: 150 },
  );
});
