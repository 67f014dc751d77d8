import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany({ trustProxy: true });
});
afterAll(() => company.stop());

let customers = 0;
const from = () => ({ headers: { 'x-forwarded-for': `198.51.100.${(customers += 1)}` } });

const SURVEYS = `query ($id: ID!) { complaint(by: { id: $id }) { stage round unmet department { code } isClaimed
  viewerCan { survey finalAnswer }
  deadlines(first: 50) { nodes { kind state round } }
  surveys(first: 5) { nodes { state round reminders outcomeScore handlingScore comment via attempts recordedBy { name } nextAt expiresAt } }
  finalAnswers(first: 5) { nodes { id state text reason } } } }`;

interface Surveyed {
  stage: string;
  round: number;
  unmet: string[];
  department: { code: string } | null;
  isClaimed: boolean;
  viewerCan: { survey: boolean; finalAnswer: boolean };
  deadlines: { nodes: { kind: string; state: string; round: number }[] };
  surveys: { nodes: Record<string, unknown>[] };
  finalAnswers: { nodes: { id: string; state: string; text: string; reason: string | null }[] };
}

const look = async (id: string, person: Person = 'supervisor') =>
  (await (await company.as(person)).ok<{ complaint: Surveyed }>(SURVEYS, { id })).complaint;
const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const answer = (code: string, scores: Record<string, unknown>) =>
  act(company.client(), 'surveyAnswer', { code, phoneLast4: '5678', handlingScore: 4, ...scores }, from());
const wake = (uuid: string) => complaintsWake(company.seed.system, [uuid]);
const GOOD = { outcomeScore: 5, handlingScore: 5 };
const BAD = { outcomeScore: 2, handlingScore: 4 };

/** A complaint of a customer's own, which the driver has worked on up to the survey. */
async function resolved() {
  const facts = { subject: '衣柜门关不上', description: '装好第二天就关不上。', customer: { phone: '138 1234 5678' } };
  const { number, trackingCode } = await act(company.client(), 'complaintSubmit', facts, from());
  const { id: uuid } = await company.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } });
  const id = encodeId('Complaint', uuid);
  await does('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', categoryCode: 'logistics.any' });
  await does('logistics', 'complaintClaim', { id });
  await does('logistics', 'complaintAssign', { id, assigneeId: encodeId('Member', company.members.driver.id) });
  await work(uuid);
  return { uuid, id, number, code: trackingCode! };
}

/** The round's work, as far as the survey; the driver spoke to the customer. */
async function work(uuid: string) {
  const id = encodeId('Complaint', uuid);
  await does('driver', 'contactRecord', {
    id,
    channel: 'PHONE',
    direction: 'OUTBOUND',
    summary: '已修好',
    confirmsFacts: true,
  });
  for (const toStage of ['RESOLVING', 'FOLLOWING_UP'])
    await does('coordinator', 'complaintMove', { id, toStage, reason: '已处理完毕', override: true });
}

describe('asking', () => {
  test('[SV1] begins by itself with FOLLOWING_UP, and anew when the case comes back there', async () => {
    const { id } = await resolved();
    const [survey] = (await look(id)).surveys.nodes;
    expect(survey).toMatchObject({ state: 'ASKED', round: 1, reminders: 0, outcomeScore: null });
    await does('coordinator', 'complaintMove', { id, toStage: 'RESOLVING', reason: '还差一件' });
    expect((await look(id)).surveys.nodes).toMatchObject([{ state: 'CANCELLED', nextAt: null }]);
    await does('coordinator', 'complaintMove', { id, toStage: 'FOLLOWING_UP', reason: '补齐了', override: true });
    expect((await look(id)).surveys.nodes).toMatchObject([{ state: 'ASKED', round: 1 }]);
  });

  test('[SV2] reminds twice and then gives up, which meets the clock and is no satisfied answer', async () => {
    const { id, uuid, code } = await resolved();
    company.time.advance(15 * HOUR);
    await wake(uuid);
    expect((await look(id)).surveys.nodes).toMatchObject([{ state: 'ASKED', reminders: 1 }]);
    company.time.advance(16 * HOUR);
    await wake(uuid);
    expect((await look(id)).surveys.nodes).toMatchObject([{ state: 'ASKED', reminders: 2 }]);
    company.time.advance(15 * HOUR);
    expect(await answer(code, GOOD)).toMatchObject({ code: 'SURVEY_ENDED', reason: 'EXPIRED' });
    await wake(uuid);
    const { surveys, deadlines, stage } = await look(id);
    expect(surveys.nodes).toMatchObject([{ state: 'UNANSWERED', outcomeScore: null, nextAt: null }]);
    expect(deadlines.nodes.filter(({ kind }) => kind === 'FOLLOW_UP')).toMatchObject([{ state: 'MET' }]);
    expect(stage).toBe('FOLLOWING_UP');
    expect(await answer(code, GOOD)).toMatchObject({ code: 'SURVEY_ENDED', reason: 'EXPIRED' });
  });

  test('[SV3] the numbers are a policy, in their order', async () => {
    const value = {
      firstReminderHours: 10,
      secondReminderHours: 10,
      expiryHours: 8,
      reopenAtOrBelow: 5,
      maxReopenings: 2,
    };
    const told = await does('admin', 'policySet', { key: 'COMPANY', reason: '试', value: { survey: value } });
    const named = new Set(told.issues.map(({ path }) => path.at(-1)));
    expect(named).toEqual(new Set(['expiryHours', 'reopenAtOrBelow', 'secondReminderHours']));
  });
});

