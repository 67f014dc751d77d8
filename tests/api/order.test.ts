import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const put = async (id: string, place: Record<string, unknown>, person: Person = 'coordinator') =>
  act(await company.as(person), 'complaintMove', { id, toStage: 'RECEIVED', ...place });

const COLUMN = `query ($filter: ComplaintFilter) { board(filter: $filter) { columns { stage complaints(first: 500) {
  nodes { id position } } } } }`;

/** The ids of the column as the board shows them, from the top. */
async function column(filter: Record<string, unknown> | null = null): Promise<string[]> {
  const client = await company.as('coordinator');
  const { board } = await client.ok<{
    board: { columns: { stage: string; complaints: { nodes: { id: string; position: string }[] } }[] };
  }>(COLUMN, { filter });
  const nodes = board.columns.find(({ stage }) => stage === 'RECEIVED')!.complaints.nodes;
  expect([...nodes].sort((a, b) => (a.position < b.position ? -1 : 1))).toEqual(nodes);
  return nodes.map(({ id }) => id);
}

/** So many new complaints, the last one on top. */
async function stack(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.unshift((await company.seed.complaint().routed('logistics')).id);
  return ids;
}

describe('places', () => {
  test('[OR1] directly below afterId, directly above beforeId, else on top', async () => {
    const [a, b, c, d] = (await stack(4)) as [string, string, string, string];
    const order = async () => (await column()).filter((id) => [a, b, c, d].includes(id));
    await put(a, { afterId: c });
    expect(await order()).toEqual([b, c, a, d]);
    await put(d, { beforeId: c });
    expect(await order()).toEqual([b, d, c, a]);
    await put(a, {});
    expect(await order()).toEqual([a, b, d, c]);
    await put(c, { afterId: a, beforeId: d });
    expect(await order()).toEqual([a, c, b, d]);
  });

  test('[OR1] directly, whatever a filter hides between', async () => {
    const [a, hidden, c, d] = (await stack(4)) as [string, string, string, string];
    await act(await company.as('coordinator'), 'complaintClaim', { id: hidden });
    const seen = await column({ unclaimed: true });
    expect(seen).not.toContain(hidden);
    await put(d, { afterId: a });
    expect((await column()).slice(0, 4)).toEqual([a, d, hidden, c]);
  });

  test('[OR1] a card can’t stand beside itself: it goes on top, and the answer says so', async () => {
    const [a, b] = (await stack(2)) as [string, string];
    const told = await put(b, { afterId: b });
    expect(told).toMatchObject({ __typename: 'ComplaintMovePayload', placement: 'NEIGHBOUR_LEFT' });
    expect((await column()).slice(0, 2)).toEqual([b, a]);
  });

  test('[OR3] a neighbour that left the column does not refuse the move: it goes on top, and the answer says so', async () => {
    const [a, b, c] = (await stack(3)) as [string, string, string];
    await act(await company.as('coordinator'), 'complaintMove', { id: b, toStage: 'CONFIRMED' });
    expect(await put(c, { afterId: b })).toMatchObject({
      placement: 'NEIGHBOUR_LEFT',
      complaint: { stage: 'RECEIVED' },
    });
    expect((await column()).slice(0, 2)).toEqual([c, a]);
    const nobody = 'cmp_00000000000000000000000000000000';
    expect(await put(a, { beforeId: nobody })).toMatchObject({ placement: 'NEIGHBOUR_LEFT' });
  });

  test('[VIS3] a neighbour out of the mover’s sight is like one that left', async () => {
    const [mine] = (await stack(1)) as [string];
    const theirs = (await company.seed.complaint().routed('warehouse')).id;
    expect(await cardOf(await company.as('driver'), theirs)).toBe(null);
    expect(await put(mine, { afterId: theirs }, 'driver')).toMatchObject({ placement: 'NEIGHBOUR_LEFT' });
    expect(await put(mine, { afterId: theirs })).toMatchObject({ placement: 'PLACED' });
  });
});

describe('many hands', () => {
  test('[OR2] writers who want one place at once all get one, in a strict order', async () => {
    const ids = await stack(12);
    const [top, ...others] = ids as [string, ...string[]];
    const told = await Promise.all(others.map((id) => put(id, { afterId: top })));
    expect(told.map(({ __typename }) => __typename)).toEqual(others.map(() => 'ComplaintMovePayload'));
    const order = (await column()).filter((id) => ids.includes(id));
    expect(order[0]).toBe(top);
    expect([...order].sort()).toEqual([...ids].sort());
    expect(new Set(told.map(({ complaint }) => complaint.position)).size).toBe(others.length);
  });

  test('[OR2] two people who drag two cards at once both see their card where they put it', async () => {
    const [a, b, c, d] = (await stack(4)) as [string, string, string, string];
    await Promise.all([put(d, { beforeId: a }), put(c, { beforeId: a }, 'logistics')]);
    const order = (await column()).filter((id) => [a, b, c, d].includes(id));
    expect(order.slice(2)).toEqual([a, b]);
  });

  test('[OR2] moves across each other, in opposite orders, never wait for each other for ever', async () => {
    const ids = await stack(10);
    const down = ids.map((id, i) => put(id, { afterId: ids[(i + 1) % ids.length] }));
    const up = [...ids].reverse().map((id, i) => put(id, { beforeId: ids[i] }, 'logistics'));
    const told = await Promise.all([...down, ...up]);
    expect(new Set(told.map(({ __typename }) => __typename))).toEqual(new Set(['ComplaintMovePayload']));
    expect((await column()).filter((id) => ids.includes(id)).sort()).toEqual([...ids].sort());
  });

  test('[OR4] a hundred moves to one spot keep the order, and the cards their colleagues put there', async () => {
    const ids = await stack(8);
    const [top, ...others] = ids as [string, ...string[]];
    for (let i = 0; i < 100; i++) await put(others[i % others.length]!, { afterId: top });
    const last = Array.from({ length: others.length }, (_, i) => others[(99 - i) % others.length]);
    expect((await column()).filter((id) => ids.includes(id))).toEqual([top, ...last]);
  });
});
