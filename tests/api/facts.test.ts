import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const FACTS = `query ($id: ID!) { complaint(by: { id: $id }) {
  version kind subject demand place about consequences severity category { code }
  timeline(first: 3) { nodes { __typename ... on FactsCorrected { facts }
    ... on ComplaintTriaged { proposedSeverity triageReasons } } } } }`;

interface Facts {
  version: number;
  subject: string;
  severity: string;
  timeline: { nodes: { __typename: string }[] };
}

const factsOf = async (id: string) =>
  (await (await company.as('driver')).ok<{ complaint: Facts }>(FACTS, { id })).complaint;
const correct = async (person: Person, id: string, input: Record<string, unknown>) =>
  act(await company.as(person), 'factsSet', { id, ...input });
const found = async (text: string) =>
  (
    await (
      await company.as('driver')
    ).ok<{ complaints: { nodes: { id: string }[] } }>(
      `query ($text: String!) { complaints(filter: { text: $text }) { nodes { id } } }`,
      { text },
    )
  ).complaints.nodes.map(({ id }) => id);
const register = async (input: Record<string, unknown>) =>
  act(await company.as('agent'), 'complaintRegister', {
    subject: '冰箱不制冷',
    description: '昨天起不制冷',
    channel: 'PHONE',
    departmentCode: 'logistics',
    ...input,
  });

describe('facts', () => {
  test('[FA1] who talks to the customer corrects them; what is left out stays', async () => {
    const { id } = await company.seed.complaint({ subject: '衣柜晚到' }).routed('logistics');
    const told = await correct('driver', id, { demand: '退货', place: '杭州', kind: 'INQUIRY' });
    expect(told.__typename).toBe('FactsSetPayload');
    const facts = await factsOf(id);
    expect(facts).toMatchObject({ subject: '衣柜晚到', demand: '退货', place: '杭州', kind: 'INQUIRY', about: null });
    expect(facts.timeline.nodes[0]).toEqual({ __typename: 'FactsCorrected', facts: ['KIND', 'DEMAND', 'PLACE'] });
    expect((await correct('driver', id, { demand: null })).__typename).toBe('FactsSetPayload');
    expect(await factsOf(id)).toMatchObject({ demand: null, place: '杭州' });
    expect(await correct('driver', id, { place: '杭州' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await correct('packer', id, { place: '上海' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await correct('supervisor', id, { place: '上海' })).toMatchObject({ code: 'FORBIDDEN' });
    const tomorrow = new Date(company.time.now().getTime() + 86_400_000).toISOString();
    expect(await correct('driver', id, { occurredAt: tomorrow })).toMatchObject({ issues: [{ path: ['occurredAt'] }] });
    expect(await correct('driver', id, { categoryCode: 'no.such' })).toMatchObject({
      issues: [{ path: ['categoryCode'] }],
    });
  });

  test('[FA2] it is an edit, and the complaint is found by its new words only', async () => {
    const { id } = await company.seed.complaint({ subject: '窗帘褪色' }).routed('logistics');
    const { version } = await factsOf(id);
    await correct('driver', id, { subject: '橱柜开裂', expectedVersion: version });
    expect((await factsOf(id)).version).toBe(version + 1);
    expect(await correct('driver', id, { subject: '桌子', expectedVersion: version })).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(await found('橱柜开裂')).toContain(id);
    expect(await found('窗帘褪色')).not.toContain(id);
  });

  test('[FA3] what a mask hides is put back, and a mask that hides nothing is refused', async () => {
    const { id, uuid } = await company.seed
      .complaint({ subject: '请回电 13812345678 谢谢', demand: '退款' })
      .routed('logistics');
    const shown = (await factsOf(id)).subject;
    expect(shown).toBe('请回电 138****78 谢谢');
    await correct('driver', id, { subject: `${shown}，今天内` });
    const { subject } = await company.db.prisma.complaintText.findUniqueOrThrow({ where: { complaintId: uuid } });
    expect(subject).toBe('请回电 13812345678 谢谢，今天内');
    expect(await correct('driver', id, { demand: '退到 139****11' })).toMatchObject({ issues: [{ path: ['demand'] }] });
  });

  test('[FA4] a consequence raises the severity and its clocks; taking it back lowers nothing', async () => {
    const { id } = await company.seed.complaint({ severity: 'GENERAL' }).routed('logistics');
    await correct('driver', id, { consequences: ['LEGAL', 'INJURY', 'LEGAL'] });
    const grave = await factsOf(id);
    expect(grave).toMatchObject({ severity: 'URGENT', consequences: ['INJURY', 'LEGAL'] });
    expect(grave.timeline.nodes.map(({ __typename }) => __typename)).toEqual([
      'ClocksRecomputed',
      'SeverityChanged',
      'ComplaintTriaged',
    ]);
    await correct('driver', id, { consequences: [] });
    expect(await factsOf(id)).toMatchObject({ severity: 'URGENT', consequences: [] });
  });
});

describe('severity from the facts', () => {
  test('[TR4] a possible consequence is proposed from, and on the timeline with its reason', async () => {
    const { complaint } = await register({ consequences: ['PRESS'] });
    expect(complaint.severity).toBe('URGENT');
    const { timeline } = await factsOf(complaint.id);
    expect(timeline.nodes).toContainEqual({
      __typename: 'ComplaintTriaged',
      proposedSeverity: 'URGENT',
      triageReasons: ['PRESS'],
    });
  });

  test('[TR5] an angry text is one step graver, and the supervisors are told', async () => {
    const { complaint } = await register({ description: '你们这是欺骗消费者！' });
    expect(complaint.severity).toBe('IMPORTANT');
    const query = '{ inbox(first: 20) { nodes { kind complaint { id } } } }';
    const { inbox } = await (await company.as('supervisor')).ok<{
      inbox: { nodes: { kind: string; complaint: { id: string } }[] };
    }>(query);
    expect(inbox.nodes).toContainEqual({ kind: 'CUSTOMER_ANGRY', complaint: { id: complaint.id } });
  });

  test('[TR6] what the registrar gave stays, and what was proposed is told', async () => {
    const { complaint } = await register({ consequences: ['INJURY'], severity: 'IMPORTANT' });
    expect(complaint.severity).toBe('IMPORTANT');
    const { timeline } = await factsOf(complaint.id);
    expect(timeline.nodes).toContainEqual({
      __typename: 'ComplaintTriaged',
      proposedSeverity: 'URGENT',
      triageReasons: ['INJURY'],
    });
  });
});
