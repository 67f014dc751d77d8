import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const MIN = { name: '欧阳小明', phone: '13812345678', email: 'ou@example.com', region: null, tier: null, group: null };

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const REVEAL = `mutation ($input: CustomerRevealInput!) { customerReveal(input: $input) { __typename
  ... on CustomerRevealPayload { cursor revealed { name phone email texts { masked text } } }
  ... on UserError { code message } ... on InvalidInputError { issues { path } } } }`;

interface Told {
  __typename: string;
  code?: string;
  issues?: { path: string[] }[];
  revealed: { name: string; phone: string; email: string; texts: { masked: string; text: string }[] } | null;
}

async function reveal(who: Person, complaintId: string, input: object = {}, key?: string): Promise<Told> {
  const client = await company.as(who);
  const asked = { input: { complaintId, reason: 'CONTACT', ...input } };
  const answer = await client.ask<{ customerReveal: Told }>(
    REVEAL,
    asked,
    key === undefined ? undefined : { headers: { 'idempotency-key': key } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data!.customerReveal;
}

const complaint = () =>
  company.seed
    .complaint({
      customer: MIN,
      subject: '欧阳小明 的冰箱',
      description: '请打 13812345678，订单 202508110012',
      about: '订单 202508110012',
    })
    .routed('logistics')
    .claimed()
    .contacted();

describe('whom a complaint is from', () => {
  test('[PD6] who handles it, and a coordinator, see them unmasked, and the texts as they were written', async () => {
    const { id } = await complaint();
    for (const who of ['driver', 'logistics', 'coordinator'] as const) {
      const { revealed } = await reveal(who, id);
      expect(revealed).toMatchObject({ name: MIN.name, phone: MIN.phone, email: MIN.email });
      expect(revealed!.texts).toEqual(
        expect.arrayContaining([
          { masked: '欧** 的冰箱', text: '欧阳小明 的冰箱' },
          // The order's number stands in both lines, so it hides nowhere and is no part of what is shown.
          { masked: '请打 138****78，订单 202508110012', text: '请打 13812345678，订单 202508110012' },
        ]),
      );
      // Nothing is hidden in it.
      expect(revealed!.texts.map(({ text }) => text)).not.toContain('订单 202508110012');
    }
  });

  test('[PD6] nobody else does: who reads only, who sees it for a duty, a token', async () => {
    const { id } = await complaint();
    const duty = { complaintId: id, departmentCode: 'warehouse', what: '查' };
    await act(await company.as('coordinator'), 'dutyGive', duty);
    for (const who of ['auditor', 'supervisor', 'packer'] as const) {
      expect(await reveal(who, id)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await reveal('agent', id)).toMatchObject({ code: 'NOT_FOUND' });
    const till = company.client().withToken(await company.seed.token('till', ['ACT']));
    const { customerReveal } = await till.ok<{ customerReveal: Told }>(REVEAL, {
      input: { complaintId: id, reason: 'CONTACT' },
    });
    expect(customerReveal).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[PD7] each look stands on the timeline and in the trail with what it was for, without what was seen', async () => {
    const { id } = await complaint();
    expect((await reveal('driver', id, { reason: 'OTHER' })).issues?.[0]?.path).toEqual(['note']);
    await reveal('driver', id, { reason: 'OTHER', note: '客户要求核对 13812345678' });
    const coordinator = await company.as('coordinator');
    const timeline = await coordinator.ok<{ complaint: { timeline: { nodes: object[] } } }>(
      `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 5) { nodes { __typename actor { ... on Member { name } }
        ... on CustomerRevealed { revealedFor note } } } } }`,
      { id },
    );
    const look = { __typename: 'CustomerRevealed', actor: { name: '王司机' }, revealedFor: 'OTHER' };
    expect(timeline.complaint.timeline.nodes).toContainEqual({ ...look, note: '客户要求核对 138****78' });
    const trail = await (await company.as('auditor')).ok(
      '{ audit(filter: { action: "customerReveal" }, first: 5) { nodes { action reason events changes { field from to } complaints { number } } } }',
    );
    expect(JSON.stringify(trail)).toMatch(/customerReveal/);
    expect(JSON.stringify([trail, timeline])).not.toMatch(/13812345678|小明|ou@/);
  });

  test('[PD7] a retry is one look, and shows nothing to who has lost the complaint', async () => {
    const { id } = await complaint();
    const first = await reveal('driver', id, {}, 'look-1');
    expect(await reveal('driver', id, {}, 'look-1')).toEqual(first);
    const coordinator = await company.as('coordinator');
    await act(coordinator, 'complaintRoute', { id, departmentCode: 'warehouse' });
    const again = await reveal('driver', id, {}, 'look-1');
    expect(again.revealed).toBeNull();
    const { complaint: told } = await coordinator.ok<{ complaint: { timeline: { nodes: { __typename: string }[] } } }>(
      `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 50) { nodes { __typename } } } }`,
      { id },
    );
    expect(told.timeline.nodes.filter(({ __typename }) => __typename === 'CustomerRevealed')).toHaveLength(1);
  });

  test('[PD7] sixty an hour are enough for anybody', async () => {
    const { id } = await complaint();
    let told = await reveal('deputy', id);
    for (let looks = 1; looks < 61 && told.code === undefined; looks += 1) told = await reveal('deputy', id);
    expect(told).toMatchObject({ code: 'RATE_LIMITED' });
    expect((await reveal('coordinator', id)).__typename).toBe('CustomerRevealPayload');
  });
});
