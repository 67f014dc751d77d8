import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putInStage } from '../testkit/put-in-stage.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const DAY = 86_400_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const one = () => company.seed.complaint().routed('logistics').claimed();
const LETTER = { agency: 'CITY_12345', reference: '热线〔2026〕0815', demand: '请于五个工作日内书面答复' };
const set = (id: string, more: Record<string, unknown> = {}, person: Person = 'driver') =>
  does(person, 'regulatorCaseSet', { id, ...LETTER, ...more });

interface Clock {
  kind: string;
  state: string;
  dueAt: string;
  isBreached: boolean;
  calendar: { code: string } | null;
}
interface Regulated {
  isRegulator: boolean;
  version: number;
  unmet: string[];
  regulatorCase: {
    agency: string;
    agencyName: string | null;
    reference: string;
    demand: string | null;
    acceptDays: number;
    answerDays: number;
    acceptedAt: string | null;
    answeredAt: string | null;
    outcome: string | null;
    outcomeNote: string | null;
    acceptClock: Clock | null;
    answerClock: Clock | null;
  } | null;
  regulatorAnswers: {
    nodes: { id: string; state: string; text: string; reason: string | null; viewerReviews: boolean }[];
  };
  timeline: { nodes: { __typename: string }[] };
}
const CASE = `query ($id: ID!) { complaint(by: { id: $id }) { isRegulator version unmet
  regulatorCase { agency agencyName reference demand acceptDays answerDays acceptedAt answeredAt outcome outcomeNote
    acceptClock { ...C } answerClock { ...C } }
  regulatorAnswers { nodes { id state text reason viewerReviews } }
  timeline(first: 20) { nodes { __typename } } } }
  fragment C on Deadline { kind state dueAt isBreached calendar { code } }`;
const stateOf = async (id: string, person: Person = 'driver') =>
  (await (await company.as(person)).ok<{ complaint: Regulated }>(CASE, { id })).complaint;
const written = async (id: string, text = '已为客户更换，附回执。') => {
  await does('driver', 'regulatorAnswerWrite', { complaintId: id, text });
  return (await stateOf(id)).regulatorAnswers.nodes[0]!.id;
};

