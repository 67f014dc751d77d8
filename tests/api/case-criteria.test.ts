import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany({ caseContent: true });
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const move = (id: string, toStage: string, input: Record<string, unknown> = {}) =>
  does('coordinator', 'complaintMove', { id, toStage, ...input });
const investigating = (severity: 'GENERAL' | 'IMPORTANT' = 'GENERAL') =>
  company.seed
    .complaint({ severity })
    .routed('logistics')
    .moved('CONFIRMED')
    .claimed()
    .contacted()
    .moved('INVESTIGATING');

const resolving = async (): Promise<string> => {
  const { id: complaintId } = await investigating();
  await does('driver', 'investigationReport', { complaintId, course: '经过', findings: '查明', conclusion: '结论' });
  await does('driver', 'validityDecide', { complaintId, validity: 'FOUNDED', reason: '属实' });
  await does('driver', 'rootCauseSet', { complaintId, code: 'people.mistake' });
  expect((await move(complaintId, 'RESOLVING')).complaint.stage).toBe('RESOLVING');
  return complaintId;
};
const approvalOf = async (id: string): Promise<string> => {
  const client = await company.as('coordinator');
  const { complaint } = await client.ok<{
    complaint: { resolutions: { nodes: { approvals: { id: string; state: string }[] }[] } };
  }>('query ($id: ID!) { complaint(by: { id: $id }) { resolutions { nodes { approvals { id state } } } } }', { id });
  const approvals = complaint.resolutions.nodes.flatMap((resolution) => resolution.approvals);
  return approvals.find(({ state }) => state === 'PENDING')!.id;
};

describe('what a stage asks of the case', () => {
  test('[MV12] each finding is named until it is there, and then the complaint goes on', async () => {
    const { id } = await investigating('IMPORTANT');
    const missing = async () => (await move(id, 'RESOLVING')).missing;
    expect(await missing()).toEqual(['VALIDITY', 'ROOT_CAUSE', 'REPORT', 'CONSULTATION']);
    const complaintId = id;
    await does('driver', 'investigationReport', { complaintId, course: '经过', findings: '查明', conclusion: '结论' });
    await does('driver', 'validityDecide', { complaintId, validity: 'FOUNDED', reason: '属实' });
    expect(await missing()).toEqual(['ROOT_CAUSE', 'CONSULTATION']);
    await does('driver', 'rootCauseSet', { complaintId, code: 'people.mistake' });
    const client = await company.as('coordinator');
    const { complaint } = await client.ok<{ complaint: { readers: { id: string }[]; unmet: string[] } }>(
      'query ($id: ID!) { complaint(by: { id: $id }) { unmet readers { id } } }',
      { id },
    );
    expect(complaint.unmet).toEqual(['CONSULTATION']);
    const memberIds = complaint.readers.slice(0, 2).map((reader) => reader.id);
    await does('driver', 'consultationRecord', { complaintId, memberIds, summary: '核对', decision: '退款' });
    expect((await move(id, 'RESOLVING')).complaint.stage).toBe('RESOLVING');
  });

  test('[MV14] what a waiver or the remedy first left out is asked for before the end, and waived by nobody', async () => {
    const { id } = await investigating();
    const waiver = { override: true, reason: '先处理' };
    await move(id, 'FOLLOWING_UP', waiver);
    const open = ['VALIDITY', 'ROOT_CAUSE', 'REPORT', 'SURVEY', 'CLOSING_SUMMARY'];
    expect((await move(id, 'CLOSED')).missing).toEqual(open);
    expect((await move(id, 'CLOSED', waiver)).missing).toEqual(open);
  });

  test('[MV13] nobody is followed up on before a resolution was offered, agreed on and carried out', async () => {
    const complaintId = await resolving();
    const missing = async () => (await move(complaintId, 'FOLLOWING_UP')).missing;
    expect(await missing()).toEqual(['RESOLUTION_OFFERED', 'RESOLUTION_CARRIED_OUT']);
    const what = '补偿六百元';
    const proposal = await does('driver', 'resolutionPropose', {
      complaintId,
      kind: 'COMPENSATION',
      what,
      amountMinor: 60_000,
    });
    const { id } = proposal['resolution'];
    expect(await missing()).toEqual(['RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT']);
    await does('supervisor', 'approvalDecide', { id: await approvalOf(complaintId), approve: true });
    await does('driver', 'resolutionOffer', { ids: [id] });
    expect(await missing()).toEqual(['RESOLUTION_CARRIED_OUT']);
    await does('driver', 'resolutionAccept', { id, channel: 'PHONE', direction: 'INBOUND', words: '可以' });
    expect(await missing()).toEqual(['RESOLUTION_CARRIED_OUT']);
    await does('driver', 'resolutionCarryOut', { id, proofNote: '转账回单' });
    expect((await move(complaintId, 'FOLLOWING_UP')).complaint.stage).toBe('FOLLOWING_UP');
  });

  test('[MV14] a case that was worked through is closed once the customer is satisfied', async () => {
    const complaintId = await resolving();
    const explain = { complaintId, kind: 'EXPLANATION', what: '说明经过' };
    const { id } = (await does('driver', 'resolutionPropose', explain))['resolution'];
    await does('driver', 'resolutionOffer', { ids: [id], channel: 'PHONE' });
    await does('driver', 'resolutionCarryOut', { id, proofNote: '已电话说明' });
    await move(complaintId, 'FOLLOWING_UP');
    expect((await move(complaintId, 'CLOSED')).missing).toEqual(['SURVEY', 'CLOSING_SUMMARY']);
    await does('supervisor', 'surveyRecord', { complaintId, outcomeScore: 4, handlingScore: 5 });
    await does('driver', 'complaintSummarise', { complaintId, summary: '已说明，客户认可' });
    expect((await move(complaintId, 'CLOSED')).complaint.stage).toBe('CLOSED');
  });
});

describe('what was found, and what is owed', () => {
  test('[IV4] nothing is unfounded while something is offered that only a fault gives a claim to', async () => {
    const { id: complaintId } = await investigating();
    const refund = { complaintId, kind: 'REFUND', what: '退二百元', amountMinor: 20_000 };
    const { id } = (await does('driver', 'resolutionPropose', refund))['resolution'];
    const unfounded = () => does('driver', 'validityDecide', { complaintId, validity: 'UNFOUNDED', reason: '不属实' });
    expect((await unfounded()).__typename).toBe('InvalidInputError');
    await does('driver', 'resolutionWithdraw', { id, reason: '不成立' });
    await does('driver', 'resolutionPropose', { complaintId, kind: 'APOLOGY', what: '为久等致歉' });
    expect((await unfounded()).__typename).toBe('ValidityDecidePayload');
  });
});
