import { directoryPut } from '@redress/domain/actions/directory-put';
import { NO_WIP } from '@redress/domain/rules/wip';
import type { WipPolicy } from '@redress/domain/rules/wip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { act } from './act.ts';

const MOVE = `mutation ($input: ComplaintMoveInput!) { complaintMove(input: $input) { __typename
  ... on UserError { code message }
  ... on StageRequirementsError { refusal missing full { limit count department { code } } } } }`;
interface Moved {
  __typename: string;
  code?: string;
  message?: string;
  refusal?: string;
  full?: { limit: number; count: number; department: { code: string } | null };
}

let server: TestServer;
let coordinator: Client;
let head: Client;
let elsewhere: Client;

beforeAll(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics', 'warehouse');
  const member = await server.seed.member({ role: 'COORDINATOR' });
  coordinator = await server.signedIn(member);
  elsewhere = await server.signedIn(member, 1);
  head = await server.signedIn(await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' }));
});
afterAll(() => server.stop());

async function limited(policy: Partial<WipPolicy>): Promise<void> {
  const value = { ...NO_WIP, ...policy };
  await directoryPut(server.seed.system, { policies: [{ kind: 'wipLimit', key: 'CONFIRMED', value }] });
  await server.settled();
}

async function move(client: Client, id: string, toStage: string, more: Record<string, unknown> = {}): Promise<Moved> {
  return (await client.ok<{ complaintMove: Moved }>(MOVE, { input: { id, toStage, ...more } })).complaintMove;
}

const received = (department = 'logistics') => server.seed.complaint().routed(department);
async function countOf(code: string): Promise<number> {
  const { id: departmentId } = await server.db.prisma.department.findUniqueOrThrow({ where: { code } });
  return server.db.prisma.complaint.count({ where: { stage: 'CONFIRMED', departmentId } });
}

describe('limits of the work in progress', () => {
  test('[WL1] a limit that is not enforced refuses nothing, and is told with the stages', async () => {
    await limited({ column: 1, departments: [{ code: 'warehouse', limit: 2 }] });
    const { stages } = await head.ok<{ stages: { stage: string; wip: unknown }[] }>(
      '{ stages { stage wip { column department departments { departmentCode limit } enforced } } }',
    );
    expect(stages.find(({ stage }) => stage === 'CONFIRMED')?.wip).toEqual({
      column: 1,
      department: 0,
      departments: [{ departmentCode: 'warehouse', limit: 2 }],
      enforced: false,
    });
    for (let i = 0; i < 2; i++) {
      expect(await move(coordinator, (await received()).id, 'CONFIRMED')).toMatchObject({
        __typename: 'ComplaintMovePayload',
      });
    }
  });

  test('[WL2] a move beyond an enforced limit is refused with the limit, the count and whose it is', async () => {
    const count = await countOf('logistics');
    await limited({ department: count + 1, enforced: true });
    const [first, second, others] = [await received(), await received(), await received('warehouse')];
    expect(await move(coordinator, first.id, 'CONFIRMED')).toMatchObject({ __typename: 'ComplaintMovePayload' });
    const refused = await move(coordinator, second.id, 'CONFIRMED');
    expect(refused).toMatchObject({
      __typename: 'StageRequirementsError',
      refusal: 'WIP_LIMIT',
      missing: [],
      full: { limit: count + 1, count: count + 1, department: { code: 'logistics' } },
    });
    expect(refused.message).toContain(String(count + 1));
    expect(await move(coordinator, others.id, 'CONFIRMED')).toMatchObject({ __typename: 'ComplaintMovePayload' });
    // Within the column nothing comes in.
    expect(await move(coordinator, first.id, 'CONFIRMED')).toMatchObject({ __typename: 'ComplaintMovePayload' });

    const column = await server.db.prisma.complaint.count({ where: { stage: 'CONFIRMED' } });
    await limited({ column, enforced: true });
    expect(await move(coordinator, second.id, 'CONFIRMED')).toMatchObject({
      full: { limit: column, count: column, department: null },
    });
  });

  test('[WL3] a coordinator overrides it with a reason, and nobody else does', async () => {
    const { id } = await received();
    const ask = (client: Client, reason: string | null) => move(client, id, 'CONFIRMED', { override: true, reason });
    expect(await ask(head, '客户就在店里')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask(coordinator, null)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await ask(coordinator, '客户就在店里')).toMatchObject({ __typename: 'ComplaintMovePayload' });
  });

  test('[WL3] what is reopened, and what another department takes over, comes in whatever the limit', async () => {
    await limited({});
    const ready = server.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    const closed = await ready.moved('INVESTIGATING').moved('RESOLVING').moved('FOLLOWING_UP').moved('CLOSED');
    await limited({ column: 1, department: 1, enforced: true });
    expect(await move(coordinator, closed.id, 'CONFIRMED', { reason: '客户不满意' })).toMatchObject({
      __typename: 'ComplaintMovePayload',
    });
  });

  test('[WL4] of many who move at once, in two processes, as many come in as there is room for', async () => {
    const room = 3;
    await limited({});
    const cards = await Promise.all(Array.from({ length: 10 }, () => received('warehouse')));
    const before = await countOf('warehouse');
    await limited({ department: before + room, enforced: true });
    const moved = await Promise.all(
      cards.map(({ id }, i) => move(i % 2 === 0 ? coordinator : elsewhere, id, 'CONFIRMED')),
    );
    expect(moved.filter(({ __typename }) => __typename === 'ComplaintMovePayload')).toHaveLength(room);
    expect(moved.filter(({ refusal }) => refusal === 'WIP_LIMIT')).toHaveLength(cards.length - room);
    expect(await countOf('warehouse')).toBe(before + room);
  });
});

