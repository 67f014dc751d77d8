import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import type { Card } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const move = async (person: Person, id: string, toStage: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'complaintMove', { id, toStage, ...input });

/** A complaint that has come so far by the process, step by step. */
const at = {
  received: () => company.seed.complaint().routed('logistics'),
  confirmed: () => company.seed.complaint().routed('logistics').moved('CONFIRMED'),
  ready: () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted(),
  investigating: () => at.ready().moved('INVESTIGATING'),
  resolving: () => at.investigating().moved('RESOLVING'),
  followingUp: () => at.resolving().moved('FOLLOWING_UP'),
  closed: () => at.followingUp().moved('CLOSED'),
};

interface Option {
  stage: string;
  allowed: boolean;
  missing: string[];
  refusal: string | null;
  needsReason: boolean;
  overridable: boolean;
}

const optionsOf = async (id: string): Promise<Option[]> => {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) {
    stageOptions { stage allowed missing refusal needsReason overridable } } }`;
  const client = await company.as('coordinator');
  return (await client.ok<{ complaint: { stageOptions: Option[] } }>(query, { id })).complaint.stageOptions;
};

describe('forwards', () => {
  test('[MV1] a complaint goes through the whole process, step by step', async () => {
    const { id } = await at.ready();
    const stages = ['INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'];
    for (const [i, stage] of stages.entries()) {
      const told = await move('driver', id, stage);
      expect(told).toMatchObject({ __typename: 'ComplaintMovePayload', complaint: { stage, version: 4 + i } });
    }
    const card = (await cardOf(await company.as('driver'), id))!;
    expect(card.closedAt).toBe(card.stageSince);
  });

  test('[MV1] remedy first: CONFIRMED may go straight to RESOLVING', async () => {
    const { id } = await at.ready();
    expect((await move('logistics', id, 'RESOLVING')).complaint.stage).toBe('RESOLVING');
  });

  test('[MV1] a move that skips work is refused as NOT_A_STEP', async () => {
    const { id } = await at.ready();
    expect(await move('logistics', id, 'FOLLOWING_UP')).toMatchObject({
      __typename: 'StageRequirementsError',
      refusal: 'NOT_A_STEP',
      missing: [],
      complaint: { id, stage: 'CONFIRMED' },
    });
  });

  test('[MV2] RECEIVED is left with category and department', async () => {
    const { id } = await company.seed.complaint();
    expect(await move('coordinator', id, 'CONFIRMED')).toMatchObject({
      __typename: 'StageRequirementsError',
      missing: ['CATEGORY', 'DEPARTMENT'],
    });
    await act(await company.as('coordinator'), 'complaintRoute', { id, departmentCode: 'logistics' });
    expect(await move('coordinator', id, 'CONFIRMED')).toMatchObject({ missing: ['CATEGORY'] });
    const graded = { id, departmentCode: 'logistics', categoryCode: 'logistics.any' };
    await act(await company.as('coordinator'), 'complaintRoute', graded);
    expect((await move('coordinator', id, 'CONFIRMED')).complaint.stage).toBe('CONFIRMED');
  });

  test('[MV3] CONFIRMED is left with the claim, confirmed facts and a first response', async () => {
    const { id } = await at.confirmed();
    const driver = await company.as('driver');
    const missing = async () => (await move('driver', id, 'INVESTIGATING')).missing;
    expect(await missing()).toEqual(['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE']);
    await act(driver, 'contactRecord', { id, channel: 'PHONE', summary: '没有接通，已留言' });
    expect(await missing()).toEqual(['CLAIM', 'FACTS_CONFIRMED']);
    await act(await company.as('logistics'), 'complaintClaim', { id });
    expect(await missing()).toEqual(['FACTS_CONFIRMED']);
    await act(driver, 'contactRecord', { id, channel: 'PHONE', summary: '核实了时间和诉求', confirmsFacts: true });
    expect((await move('driver', id, 'INVESTIGATING')).complaint.stage).toBe('INVESTIGATING');
  });

  test('[MV4] the refusal says what is missing in the caller’s language, and moves nothing', async () => {
    const { id } = await at.confirmed();
    const before = await cardOf(await company.as('driver'), id);
    const zh = await move('driver', id, 'RESOLVING');
    expect(zh.message).toMatch(/阶段/);
    const en = await act(
      await company.as('driver'),
      'complaintMove',
      { id, toStage: 'RESOLVING' },
      { headers: { 'accept-language': 'en' } },
    );
    expect(en.message).toMatch(/stage/);
    expect(await cardOf(await company.as('driver'), id)).toEqual(before);
  });

  test.each(['agent', 'supervisor', 'auditor'] as const)('[PERM2] the %s does not move it', async (person) => {
    // The agent has registered it, and sees it; the others see everything.
    const { id } = await seededBy('agent');
    expect(await move(person, id, 'CONFIRMED')).toMatchObject({ code: 'FORBIDDEN' });
  });
});

async function seededBy(person: Person): Promise<Card> {
  const input = { subject: 'a', description: 'b', channel: 'PHONE', categoryCode: 'logistics.any' };
  return (await act(await company.as(person), 'complaintRegister', input)).complaint;
}

describe('backwards', () => {
  test('[MV5] moving back is allowed with a reason, which is kept with the event', async () => {
    const { id } = await at.resolving();
    expect(await move('driver', id, 'CONFIRMED')).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['reason'] }],
    });
    expect(await move('driver', id, 'CONFIRMED', { reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await move('driver', id, 'CONFIRMED', { reason: '诉求变了' })).complaint.stage).toBe('CONFIRMED');
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 1) { nodes {
      __typename ... on ComplaintMoved { fromStage toStage reason override waived } } } } }`;
    expect(await (await company.as('driver')).ok(query, { id })).toEqual({
      complaint: {
        timeline: {
          nodes: [
            {
              __typename: 'ComplaintMoved',
              fromStage: 'RESOLVING',
              toStage: 'CONFIRMED',
              reason: '诉求变了',
              override: false,
              waived: [],
            },
          ],
        },
      },
    });
  });

  test('[MV8] a closed complaint is reopened to CONFIRMED only, and its criteria start anew', async () => {
    const { id } = await at.closed();
    const reason = '客户不满意';
    for (const stage of ['RECEIVED', 'INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP']) {
      expect(await move('coordinator', id, stage, { reason, override: true })).toMatchObject({ refusal: 'NOT_A_STEP' });
    }
    const reopened = await move('driver', id, 'CONFIRMED', { reason });
    expect(reopened.complaint).toMatchObject({
      stage: 'CONFIRMED',
      round: 2,
      closedAt: null,
      isClaimed: false,
      claimedBy: null,
      firstContactAt: null,
      factsConfirmedAt: null,
      department: { code: 'logistics' },
    });
    expect(await move('driver', id, 'INVESTIGATING')).toMatchObject({
      missing: ['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE'],
    });
  });

  test('[MV8] a closed complaint takes no claim, no contact, no route and no duty', async () => {
    const { id } = await at.closed();
    const client = await company.as('coordinator');
    const attempts = await Promise.all([
      act(client, 'complaintRoute', { id, departmentCode: 'warehouse' }),
      act(client, 'contactRecord', { id, channel: 'PHONE', summary: '回访' }),
      act(client, 'handoffRequest', { complaintId: id, toDepartmentCode: 'warehouse', reason: '货在仓库' }),
      act(client, 'dutyGive', { complaintId: id, departmentCode: 'warehouse', what: '查库存' }),
    ]);
    expect(attempts.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'FORBIDDEN'));
  });
});

