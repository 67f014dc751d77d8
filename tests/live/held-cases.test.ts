import { commentAdd } from '@redress/domain/actions/comment-add';
import { loadCase } from '@redress/domain/actions/case';
import type { Case } from '@redress/domain/actions/case';
import { loadComplaints } from '@redress/domain/reads/complaints';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const ALL = { key: 'all', seesAll: true, grantees: [] };
const CARD = `id revision version stage position isBreached nextDeadline { id kind dueAt } openDuties givenDuties hold { id }
  pendingHandoff { id } subject customer { tier } department { code } assignee { id }`;
const MOVE = `mutation ($input: ComplaintMoveInput!) { complaintMove(input: $input) {
  __typename ... on ComplaintMovePayload { placement complaint { ${CARD} } } ... on UserError { code message } } }`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Complaint { ${CARD} } } }`;

interface Moved {
  complaintMove: {
    __typename: string;
    code?: string;
    placement?: string;
    complaint?: { id: string; stage: string; position: string };
  };
}

let server: TestServer;
let coordinator: Client;
let elsewhere: Client;

beforeAll(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics', 'finance');
  const member = await server.seed.member({ role: 'COORDINATOR' });
  coordinator = await server.signedIn(member);
  elsewhere = await server.signedIn(member, 1);
});
afterAll(() => server.stop());

/** A case as values alone: what it holds has no order of its own. */
function plain(found: Case | null | undefined): unknown {
  return (
    found && { ...found, deadlines: [...found.deadlines].sort((a, b) => (a.id < b.id ? -1 : 1)), access: undefined }
  );
}

async function move(by: Client, card: SeededComplaint, toStage: string, rest: object = {}) {
  const input = { id: card.id, toStage, ...rest };
  return (await by.ok<Moved>(MOVE, { input })).complaintMove;
}

async function columnOf(stage: string): Promise<string[]> {
  const { rows } = await server.db.pool.query<{ id: string }>(
    `SELECT "id" FROM "complaint" WHERE "stage" = $1::"Stage" ORDER BY "position"`,
    [stage],
  );
  return rows.map(({ id }) => id);
}

describe('cases that are held', () => {
  test('[MV15] whatever comes between, a move leaves behind and answers what the database says', async () => {
    const cards = [];
    for (let n = 0; n < 6; n += 1) cards.push(await server.seed.complaint().routed('logistics').claimed().contacted());
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let step = 0; step < 60; step += 1) {
      const card = cards[next(cards.length)]!;
      const other = cards[next(cards.length)]!;
      const by = next(4) === 0 ? elsewhere : coordinator;
      if (next(5) === 0) await commentAdd(server.seed.system, { id: card.uuid, text: '催一下', mentionedIds: [] });
      if (next(6) === 0) server.time.advance(40 * 60_000);
      const stage = STAGES[next(4)]!;
      const beside = next(2) === 0 ? { afterId: other.id } : { beforeId: other.id };
      const moved = await move(by, card, stage, { ...(next(3) > 0 && beside), reason: '会上决定', override: true });
      expect(moved.__typename).toBe('ComplaintMovePayload');
      const { node } = await coordinator.ok<{ node: unknown }>(READ, { id: card.id });
      expect(moved.complaint).toEqual(node);
      if (moved.placement === 'PLACED' && 'afterId' in beside && other !== card) {
        const column = await columnOf(stage);
        const at = column.indexOf(card.uuid);
        if (column.includes(other.uuid) && column[at - 1] !== other.uuid) expect(at).toBe(0);
      }
      for (const { services } of server.processes) {
        const held = services.cases.find(card.uuid);
        const read = await loadCase(server.db, card.uuid);
        if (held?.complaint.revision === read!.complaint.revision) expect(plain(held)).toEqual(plain(read));
        const shown = services.held.card(card.uuid)?.view;
        const [view] = await loadComplaints(server.db, ALL, [card.uuid]);
        if (shown?.revision === view!.revision) expect(shown).toEqual(view);
      }
    }
  });

  test('[MV15] a move within a column of a card that is held is one statement', async () => {
    const [above, card] = [
      await server.seed.complaint().routed('finance'),
      await server.seed.complaint().routed('finance'),
    ];
    await move(coordinator, card, 'RECEIVED', { afterId: above.id });
    await move(coordinator, card, 'RECEIVED', { beforeId: above.id });
    await server.settled();
    const spy = vi.spyOn(server.app.services.db.pool, 'query');
    try {
      const moved = await move(coordinator, card, 'RECEIVED', { afterId: above.id });
      expect(moved).toMatchObject({ __typename: 'ComplaintMovePayload', placement: 'PLACED' });
      const names = spy.mock.calls.map(([statement]) => (statement as unknown as { name: string }).name);
      // What feed, clock and held cases read of it is read once, whoever moves.
      expect(names.filter((name) => !/^(stream|clock|cases)_/.test(name))).toEqual(['commit_place']);
    } finally {
      spy.mockRestore();
    }
    const column = await columnOf('RECEIVED');
    expect(column[column.indexOf(card.uuid) - 1]).toBe(above.uuid);
  });

  test('[MV15] a refusal is of today, also where another process has just changed what stood against it', async () => {
    const card = await server.seed.complaint();
    await move(coordinator, card, 'RECEIVED');
    expect(await move(coordinator, card, 'CONFIRMED')).toMatchObject({ code: 'STAGE_REQUIREMENTS' });
    const routed = `mutation ($input: ComplaintRouteInput!) { complaintRoute(input: $input) { __typename ... on UserError { message } } }`;
    const input = { id: card.id, departmentCode: 'finance', categoryCode: 'finance.any' };
    expect(await elsewhere.ok(routed, { input })).toMatchObject({
      complaintRoute: { __typename: 'ComplaintRoutePayload' },
    });
    expect((await move(coordinator, card, 'CONFIRMED')).code).not.toBe('NOT_FOUND');
    const read = await loadCase(server.db, card.uuid);
    expect(read!.complaint.departmentId).not.toBeNull();
  });

  test('[MV15] many who put cards in one place at once get places of their own, in one order everywhere', async () => {
    const cards = await Promise.all(Array.from({ length: 12 }, () => server.seed.complaint().routed('finance')));
    const anchor = cards[0]!;
    const rounds = Array.from({ length: 4 }, (_, n) =>
      cards
        .slice(1)
        .map((card) => move(n % 2 === 0 ? coordinator : elsewhere, card, 'RECEIVED', { afterId: anchor.id })),
    );
    for (const answers of await Promise.all(rounds.map((round) => Promise.all(round)))) {
      for (const answer of answers) expect(answer.__typename).toBe('ComplaintMovePayload');
    }
    await server.settled();
    const truth = await columnOf('RECEIVED');
    for (const { services } of server.processes) expect(services.held.column('RECEIVED').ids(1_000)).toEqual(truth);
  });
});
