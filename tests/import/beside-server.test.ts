import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompany } from '../api/company.ts';
import type { Company } from '../api/company.ts';
import { Events, loadBoard } from '../live/board-client.ts';
import { SAMPLE, SAMPLE_ROWS, openDesk } from './desk.ts';
import type { ImportDesk } from './desk.ts';

const MOVE = `mutation Move($input: ComplaintMoveInput!) { complaintMove(input: $input) { __typename } }`;

let company: Company;
let desk: ImportDesk;
beforeAll(async () => {
  company = await startCompany();
  desk = await openDesk(company.databaseUrl);
});
afterAll(async () => {
  await desk.close();
  await company.stop();
});

test('[IM3] beside a running server a board hears of each complaint, without a gap, while people go on working', async () => {
  const { id } = await company.seed.complaint().routed('logistics').claimed().contacted();
  const coordinator = await company.as('coordinator');
  const { cursor, scope } = await loadBoard(coordinator);
  const events = new Events(await company.socket(coordinator), { after: cursor, scope });

  const running = desk.run(SAMPLE, '--mapping', 'cfpb', '--batch', '2');
  const registered = new Set<string>();
  const moved: Promise<unknown>[] = [];
  // Reading throws when a gap shows.
  while (registered.size < SAMPLE_ROWS) {
    const { __typename, complaint } = await events.next();
    if (__typename !== 'ComplaintRegistered' || complaint === undefined) continue;
    registered.add(complaint.id);
    if (registered.size === 4) moved.push(coordinator.ok(MOVE, { input: { id, toStage: 'CONFIRMED' } }));
  }
  expect(await running).toMatchObject({ code: 0 });
  expect(await Promise.all(moved)).toEqual([{ complaintMove: { __typename: 'ComplaintMovePayload' } }]);

  const board = await loadBoard(coordinator);
  const totals = Object.fromEntries(board.columns.map(({ stage, totalCount }) => [stage, totalCount]));
  expect(totals).toEqual({ RECEIVED: 0, CONFIRMED: 3, INVESTIGATING: 10, RESOLVING: 0, FOLLOWING_UP: 3, CLOSED: 0 });
});

test('[IM8] a running server knows the departments and categories that an import added', async () => {
  const coordinator = await company.as('coordinator');
  const complaint = await coordinator.ok<{ complaint: unknown }>(
    `query One($by: ComplaintBy!) { complaint(by: $by) { department { code } category { code parent { code } } nextDeadline { dueAt } } }`,
    { by: { external: { source: 'cfpb', id: '9000002' } } },
  );
  expect(complaint.complaint).toEqual({
    department: { code: 'consumer-response' },
    category: { code: 'cfpb.debt-collection.medical', parent: { code: 'cfpb.debt-collection' } },
    nextDeadline: null,
  });
});