describe('overriding', () => {
  test('[MV6] a coordinator waives criteria and steps with a reason, and the event names what was waived', async () => {
    const { id } = await at.confirmed();
    const reason = '总经理批示，先行处理';
    const told = await move('coordinator', id, 'FOLLOWING_UP', { override: true, reason });
    expect(told.complaint.stage).toBe('FOLLOWING_UP');
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 1) { nodes {
      ... on ComplaintMoved { reason override waived } } } } }`;
    const { complaint } = await (await company.as('coordinator')).ok<{
      complaint: { timeline: { nodes: Record<string, unknown>[] } };
    }>(query, { id });
    expect(complaint.timeline.nodes[0]).toEqual({
      reason,
      override: true,
      waived: ['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE'],
    });
  });

  test('[MV6] not without a reason', async () => {
    const { id } = await at.confirmed();
    expect(await move('coordinator', id, 'RESOLVING', { override: true })).toMatchObject({
      issues: [{ path: ['reason'] }],
    });
  });

  test.each(['logistics', 'driver'] as const)('[MV6] not by the %s', async (person) => {
    const { id } = await at.confirmed();
    const input = { override: true, reason: '赶时间' };
    expect(await move(person, id, 'RESOLVING', input)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[MV6] never into CLOSED', async () => {
    const { id } = await at.resolving();
    expect(await move('coordinator', id, 'CLOSED', { override: true, reason: '结案' })).toMatchObject({
      __typename: 'StageRequirementsError',
      refusal: 'NOT_A_STEP',
    });
  });

  test('[PERM8] not by a token', async () => {
    const till = company.client().withToken(await company.seed.token('till', ['ACT']));
    const { id } = await at.confirmed();
    expect(await act(till, 'complaintMove', { id, toStage: 'RESOLVING', override: true, reason: 'x' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('invariants', () => {
  test('[MV7] outside RECEIVED there is a handling department, whatever a coordinator overrides', async () => {
    const { id } = await company.seed.complaint();
    const told = await move('coordinator', id, 'CONFIRMED', { override: true, reason: '急件' });
    expect(told).toMatchObject({ __typename: 'StageRequirementsError', missing: ['CATEGORY', 'DEPARTMENT'] });
  });

  test('[MV7] nothing is closed over a pending handoff or an open duty', async () => {
    const handedOff = await at.followingUp().handedTo('warehouse');
    expect(await move('coordinator', handedOff.id, 'CLOSED')).toMatchObject({ refusal: 'HANDOFF_PENDING' });

    const { id } = await at.followingUp();
    const duty = { complaintId: id, departmentCode: 'warehouse', what: '核对出库单' };
    const given = await act(await company.as('logistics'), 'dutyGive', duty);
    expect(await move('driver', id, 'CLOSED')).toMatchObject({ refusal: 'DUTY_OPEN' });
    await act(await company.as('packer'), 'dutyDone', { id: given.duty.id });
    expect((await move('driver', id, 'CLOSED')).complaint.stage).toBe('CLOSED');
  });

  test('[MV7] a closed complaint has no running clock', async () => {
    const { id } = await at.closed();
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { nextDeadline { id } deadlines { nodes { kind state } } } }`;
    const { complaint } = await (await company.as('coordinator')).ok<{
      complaint: { nextDeadline: unknown; deadlines: { nodes: { state: string }[] } };
    }>(query, { id });
    expect(complaint.nextDeadline).toBe(null);
    expect(complaint.deadlines.nodes.map(({ state }) => state)).not.toContain('OPEN');
  });
});

