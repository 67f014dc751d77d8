/** However many rows an answer has, it takes the same number of statements: no field loads for each node by itself. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
let client: Client;
beforeAll(async () => {
  company = await startCompany();
  client = await company.as('coordinator');
  for (let i = 0; i < 12; i++) {
    const customer = { name: '王敏', phone: `1380000${1000 + i}`, email: null, region: null, tier: null, group: null };
    const { id } = await company.seed.complaint({ customer }).routed('logistics').claimed().contacted();
    await act(client, 'dutyGive', { complaintId: id, departmentCode: 'service', what: '查' });
    await act(client, 'commentAdd', { id, text: '知悉' });
    await act(client, 'handoffRequest', { complaintId: id, toDepartmentCode: 'warehouse', reason: '货在仓库' });
  }
  await company.settled();
});
afterAll(() => company.stop());

/** How many statements an answer takes. The process may send others meanwhile, so the smallest of a few counts. */
async function statementsFor(query: string, variables: Record<string, unknown> = {}, by = client): Promise<number> {
  // The first time fills what is kept: the session, the document.
  await by.ok(query, variables);
  const spy = vi.spyOn(company.app.services.db.pool, 'query');
  try {
    const counts: number[] = [];
    for (let i = 0; i < 3; i++) {
      spy.mockClear();
      // An answer that was kept takes none, whatever it was.
      company.time.advance(1_100);
      await by.ok(query, variables);
      counts.push(spy.mock.calls.length);
    }
    return Math.min(...counts);
  } finally {
    spy.mockRestore();
  }
}

const FIELDS: Record<string, string> = {
  'columns of the complaint': 'number stage severity subject demand place about isBreached position mine',
  'people and departments': `department { code members { name departments { code } } } claimedBy { name } assignee { name }
    processOwner { name } registrar { name } category { code parent { code } department { code } } routedBy { name }`,
  'the customer': 'customer { id name phone email region }',
  'the description': 'description',
  'what may be done': 'viewerCan { claim move route } stageOptions { stage allowed missing }',
  'the next deadline and the pending handoff':
    'nextDeadline { kind dueAt department { code } } pendingHandoff { id to { code } reason }',
  deadlines: 'deadlines(first: 5) { totalCount nodes { kind department { code } } }',
  handoffs: 'handoffs(first: 5) { totalCount nodes { reason requestedBy { name } } }',
  duties: 'duties(first: 5) { totalCount nodes { what givenBy { name } } }',
  contacts: 'contacts(first: 5) { totalCount nodes { summary by { name } } }',
  timeline: `timeline(first: 20) { nodes { __typename actor { ... on Member { name } } ... on CommentAdded { text }
    ... on ContactRecorded { contact { summary } } ... on HandoffRequested { handoff { reason } } ... on DutyGiven { duty { what } } } }`,
};

describe('statements', () => {
  test.each(Object.entries(FIELDS))('[API10] %s of a list', async (_name, fields) => {
    const query = `query ($first: Int) { complaints(first: $first) { nodes { ${fields} } } }`;
    const [two, twelve] = [await statementsFor(query, { first: 2 }), await statementsFor(query, { first: 12 })];
    expect(two).toBeGreaterThan(0);
    expect(twelve).toBe(two);
    expect(twelve).toBeLessThan(10);
  });

  test('[API10] all of them together, in a list and by node', async () => {
    const fields = Object.values(FIELDS).join('\n');
    const list = `query ($first: Int) { complaints(first: $first) { totalCount nodes { ${fields} } } }`;
    const counts = [await statementsFor(list, { first: 2 }), await statementsFor(list, { first: 12 })];
    expect(counts[1]).toBe(counts[0]);
    const { complaints } = await client.ok<{ complaints: { nodes: { id: string }[] } }>(
      '{ complaints { nodes { id } } }',
    );
    const ids = complaints.nodes.map(({ id }) => id);
    const nodes = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Complaint { ${fields} } } }`;
    const byNode = [await statementsFor(nodes, { ids: ids.slice(0, 2) }), await statementsFor(nodes, { ids })];
    expect(byNode[1]).toBe(byNode[0]);
  });

  test('[API10] the audit trail', async () => {
    const auditor = await company.as('auditor');
    const query = `query ($first: Int) { audit(first: $first) { nodes { action reason complaints { number department { code } }
      actor { ... on Member { name } ... on Integration { name } } changes { subjectName field from to } } } }`;
    const counts = [
      await statementsFor(query, { first: 2 }, auditor),
      await statementsFor(query, { first: 60 }, auditor),
    ];
    expect(counts[1]).toBe(counts[0]);
  });

  test('[API10] a board that is held takes no statement, and another takes one', async () => {
    const shown = ['columns of the complaint', 'people and departments', 'the customer'];
    const cards = shown.map((name) => FIELDS[name]).join('\n');
    const query = `{ board { cursor scope columns { stage totalCount breachedCount complaints(first: 100) { nodes { ${cards} } } } } }`;
    expect(await statementsFor(query)).toBe(0);
    expect(await statementsFor(query.replace('board {', 'board(filter: { text: "约好" }) {'))).toBe(1);
  });
});
