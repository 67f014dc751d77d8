import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany({ trustProxy: true });
});
afterAll(() => company.stop());

interface Figure {
  handler: { name: string } | null;
  department: { code: string } | null;
  category: { code: string } | null;
  asked: number;
  answered: number;
  givenUp: number;
  satisfied: number;
  outcome: number | null;
  handling: number | null;
  satisfiedPercent: number | null;
  satisfiedOfAllPercent: number | null;
  reopened: number;
  isFew: boolean;
}
interface Figures {
  total: Figure;
  groups: Figure[];
}

const FIGURES = `query ($from: DateTime!, $before: DateTime!, $by: SurveyGrouping!) {
  surveyFigures(from: $from, before: $before, by: $by) { total { ...f } groups { ...f } } }
  fragment f on SurveyFigure { handler { name } department { code } category { code } asked answered givenUp satisfied
    outcome handling satisfiedPercent satisfiedOfAllPercent reopened isFew }`;

let from: Date;
const until = () => new Date(company.time.now().getTime() + HOUR);
const figures = async (person: Person, by: string, span = { from, before: until() }) =>
  (await (await company.as(person)).ok<{ surveyFigures: Figures }>(FIGURES, { ...span, by })).surveyFigures;
const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);

let customers = 0;
/** A complaint that the department has dealt with, and its customer's answer; null: they give none. */
async function surveyed(department: 'logistics' | 'warehouse', scores: [number, number] | null): Promise<void> {
  customers += 1;
  const address = { headers: { 'x-forwarded-for': `203.0.113.${customers}` } };
  const phone = `1390000${String(2_000 + customers)}`;
  const facts = { subject: '少一件', description: '外箱完好', customer: { phone } };
  const { number, trackingCode } = await act(company.client(), 'complaintSubmit', facts, address);
  const { id: uuid } = await company.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } });
  const id = encodeId('Complaint', uuid);
  await does('coordinator', 'complaintRoute', {
    id,
    departmentCode: department,
    categoryCode: `${department}.any`,
  });
  await does(department, 'complaintClaim', { id });
  const worker = department === 'logistics' ? company.members.driver : company.members.packer;
  await does(department, 'complaintAssign', { id, assigneeId: encodeId('Member', worker.id) });
  const spoken = { channel: 'PHONE', direction: 'OUTBOUND', summary: '已办', confirmsFacts: true };
  await does(department, 'contactRecord', { id, ...spoken });
  for (const toStage of ['RESOLVING', 'FOLLOWING_UP'])
    await does('coordinator', 'complaintMove', { id, toStage, reason: '已办', override: true });
  if (scores === null) {
    company.time.advance(46 * HOUR);
    await complaintsWake(company.seed.system, [uuid]);
    return;
  }
  const [outcomeScore, handlingScore] = scores;
  const key = { code: trackingCode, phoneLast4: phone.slice(-4) };
  await act(company.client(), 'surveyAnswer', { ...key, outcomeScore, handlingScore }, address);
}

test('[SV11] asked, answered, given up and begun anew, by department, handler and category; [SV12] no answer satisfies nobody', async () => {
  from = company.time.now();
  await surveyed('logistics', [5, 4]);
  await surveyed('logistics', [2, 3]);
  await surveyed('logistics', null);
  await surveyed('warehouse', [4, 5]);
  const { total, groups } = await figures('supervisor', 'DEPARTMENT');
  expect(total).toMatchObject({ asked: 4, answered: 3, givenUp: 1, satisfied: 2, reopened: 1, isFew: true });
  expect(total.satisfiedPercent).toBeCloseTo(66.7, 1);
  expect(total.satisfiedOfAllPercent).toBe(50);
  expect([total.department, total.handler, total.category]).toEqual([null, null, null]);
  expect(groups).toMatchObject([
    { department: { code: 'logistics' }, asked: 3, answered: 2, givenUp: 1, outcome: 3.5, handling: 3.5, reopened: 1 },
    { department: { code: 'warehouse' }, asked: 1, answered: 1, outcome: 4, handling: 5, satisfiedPercent: 100 },
  ]);
  expect((await figures('auditor', 'HANDLER')).groups).toMatchObject([
    { handler: { name: '王司机' }, asked: 3 },
    { handler: { name: '赵仓管' }, asked: 1 },
  ]);
  expect((await figures('coordinator', 'CATEGORY')).groups.map(({ category }) => category?.code)).toEqual([
    'logistics.any',
    'warehouse.any',
  ]);
});

test('[SV11] the time is that of the question', async () => {
  const later = { from: new Date(until().getTime() + HOUR), before: new Date(until().getTime() + 2 * HOUR) };
  const { total, groups } = await figures('supervisor', 'HANDLER', later);
  expect(total).toMatchObject({ asked: 0, outcome: null, satisfiedPercent: null, satisfiedOfAllPercent: null });
  expect(groups).toEqual([]);
  await expect(figures('supervisor', 'HANDLER', { from, before: from })).rejects.toThrow('BAD_USER_INPUT');
  const tooLate = { from, before: new Date(from.getTime() + 401 * 24 * HOUR) };
  await expect(figures('supervisor', 'HANDLER', tooLate)).rejects.toThrow('BAD_USER_INPUT');
});

test('[SV13] head and deputy see their own, others none', async () => {
  expect((await figures('deputy', 'DEPARTMENT')).groups.map(({ department }) => department?.code)).toEqual([
    'logistics',
  ]);
  expect((await figures('warehouse', 'DEPARTMENT')).total.asked).toBe(1);
  for (const person of ['driver', 'agent', 'admin'] as const)
    expect((await figures(person, 'DEPARTMENT')).total.asked).toBe(0);
});
