import { readFileSync } from 'node:fs';
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { customerCopy } from '@redress/domain/actions/customer-copy';
import { customerMessageSettle } from '@redress/domain/actions/customer-message-settle';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../api/act.ts';
import { startCompany } from '../api/company.ts';
import type { Company, Person } from '../api/company.ts';
import type { Client } from '../testkit/client.ts';
import { EVENT_KINDS, storyOf } from './event-story.ts';

const HOUR = 3_600_000;

let company: Company;
let second: Client;
beforeAll(async () => {
  company = await startCompany();
  second = await company.signedIn(await company.seed.member({ role: 'SUPERVISOR', name: '沈主管' }));
});
afterAll(() => company.stop());

const does = async (who: Person | Client, mutation: string, input: Record<string, unknown>) => {
  const told = await act(typeof who === 'string' ? await company.as(who) : who, mutation, input);
  if (!told.__typename.endsWith('Payload')) throw new Error(`${mutation}: ${JSON.stringify(told)}`);
  return told;
};
const CUSTOMER = { name: '王小敏', email: null, region: null, tier: null, group: null };
/** Each is another customer’s. */
let customers = 0;
const customer = () => ({ ...CUSTOMER, phone: `1381234${5_000 + (customers += 1)}` });
const working = () =>
  company.seed.complaint({ customer: customer() }).routed('logistics').moved('CONFIRMED').claimed().contacted();
const kindsOf = async (id: string) => (await storyOf(await company.as('coordinator'), id)).map((one) => one.__typename);

const WALKED = {
  regulator: [
    'RegulatorCaseSet',
    'RegulatorCaseAccepted',
    'RegulatorAnswerWritten',
    'RegulatorAnswerReviewed',
    'RegulatorAnswerSent',
    'RegulatorOutcomeRecorded',
  ],
  press: [
    'RepliesHeld',
    'ReplyDrafted',
    'ReplyDecided',
    'RepliesReleased',
    'DemandMarked',
    'DemandMarkDecided',
    'DemandUnmarked',
  ],
  person: ['ComplaintPrinted', 'CustomerCopied', 'ErasureRequested', 'ErasureRefused', 'CustomerErased'],
  itself: [
    'ComplaintRegistered',
    'CustomerMessageSent',
    'CustomerMessageFailed',
    'ClocksRecomputed',
    'DeadlineApproaching',
  ],
};

test('[API9] a regulator’s case is told with what it is about', async () => {
  const { id, uuid: complaintId } = await working();
  const letter = { agency: 'CITY_12345', reference: '0815', demand: '书面答复' };
  await does('driver', 'regulatorCaseSet', { id, ...letter });
  await does('driver', 'regulatorCaseAccept', { id });
  await does('driver', 'regulatorAnswerWrite', { complaintId: id, text: '经查属实，已换新。' });
  const row = await company.db.prisma.regulatorAnswer.findFirstOrThrow({ where: { complaintId } });
  const answer = encodeId('RegulatorAnswer', row.id);
  await does('supervisor', 'regulatorAnswerReview', { id: answer, approve: true });
  await does('driver', 'regulatorAnswerSent', { id: answer });
  await does('driver', 'regulatorOutcomeRecord', { id, outcome: 'SETTLED', note: '双方和解' });
  expect(await kindsOf(id)).toEqual(expect.arrayContaining(WALKED.regulator));
});

test('[API9] what the press and unreasonable demands lead to is told with what it is about', async () => {
  const { id, uuid: complaintId } = await working();
  await does('coordinator', 'repliesHold', { id, reason: '有记者来电' });
  await does('driver', 'replyDraft', { complaintId: id, text: '我们正在核实。' });
  const reply = await company.db.prisma.replyDraft.findFirstOrThrow({ where: { complaintId } });
  await does('coordinator', 'replyApprove', { id: encodeId('Reply', reply.id) });
  await does('coordinator', 'repliesRelease', { id, reason: '已见报' });
  const until = new Date(company.time.now().getTime() + 240 * HOUR).toISOString();
  await does('supervisor', 'demandMark', { complaintId: id, reason: '多次索赔', evidence: '三次录音', until });
  const mark = encodeId(
    'DemandMark',
    (await company.db.prisma.demandMark.findFirstOrThrow({ where: { complaintId } })).id,
  );
  await does(second, 'demandMarkDecide', { id: mark, approve: true });
  await does('supervisor', 'demandUnmark', { id: mark, reason: '已说清' });
  expect(await kindsOf(id)).toEqual(expect.arrayContaining(WALKED.press));
});

test('[API9] what is done with a customer’s data is told with what it is about', async () => {
  const { id, uuid } = await working();
  await does('coordinator', 'complaintPrint', { complaintId: id });
  const copied = await customerCopy(company.seed.as(company.members.coordinator), uuid);
  expect(copied.ok).toBe(true);
  const ask = { complaintId: id, ground: 'ASKED_BY_CUSTOMER', reason: '来函' };
  const close = { id, toStage: 'FOLLOWING_UP', override: true, reason: '先回访' };
  await does('coordinator', 'complaintMove', close);
  await does('supervisor', 'surveyRecord', { complaintId: id, outcomeScore: 5, handlingScore: 5 });
  await does('driver', 'complaintSummarise', { complaintId: id, summary: '已办结' });
  await does('coordinator', 'complaintMove', { id, toStage: 'CLOSED' });
  const pending = async () =>
    encodeId(
      'Erasure',
      (await company.db.prisma.erasure.findFirstOrThrow({ where: { complaintId: uuid, state: 'REQUESTED' } })).id,
    );
  await does('coordinator', 'customerErase', ask);
  await does('supervisor', 'erasureDecide', { id: await pending(), approve: false, reason: '先核实' });
  await does('coordinator', 'customerErase', ask);
  await does('supervisor', 'erasureDecide', { id: await pending(), approve: true });
  expect(await kindsOf(id)).toEqual(expect.arrayContaining(WALKED.person));
});

test('[API9] what the product does by itself is told with what it is about', async () => {
  const { id, uuid } = await company.seed.complaint({ customer: customer() }).routed('logistics').claimed();
  const [first, other] = await company.db.prisma.customerMessage.findMany({ where: { complaintId: uuid } });
  const { system } = company.seed;
  const settle = (message: typeof first, state: 'SENT' | 'FAILED') =>
    customerMessageSettle(system, message!, {
      state,
      via: 'SMS',
      attempts: 1,
      problem: state === 'SENT' ? null : 'SMS_FAULT',
    });
  expect([await settle(first, 'SENT'), await settle(other, 'FAILED')]).toMatchObject([{ ok: true }, { ok: true }]);
  await does('coordinator', 'complaintRoute', {
    id,
    departmentCode: 'logistics',
    severity: 'IMPORTANT',
    reason: '升级',
  });
  company.time.advance(3.5 * HOUR);
  await complaintsWake(system, [uuid]);
  expect(await kindsOf(id)).toEqual(expect.arrayContaining(WALKED.itself));
});

test('[API9] every kind of event is walked', () => {
  const sources = ['events.test.ts', 'case-events.test.ts'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const elsewhere = sources.flatMap((source) => source.match(/\b[A-Z][A-Za-z]+\b/g) ?? []);
  // What is settled at first contact is told where that is tested, by its whole timeline.
  const walked = new Set([...Object.values(WALKED).flat(), ...elsewhere, 'ComplaintSettled']);
  expect(EVENT_KINDS.filter((kind) => !walked.has(kind))).toEqual([]);
});