describe('answering', () => {
  test('[SV5] a good score meets the clock and leaves the case to be closed; it is given once', async () => {
    const { id, code } = await resolved();
    expect((await answer(code, { ...GOOD, comment: '师傅电话 13812345678' })).tracking).toMatchObject({
      survey: { state: 'ANSWERED', outcomeScore: 5 },
    });
    const { surveys, stage, deadlines } = await look(id);
    expect(surveys.nodes).toMatchObject([{ state: 'ANSWERED', via: 'PAGE', recordedBy: null }]);
    expect(JSON.stringify(surveys.nodes)).not.toContain('13812345678');
    expect(stage).toBe('FOLLOWING_UP');
    expect(deadlines.nodes.filter(({ kind }) => kind === 'FOLLOW_UP')).toMatchObject([{ state: 'MET' }]);
    expect(await answer(code, GOOD)).toMatchObject({ code: 'SURVEY_ENDED', reason: 'ANSWERED' });
  });

  test('[SV5] scores are 1 to 5, and a wrong code answers nothing', async () => {
    const { code } = await resolved();
    const path = async (scores: Record<string, unknown>) => (await answer(code, scores)).issues[0]?.path;
    expect(await path({ outcomeScore: 0 })).toEqual(['outcomeScore']);
    expect(await path({ outcomeScore: 6 })).toEqual(['outcomeScore']);
    expect(await path({ outcomeScore: 3, handlingScore: -1 })).toEqual(['handlingScore']);
    expect(await answer('AAAA-BBBB-CCCC-DDDD', GOOD)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(code, { ...GOOD, round: 2 })).toMatchObject({ code: 'SURVEY_ENDED', reason: 'OTHER_ROUND' });
  });

  test('[SV4] who handled the case never takes it down; whoever did not may', async () => {
    const { id } = await resolved();
    const call = (person: Person) => does(person, 'surveyRecord', { complaintId: id, ...GOOD });
    for (const person of ['driver', 'logistics', 'coordinator'] as const) {
      expect(await call(person)).toMatchObject({ code: 'FORBIDDEN' });
      expect((await look(id, person)).viewerCan.survey).toBe(false);
    }
    expect(await call('auditor')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await call('packer')).toMatchObject({ code: 'NOT_FOUND' });
    expect((await look(id, 'deputy')).viewerCan.survey).toBe(true);
    expect((await call('deputy')).survey).toMatchObject({
      state: 'ANSWERED',
      via: 'CALL',
      recordedBy: { name: '陈副手' },
    });
  });

  test('[SV9] a call that reaches nobody is recorded, and the survey goes on', async () => {
    const { id } = await resolved();
    const told = await does('supervisor', 'surveyNoAnswer', { complaintId: id, note: '无人接听' });
    expect(told.survey).toMatchObject({ state: 'ASKED', attempts: 1 });
    expect((await look(id)).viewerCan.survey).toBe(true);
    expect(await does('driver', 'surveyNoAnswer', { complaintId: id })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('beginning anew', () => {
  test('[SV6] a score of 3 or less begins the next round where triage sends it', async () => {
    const { id, code } = await resolved();
    const rule = {
      nameZh: '转仓储',
      nameEn: 'To the warehouse',
      categoryPrefix: 'logistics',
      departmentCode: 'warehouse',
    };
    await directoryPut(company.seed.system, { routingRules: [rule] });
    await company.settled();
    await answer(code, { ...BAD, outcomeScore: 3 });
    expect(await look(id)).toMatchObject({
      stage: 'CONFIRMED',
      round: 2,
      isClaimed: false,
      department: { code: 'warehouse' },
      surveys: { nodes: [{ state: 'ANSWERED', round: 1, outcomeScore: 3 }] },
    });
    expect(await answer(code, { ...GOOD, round: 1 })).toMatchObject({ code: 'SURVEY_ENDED', reason: 'OTHER_ROUND' });
    expect(await answer(code, GOOD)).toMatchObject({ code: 'SURVEY_ENDED', reason: 'NOT_ASKED' });
    // Who had it keeps reading, and hears of it, as the coordinators do.
    for (const person of ['logistics', 'coordinator'] as const) {
      const { inbox } = await (await company.as(person)).ok<{
        inbox: { nodes: { kind: string; complaint: { id: string } }[] };
      }>('{ inbox(first: 50) { nodes { kind complaint { id } } } }');
      expect(inbox.nodes.filter((entry) => entry.complaint.id === id).map(({ kind }) => kind)).toContain(
        'SURVEY_ANSWERED',
      );
    }
    await does('warehouse', 'complaintClaim', { id });
    await does('warehouse', 'contactRecord', {
      id,
      channel: 'PHONE',
      direction: 'OUTBOUND',
      summary: '重做',
      confirmsFacts: true,
    });
    for (const toStage of ['RESOLVING', 'FOLLOWING_UP'])
      await does('coordinator', 'complaintMove', { id, toStage, reason: '重做完毕', override: true });
    expect((await look(id)).surveys.nodes).toMatchObject([{ state: 'ASKED', round: 2 }, { round: 1 }]);
  });

  test('[SV7] what triage sends nowhere else waits for the coordinators when the handling was found bad', async () => {
    const { id } = await company.seed.complaint({ departmentCode: 'logistics' }).claimed().followedUp();
    await does('supervisor', 'surveyRecord', { complaintId: id, outcomeScore: 1, handlingScore: 1 });
    const now = await look(id);
    expect(now).toMatchObject({ stage: 'RECEIVED', round: 2, department: null });
    expect(
      now.deadlines.nodes
        .filter(({ round }) => round === 2)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['DISPATCH', 'FIRST_RESPONSE', 'RESOLUTION']);
    expect((await look(id, 'logistics')).stage).toBe('RECEIVED');
  });

  test('[SV8] after two reopenings comes the final answer: a supervisor’s, reviewed by another, and the case closes', async () => {
    const { id } = await company.seed.complaint({ departmentCode: 'logistics' }).claimed().followedUp();
    for (let round = 1; round <= 2; round += 1) {
      await does('supervisor', 'surveyRecord', { complaintId: id, ...BAD });
      await does('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', categoryCode: 'logistics.any' });
      for (const toStage of ['CONFIRMED', 'RESOLVING', 'FOLLOWING_UP'])
        await does('coordinator', 'complaintMove', { id, toStage, reason: '再次处理', override: true });
    }
    await does('supervisor', 'surveyRecord', { complaintId: id, ...BAD });
    expect(await look(id)).toMatchObject({ stage: 'FOLLOWING_UP', round: 3, viewerCan: { finalAnswer: true } });
    const input = {
      complaintId: id,
      text: '我们已三次核查，维持原方案。',
      reviewerId: encodeId('Member', company.members.packer.id),
    };
    expect(await does('coordinator', 'finalAnswerGive', input)).toMatchObject({ code: 'FORBIDDEN' });
    const own = { ...input, reviewerId: encodeId('Member', company.members.supervisor.id) };
    expect((await does('supervisor', 'finalAnswerGive', own)).issues[0]?.path).toEqual(['reviewerId']);
    const { finalAnswer } = await does('supervisor', 'finalAnswerGive', input);
    expect(finalAnswer).toMatchObject({ state: 'REQUESTED', reviewer: { name: '赵仓管' } });
    expect(await does('supervisor', 'finalAnswerGive', input)).toMatchObject({ code: 'FINAL_ANSWER_ASKED' });
    const decide = (person: Person, approve: boolean, reason: string | null = null) =>
      does(person, 'finalAnswerDecide', { id: finalAnswer.id, approve, reason });
    expect(await decide('supervisor', true)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide('packer', false)).issues[0]?.path).toEqual(['reason']);
    expect((await decide('packer', false, '缺少依据')).finalAnswer).toMatchObject({
      state: 'REJECTED',
      reason: '缺少依据',
    });
    const again = await does('supervisor', 'finalAnswerGive', input);
    const given = await does('packer', 'finalAnswerDecide', { id: again.finalAnswer.id, approve: true });
    expect(given.finalAnswer).toMatchObject({ state: 'GIVEN' });
    expect(given.complaint.stage === 'CLOSED' || (await look(id)).unmet.includes('CLOSING_SUMMARY')).toBe(true);
    const late = { id: again.finalAnswer.id, approve: true };
    expect(await does('supervisor', 'finalAnswerDecide', late)).toMatchObject({ code: 'FINAL_ANSWER_DECIDED' });
  });
});