interface Option {
  stage: string;
  allowed: boolean;
  refusal: string | null;
  overridable: boolean;
  exceeds: { limit: number; count: number; department: { code: string } | null } | null;
}

async function optionOf(id: string, stage = 'CONFIRMED'): Promise<Option> {
  const { complaint } = await head.ok<{ complaint: { stageOptions: Option[] } }>(
    `query ($id: ID!) { complaint(by: { id: $id }) { stageOptions {
      stage allowed refusal overridable exceeds { limit count department { code } } } } }`,
    { id },
  );
  return complaint.stageOptions.find((one) => one.stage === stage)!;
}

describe('what a move would meet', () => {
  test('[WL6] the options of a complaint tell the limit that it would exceed, and refuse where it is enforced', async () => {
    await limited({});
    const [inside, outside] = [await received(), await received()];
    expect(await move(coordinator, inside.id, 'CONFIRMED')).toMatchObject({ __typename: 'ComplaintMovePayload' });
    const count = await countOf('logistics');
    const exceeds = { limit: count, count, department: { code: 'logistics' } };
    expect(await optionOf(outside.id)).toMatchObject({ allowed: true, refusal: null, exceeds: null });

    await limited({ department: count });
    expect(await optionOf(outside.id)).toMatchObject({ allowed: true, refusal: null, exceeds });

    await limited({ department: count, enforced: true });
    expect(await optionOf(outside.id)).toMatchObject({
      allowed: false,
      refusal: 'WIP_LIMIT',
      overridable: true,
      exceeds,
    });
    expect(await move(coordinator, outside.id, 'CONFIRMED')).toMatchObject({ refusal: 'WIP_LIMIT', full: exceeds });

    await limited({ department: count + 1, enforced: true });
    expect(await optionOf(outside.id)).toMatchObject({ allowed: true, refusal: null, exceeds: null });
  });

  test('[WL6] the whole column’s limit is nobody’s, and one that is reopened is held up by none', async () => {
    await limited({});
    const ready = server.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    const closed = await ready.moved('INVESTIGATING').moved('RESOLVING').moved('FOLLOWING_UP').moved('CLOSED');
    const { id } = await received();
    const column = await server.db.prisma.complaint.count({ where: { stage: 'CONFIRMED' } });
    await limited({ column, enforced: true });
    const exceeds = { limit: column, count: column, department: null };
    expect(await optionOf(id)).toMatchObject({ refusal: 'WIP_LIMIT', exceeds });
    expect(await optionOf(closed.id)).toMatchObject({ refusal: null, exceeds });
  });
});

test('[WL1] a department that is none has no limit of its own', async () => {
  const admin = await server.signedIn(await server.seed.member({ role: 'ADMIN' }));
  const { policies } = await admin.ok<{ policies: { id: string }[] }>('{ policies(kind: WIP_LIMIT) { id key } }');
  expect(policies.length).toBeGreaterThan(0);
  const refused = await act(admin, 'policySet', {
    key: 'RESOLVING',
    value: {
      wipLimit: { column: 5, department: 0, departments: [{ departmentCode: 'nobody', limit: 1 }], enforced: true },
    },
    reason: '试行',
  });
  expect(refused).toMatchObject({ code: 'INVALID_INPUT' });
  expect(JSON.stringify(refused)).toContain('departments');
});