describe("regulators' cases", () => {
  test('[RC1] who works on a complaint marks it, with what the letter says; others do not', async () => {
    const { id } = await one();
    expect(await stateOf(id)).toMatchObject({ isRegulator: false, regulatorCase: null });
    expect(await set(id, {}, 'auditor')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await set(id, {}, 'supervisor')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await set(id)).__typename).toBe('RegulatorCaseSetPayload');
    expect(await stateOf(id)).toMatchObject({
      isRegulator: true,
      regulatorCase: { ...LETTER, agencyName: null, acceptDays: 1, answerDays: 5, acceptedAt: null, outcome: null },
    });
  });

  test('[RC1] what is wrong with the letter is said at its field, and nothing is marked', async () => {
    const { id } = await one();
    const now = company.time.now().getTime();
    const wrong: [Record<string, unknown>, string][] = [
      [{ agency: 'OTHER' }, 'agencyName'],
      [{ reference: ' ' }, 'reference'],
      [{ reference: 'x'.repeat(201) }, 'reference'],
      [{ receivedAt: new Date(now + DAY).toISOString() }, 'receivedAt'],
      [{ receivedAt: new Date(now - 400 * DAY).toISOString() }, 'receivedAt'],
      [{ acceptDays: 0 }, 'acceptDays'],
      [{ answerDays: 251 }, 'answerDays'],
      [{ acceptDays: 9, answerDays: 3 }, 'answerDays'],
    ];
    for (const [more, field] of wrong)
      expect((await set(id, more)).issues[0]).toMatchObject({
        path: [field],
        message: expect.not.stringContaining('{'),
      });
    expect((await stateOf(id)).isRegulator).toBe(false);
    expect(await set(id, { expectedVersion: 99 })).toMatchObject({ code: 'STALE_VERSION' });
  });

  test('[RC1] a complaint is registered as one, or not at all', async () => {
    const facts = { subject: '热线转办', description: '客户致电热线', channel: 'PHONE' };
    const letter = (more: object) => ({ ...facts, regulator: { ...LETTER, ...more } });
    expect((await does('agent', 'complaintRegister', letter({ agency: 'OTHER' }))).issues[0]?.path).toEqual([
      'regulator',
      'agencyName',
    ]);
    const { complaint } = await does('agent', 'complaintRegister', letter({ agency: 'OTHER', agencyName: '消协' }));
    expect(await stateOf(complaint.id, 'agent')).toMatchObject({
      isRegulator: true,
      regulatorCase: { agency: 'OTHER', agencyName: '消协', answerClock: { kind: 'REGULATOR', state: 'OPEN' } },
    });
  });

  test('[RC2] its clocks run in national working days, and never pause', async () => {
    const { id } = await one();
    await set(id, { answerDays: 10 });
    const { regulatorCase } = await stateOf(id);
    for (const clock of [regulatorCase!.acceptClock, regulatorCase!.answerClock])
      expect(clock).toMatchObject({ kind: 'REGULATOR', state: 'OPEN', calendar: { code: 'NATIONAL' } });
    expect(Date.parse(regulatorCase!.answerClock!.dueAt)).toBeGreaterThan(
      Date.parse(regulatorCase!.acceptClock!.dueAt),
    );
    await does('coordinator', 'complaintMove', { id, toStage: 'CONFIRMED' });
    await does('driver', 'contactRecord', { id, channel: 'PHONE', direction: 'OUTBOUND', summary: '未接' });
    const until = new Date(company.time.now().getTime() + DAY).toISOString();
    expect((await does('driver', 'complaintHold', { id, reason: '等客户', until })).__typename).toBe(
      'ComplaintHoldPayload',
    );
    expect((await stateOf(id)).regulatorCase!.answerClock).toMatchObject({ state: 'OPEN' });
  });

  test('[RC3] taking it on meets the first clock; correcting the letter moves the other', async () => {
    const { id } = await one();
    await set(id);
    const before = (await stateOf(id)).regulatorCase!.answerClock!;
    expect((await does('driver', 'regulatorCaseAccept', { id })).__typename).toBe('RegulatorCaseAcceptPayload');
    expect(await does('driver', 'regulatorCaseAccept', { id })).toMatchObject({ code: 'REVIEW_SETTLED' });
    await set(id, { answerDays: 20 });
    const { regulatorCase } = await stateOf(id);
    expect(regulatorCase!.acceptClock).toMatchObject({ state: 'MET' });
    expect(Date.parse(regulatorCase!.answerClock!.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect(regulatorCase!.answerClock!.state).toBe('OPEN');
  });

  test('[RC3] a breach stays published, whatever is corrected; a new round goes on waiting', async () => {
    const { id } = await one();
    const receivedAt = new Date(company.time.now().getTime() - 60 * DAY).toISOString();
    await set(id, { receivedAt });
    await company.processes[0]!.clock.publishDue();
    expect((await stateOf(id)).regulatorCase!.acceptClock).toMatchObject({ isBreached: true });
    await set(id, { receivedAt, acceptDays: 5 });
    expect((await stateOf(id)).regulatorCase!.acceptClock).toMatchObject({ isBreached: true, state: 'OPEN' });
  });

  test('[RC4] an answer waits for its review, and a later one takes its place', async () => {
    const { id } = await one();
    expect((await does('driver', 'regulatorAnswerWrite', { complaintId: id, text: '早' })).issues[0]?.path).toEqual([
      'id',
    ]);
    await set(id);
    const first = await written(id);
    expect((await does('supervisor', 'regulatorAnswerReview', { id: first, approve: true })).__typename).toBe(
      'RegulatorAnswerReviewPayload',
    );
    await written(id, '更正：已退款。');
    expect((await stateOf(id)).regulatorAnswers.nodes.map(({ state }) => state)).toEqual(['WRITTEN', 'REPLACED']);
    expect(await does('driver', 'regulatorAnswerSent', { id: first })).toMatchObject({ code: 'REVIEW_SETTLED' });
  });

  test('[RC5] a supervisor reviews it, never who wrote it; a return takes a reason', async () => {
    const { id } = await one();
    await set(id);
    const answer = await written(id);
    expect((await stateOf(id)).regulatorAnswers.nodes[0]!.viewerReviews).toBe(false);
    expect((await stateOf(id, 'supervisor')).regulatorAnswers.nodes[0]!.viewerReviews).toBe(true);
    const review = (more: object, person: Person = 'supervisor') =>
      does(person, 'regulatorAnswerReview', { id: answer, ...more });
    expect(await review({ approve: true }, 'driver')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await review({ approve: true }, 'coordinator')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await review({ approve: false })).issues[0]?.path).toEqual(['reason']);
    expect((await review({ approve: false, reason: '缺回执编号' })).__typename).toBe('RegulatorAnswerReviewPayload');
    expect(await review({ approve: true })).toMatchObject({ code: 'REVIEW_SETTLED' });
    expect((await stateOf(id)).regulatorAnswers.nodes[0]).toMatchObject({ state: 'RETURNED', reason: '缺回执编号' });

    await company.seed.setRoles(company.members.supervisor, [
      { role: 'SUPERVISOR' },
      { role: 'AGENT', department: 'logistics' },
    ]);
    await does('supervisor', 'regulatorAnswerWrite', { complaintId: id, text: '主管自拟' });
    const own = (await stateOf(id, 'supervisor')).regulatorAnswers.nodes[0]!;
    expect(own.viewerReviews).toBe(false);
    expect(await does('supervisor', 'regulatorAnswerReview', { id: own.id, approve: true })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await company.seed.setRoles(company.members.supervisor, [{ role: 'SUPERVISOR' }]);
  });

  test('[RC6] only an approved answer is sent, and that meets both clocks', async () => {
    const { id } = await one();
    await set(id);
    const answer = await written(id);
    const sent = (more: object = {}) => does('driver', 'regulatorAnswerSent', { id: answer, ...more });
    expect((await sent()).issues[0]?.path).toEqual(['id']);
    await does('supervisor', 'regulatorAnswerReview', { id: answer, approve: true });
    const early = new Date(company.time.now().getTime() - DAY).toISOString();
    expect((await sent({ at: early })).issues[0]?.path).toEqual(['at']);
    expect((await sent()).__typename).toBe('RegulatorAnswerSentPayload');
    expect(await sent()).toMatchObject({ code: 'REVIEW_SETTLED' });
    const { regulatorCase } = await stateOf(id);
    expect(regulatorCase).toMatchObject({ answerClock: { state: 'MET' }, acceptClock: { state: 'MET' } });
    expect(regulatorCase!.answeredAt).not.toBeNull();
  });

  test('[RC7] the outcome ends the clocks and is all that is unmet of a regulator’s case alone', async () => {
    const [{ id }, plain] = [await one(), await one()];
    await putInStage(company.db, [plain.uuid], 'FOLLOWING_UP');
    await set(id);
    const record = (more: object = {}, person: Person = 'driver') =>
      does(person, 'regulatorOutcomeRecord', { id, outcome: 'UPHELD', note: '支持投诉人', ...more });
    expect(await record({}, 'auditor')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await record({ at: new Date(company.time.now().getTime() + DAY).toISOString() })).issues[0]?.path).toEqual([
      'at',
    ]);
    expect(
      (await does('driver', 'regulatorOutcomeRecord', { id: plain.id, outcome: 'UPHELD' })).issues[0]?.path,
    ).toEqual(['id']);
    expect((await record()).__typename).toBe('RegulatorOutcomeRecordPayload');
    await record({ outcome: 'SETTLED', note: '双方和解' });
    const state = await stateOf(id);
    expect(state.regulatorCase).toMatchObject({
      outcome: 'SETTLED',
      outcomeNote: '双方和解',
      acceptClock: { state: 'ENDED' },
      answerClock: { state: 'ENDED' },
    });
    expect(state.unmet).not.toContain('REGULATOR_OUTCOME');
    expect(state.timeline.nodes.map(({ __typename }) => __typename)).toContain('RegulatorOutcomeRecorded');
  });

  test('[RC8] lists filter for them', async () => {
    const { id } = await one();
    await set(id);
    const coordinator = await company.as('coordinator');
    const query = `query ($f: ComplaintFilter) { complaints(first: 100, filter: $f) { nodes { id isRegulator } } }`;
    type Found = { complaints: { nodes: { id: string; isRegulator: boolean }[] } };
    const found = async (regulator: boolean) =>
      (await coordinator.ok<Found>(query, { f: { regulator } })).complaints.nodes;
    expect((await found(true)).map((one) => one.id)).toContain(id);
    expect((await found(true)).every(({ isRegulator }) => isRegulator)).toBe(true);
    expect((await found(false)).map((one) => one.id)).not.toContain(id);
  });
});