describe('versions', () => {
  test('[MV9] an edit raises version and revision; what is no edit raises the revision only', async () => {
    const { id } = await at.received();
    const client = await company.as('coordinator');
    const numbers = async () => {
      const { version, revision } = (await cardOf(client, id))!;
      return [version, revision];
    };
    const [version, revision] = (await numbers()) as [number, number];
    await act(client, 'complaintClaim', { id });
    await act(client, 'contactRecord', { id, channel: 'PHONE', summary: '核实', confirmsFacts: true });
    await act(client, 'commentAdd', { id, text: '加急' });
    await move('coordinator', id, 'RECEIVED');
    expect(await numbers()).toEqual([version, revision + 4]);
    await move('coordinator', id, 'CONFIRMED');
    expect(await numbers()).toEqual([version + 1, revision + 5]);
  });

  test('[MV9] a stale version is refused with the complaint as it is, and nothing is lost', async () => {
    const { id } = await at.ready();
    const seen = (await cardOf(await company.as('driver'), id))!;
    await move('logistics', id, 'INVESTIGATING');
    const stale = await move('driver', id, 'RESOLVING', { expectedVersion: seen.version });
    expect(stale).toMatchObject({ __typename: 'StaleVersionError', current: { id, stage: 'INVESTIGATING' } });
    const fresh = await move('driver', id, 'RESOLVING', { expectedVersion: stale.current.version });
    expect(fresh.complaint.stage).toBe('RESOLVING');
  });

  test('[MV9] of two people who move one card at once, one wins and the other is told', async () => {
    for (let i = 0; i < 5; i++) {
      const { id } = await at.ready();
      const expectedVersion = (await cardOf(await company.as('driver'), id))!.version;
      const told = await Promise.all([
        move('logistics', id, 'INVESTIGATING', { expectedVersion }),
        move('deputy', id, 'RESOLVING', { expectedVersion }),
      ]);
      const [winner, loser] = told[0].__typename === 'ComplaintMovePayload' ? told : [told[1], told[0]];
      expect(winner.__typename).toBe('ComplaintMovePayload');
      expect(loser).toMatchObject({ __typename: 'StaleVersionError', current: { stage: winner.complaint.stage } });
    }
  });
});

describe('options', () => {
  test('[MV10] every other stage is listed, with what it takes', async () => {
    const { id } = await at.confirmed();
    const options = await optionsOf(id);
    const missing = ['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE'];
    const forward = { allowed: false, missing, needsReason: false };
    expect(options).toEqual([
      { stage: 'RECEIVED', allowed: true, missing: [], refusal: null, needsReason: true, overridable: false },
      { stage: 'INVESTIGATING', ...forward, refusal: null, overridable: true },
      { stage: 'RESOLVING', ...forward, refusal: null, overridable: true },
      { stage: 'FOLLOWING_UP', ...forward, refusal: 'NOT_A_STEP', overridable: true },
      { stage: 'CLOSED', ...forward, refusal: 'NOT_A_STEP', overridable: false },
    ]);
  });

  test('[MV10] what the options promise is what a move gets, at every stage', async () => {
    for (const seed of [
      at.received,
      at.confirmed,
      at.ready,
      at.investigating,
      at.resolving,
      at.followingUp,
      at.closed,
    ]) {
      const { id } = await seed();
      for (const option of await optionsOf(id)) {
        const { id: twin } = await seed();
        const reason = option.needsReason ? { reason: '需要' } : {};
        const told = await move('coordinator', twin, option.stage, reason);
        expect([option, told.__typename === 'ComplaintMovePayload']).toEqual([option, option.allowed]);
        if (!option.allowed) expect(told).toMatchObject({ missing: option.missing, refusal: option.refusal });
      }
    }
  });
});
