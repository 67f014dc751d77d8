/** The board's own documents against a real server: one execution for many people, and each sees what they may do. */
import { boardEventsSubscription, boardQuery } from '@redress/board/features/board/board-documents';
import type { BoardCard } from '@redress/board/live/board-card';
import { CardPermits } from '@redress/board/live/board-viewer';
import type { RoleHolding } from '@redress/domain/rules/principal';
import { schema } from '@redress/schema/schema';
import { isViewerDependent } from '@redress/schema/viewer-dependent';
import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../api/act.ts';
import { startCompany } from '../api/company.ts';
import type { Company } from '../api/company.ts';
import type { Client } from '../testkit/client.ts';
import { settled } from './board-model/fake-timers.ts';
import { openBoard } from './board-model/open-board.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Answer {
  board: { cursor: string; scope: string; columns: { complaints: { nodes: BoardCard[] } }[] };
}

const load = (client: Client) => client.ok<Answer>(print(boardQuery), { filter: {}, first: 100 });

test('[EV50] nothing that the board asks for depends on the viewer, so people of one sight share one execution', async () => {
  expect(isViewerDependent(schema, boardEventsSubscription)).toBe(false);
  expect(isViewerDependent(schema, boardQuery)).toBe(false);

  const { boards } = company.app.services;
  const before = boards.size;
  for (const person of ['coordinator', 'supervisor', 'auditor'] as const) {
    const client = await company.as(person);
    const { cursor: after, scope } = (await load(client)).board;
    const socket = await company.socket(client);
    await socket.subscribe(print(boardEventsSubscription), { after, scope, filter: {} }).next();
  }
  expect(boards.size).toBe(before + 1);
});

const VIEWER = '{ viewer { ... on MemberViewer { member { id name } roles { role department { id } } } } }';
const VIEWER_CAN = `query ($id: ID!) { complaint(by: { id: $id }) {
  viewerCan { claim move route contact answerHandoff withdrawHandoff override assign handOff giveDuty comment rule
    hold approveHold refuseHold resume promise escalate takeOn urge supervise setFacts attach investigate
    decideResponsibility concern merge reveal resolve survey finalAnswer group regulator
    reviewRegulatorAnswer holdReplies markDemand } } }`;

interface AskedViewer {
  viewer: {
    member: { id: string; name: string };
    roles: { role: RoleHolding['role']; department: { id: string } | null }[];
  };
}

test('[BS25] what the board computes for a card is what the server says of it', async () => {
  const { seed } = company;
  await act(await company.as('agent'), 'complaintRegister', { subject: '送错了', description: 'x', channel: 'PHONE' });
  await seed.complaint().routed('logistics');
  await seed.complaint().routed('service').claimed();
  await seed.complaint().routed('logistics').claimed().handedTo('warehouse');
  let compared = 0;
  for (const person of ['coordinator', 'supervisor', 'agent', 'logistics', 'driver', 'warehouse', 'packer'] as const) {
    const client = await company.as(person);
    const { member, roles } = (await client.ok<AskedViewer>(VIEWER)).viewer;
    const held = roles.map(({ role, department }) => ({ role, departmentId: department?.id ?? null }));
    const permits = new CardPermits({ member, roles: held });
    for (const card of (await load(client)).board.columns.flatMap(({ complaints }) => complaints.nodes)) {
      const { complaint } = await client.ok<{ complaint: object }>(VIEWER_CAN, { id: card.id });
      expect({ viewerCan: permits.show(card).viewerCan }, `${person}: ${card.number}`).toEqual(complaint);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(12);
});

test('[BS25] a board whose sight has changed asks who is looking, and shows at once what they may do now', async () => {
  const { session, store, server, drainSteps, sights } = openBoard();
  const id = server.register('RECEIVED');
  session.open({});
  await drainSteps();
  expect(store.card(id)?.card.viewerCan).toMatchObject({ move: true, route: true });
  server.reset('GAP');
  await drainSteps();
  expect(sights).toEqual([]);

  server.scope = 'later';
  server.reset('SCOPE_CHANGED');
  await drainSteps();
  expect(sights).toEqual(['later']);
  const told: string[] = [];
  store.changes.onCard(id, () => told.push(id));
  store.setViewer({ member: { id: 'me', name: '李雷' }, roles: [{ role: 'AUDITOR', departmentId: null }] });
  await settled();
  expect(told).toEqual([id]);
  expect(store.card(id)?.card.viewerCan).toMatchObject({ move: false, route: false, override: false });
});
