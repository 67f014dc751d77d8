import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { DEFAULT_SURVEY } from '@redress/domain/rules/survey';
import { decodeId, encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../api/act.ts';
import type { Told } from '../api/act.ts';
import { startCompany } from '../api/company.ts';
import type { Company, Person } from '../api/company.ts';
import type { Client } from '../testkit/client.ts';
import { storyOf } from './event-story.ts';

const HOUR = 3_600_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (who: Person | Client, mutation: string, input: Record<string, unknown>): Promise<Told> => {
  const told = await act(typeof who === 'string' ? await company.as(who) : who, mutation, input);
  if (!told.__typename.endsWith('Payload')) throw new Error(`${mutation}: ${JSON.stringify(told)}`);
  return told;
};
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();
const working = (facts = {}) =>
  company.seed.complaint(facts).routed('logistics').moved('CONFIRMED').claimed().contacted();

const told = async (id: string) => storyOf(await company.as('coordinator'), id);
const kinds = (events: readonly { __typename: string }[]) => events.map(({ __typename }) => __typename);
const idOf = (person: Person) => encodeId('Member', company.members[person].id);

test('[API9] what is found out about a case is told with what it is about', async () => {
  const { id: complaintId } = await working({ severity: 'IMPORTANT' });
  const both = [idOf('driver'), idOf('logistics')];
  await does('driver', 'factsSet', { id: complaintId, place: '二号门' });
  await does('logistics', 'complaintConcern', { complaintId, memberIds: [idOf('deputy')] });
  await does('driver', 'investigationReport', { complaintId, course: '经过', findings: '查明', conclusion: '结论' });
  await does('driver', 'validityDecide', { complaintId, validity: 'FOUNDED', reason: '属实' });
  await does('driver', 'rootCauseSet', { complaintId, code: 'people.mistake' });
  await does('coordinator', 'responsibilityDecide', { complaintId, departmentCode: 'warehouse', note: '漏装' });
  await does('driver', 'consultationRecord', { complaintId, memberIds: both, summary: '核对', decision: '补发' });
  const visit = { complaintId, at: inHours(1), place: '客户家', visitorIds: both };
  const planned = await does('driver', 'visitPlan', visit);
  await does('driver', 'visitCancel', { id: planned.visit.id, reason: '客户改期' });
  await does('driver', 'complaintSummarise', { complaintId, summary: '已补发' });
  expect(kinds(await told(complaintId))).toEqual(
    expect.arrayContaining([
      'FactsCorrected',
      'ConcernedMembersSet',
      'InvestigationReported',
      'ValidityDecided',
      'RootCauseSet',
      'ResponsibilityDecided',
      'ConsultationRecorded',
      'VisitPlanned',
      'VisitEnded',
      'ClosingSummaryWritten',
    ]),
  );
});

test('[API9] how a case is settled is told with what it is about', async () => {
  const { id: complaintId } = await working();
  const propose = async (amountMinor: number) =>
    (await does('driver', 'resolutionPropose', { complaintId, kind: 'COMPENSATION', what: '赔付', amountMinor }))
      .resolution.id;
  const large = await propose(60_000);
  await does('supervisor', 'approvalDecide', { id: await approvalOf(complaintId), approve: true, reason: '可以' });
  const small = await propose(3_000);
  await does('driver', 'resolutionOffer', { ids: [large, small] });
  const said = { channel: 'PHONE', direction: 'INBOUND', words: '要六百的' };
  await does('driver', 'resolutionAccept', { id: large, ...said });
  await does('driver', 'resolutionCarryOut', { id: large, proofNote: '转账回单' });
  const events = await told(complaintId);
  expect(kinds(events)).toEqual(
    expect.arrayContaining([
      'ResolutionProposed',
      'ApprovalAsked',
      'ApprovalDecided',
      'ResolutionOffered',
      'ResolutionAnswered',
      'ResolutionWithdrawn',
      'ResolutionCarriedOut',
    ]),
  );
  expect(events.find(({ __typename }) => __typename === 'ApprovalDecided')).toMatchObject({
    ApprovalDecided_approved: true,
    ApprovalDecided_approval: { reason: '可以' },
  });
});

test('[API9] the customer’s verdict and the last word are told with what they are about', async () => {
  await directoryPut(company.seed.system, {
    policies: [{ kind: 'survey', key: 'COMPANY', value: { ...DEFAULT_SURVEY, maxReopenings: 0 } }],
  });
  await company.settled();
  const bad = await followedUp();
  await does('supervisor', 'surveyNoAnswer', { complaintId: bad, note: '占线' });
  await does('supervisor', 'surveyRecord', { complaintId: bad, outcomeScore: 1, handlingScore: 2, comment: '太慢' });
  const answer = async () =>
    (await does('supervisor', 'finalAnswerGive', { complaintId: bad, text: '按合同答复', reviewerId: idOf('packer') }))
      .finalAnswer.id;
  await does('packer', 'finalAnswerDecide', { id: await answer(), approve: false, reason: '缺少依据' });
  await does('packer', 'finalAnswerDecide', { id: await answer(), approve: true });
  const silent = await followedUp();
  company.time.advance(100 * HOUR);
  await complaintsWake(company.seed.system, [decodeId(silent)!.uuid]);
  expect(kinds([...(await told(bad)), ...(await told(silent))])).toEqual(
    expect.arrayContaining([
      'SurveyAsked',
      'SurveyAttempted',
      'SurveyAnswered',
      'SurveyReminded',
      'SurveyGivenUp',
      'FinalAnswerRequested',
      'FinalAnswerRejected',
      'FinalAnswerGiven',
    ]),
  );
});

test('[API9] complaints that belong together are told with what they are about', async () => {
  const [one, other, third, fourth] = await Promise.all([working(), working(), working(), working()]);
  await does('coordinator', 'complaintMerge', {
    id: other.id,
    intoId: one.id,
    reason: '同一单',
    acrossCustomers: true,
  });
  // Who comes to see the one sees the other with it.
  await does('coordinator', 'complaintRoute', { id: one.id, departmentCode: 'warehouse', reason: '转仓储' });
  const complaintIds = [one.id, third.id];
  const opened = await does('coordinator', 'groupOpen', {
    subject: '整箱破损',
    description: '同一车货。',
    line: null,
    complaintIds,
  });
  const id = opened.complaint.id;
  await does('coordinator', 'groupAdd', { id, complaintIds: [fourth.id] });
  await does('coordinator', 'groupRemove', { id, complaintIds: [fourth.id] });
  await does('coordinator', 'groupLineSet', { id, line: '统一换新' });
  const events = await Promise.all([one, other, fourth, { id }].map(async (complaint) => told(complaint.id)));
  expect(kinds(events.flat())).toEqual(
    expect.arrayContaining([
      'ComplaintMerged',
      'ComplaintAbsorbed',
      'SightFollowed',
      'GroupChanged',
      'GroupJoined',
      'GroupLeft',
      'GroupLineSet',
    ]),
  );
});

async function approvalOf(id: string): Promise<string> {
  const { complaint } = await (await company.as('coordinator')).ok<{
    complaint: { resolutions: { nodes: { approvals: { id: string; state: string }[] }[] } };
  }>('query ($id: ID!) { complaint(by: { id: $id }) { resolutions { nodes { approvals { id state } } } } }', { id });
  const approvals = complaint.resolutions.nodes.flatMap((resolution) => resolution.approvals);
  return approvals.find(({ state }) => state === 'PENDING')!.id;
}

async function followedUp(): Promise<string> {
  const { id } = await working();
  const waiver = { override: true, reason: '先回访' };
  await does('coordinator', 'complaintMove', { id, toStage: 'FOLLOWING_UP', ...waiver });
  return id;
}
