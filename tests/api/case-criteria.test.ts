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

  test('[MV12] what a waiver or the remedy first left out is asked for before the end, and waived by nobody', async () => {
    const { id } = await investigating();
    const waiver = { override: true, reason: '先处理' };
    await move(id, 'FOLLOWING_UP', waiver);
    const open = ['VALIDITY', 'ROOT_CAUSE', 'CLOSING_SUMMARY'];
    expect((await move(id, 'CLOSED')).missing).toEqual(expect.arrayContaining(open));
    expect((await move(id, 'CLOSED', waiver)).missing).toEqual(expect.arrayContaining(open));
  });
});
