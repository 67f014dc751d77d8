import { randomUUID } from 'node:crypto';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { streamHead } from '@redress/domain/events/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany({ caseContent: true });
  await directoryPut(company.seed.system, {
    categories: [
      { code: 'safety', nameZh: '安全', nameEn: 'Safety', severity: 'URGENT', departmentCode: 'service' },
      { code: 'shared', nameZh: '协办', nameEn: 'Shared', departmentCode: 'service' },
    ],
  });
  await company.settled();
});
afterAll(() => company.stop());

const GIVEN = { kind: 'GOODWILL', what: '补偿二十元', amountMinor: 2_000, proof: '转账单号 77' };
const FORM = {
  subject: '外箱破损',
  description: '收到时外箱破了，里面完好。',
  channel: 'PHONE',
  categoryCode: 'service.any',
  validity: 'FOUNDED',
  validityReason: '照片属实',
  rootCauseCode: 'people.mistake',
  resolution: GIVEN,
  words: '客户同意二十元补偿',
};
const settle = async (input: Record<string, unknown> = {}, person: Person = 'agent', headers = {}) =>
  act(await company.as(person), 'complaintSettle', { ...FORM, ...input }, { headers });
const paths = async (input: Record<string, unknown>, person?: Person) => {
  const told = await settle(input, person);
  expect(told.code).toBe('INVALID_INPUT');
  return told.issues.map(({ path }) => path.join('.'));
};

const CASE = `query ($id: ID!) { complaint(by: { id: $id }) { validity unmet investigation { summary }
  contacts { nodes { summary direction confirmsFacts } }
  resolutions { nodes { kind state approval answerNote proofNote amount { minor } } }
  deadlines { nodes { kind state } }
  timeline(first: 50) { nodes { __typename recordedAt ... on ComplaintSettled { settledBy { kind } }
    ... on ComplaintMoved { toStage } } } } }`;
interface Case {
  validity: string;
  contacts: { nodes: object[] };
  resolutions: { nodes: object[] };
  deadlines: { nodes: { kind: string; state: string }[] };
  timeline: { nodes: { __typename: string; recordedAt: string; toStage?: string; settledBy?: object }[] };
}
const caseOf = async (id: string) =>
  (await (await company.as('agent')).ok<{ complaint: Case }>(CASE, { id })).complaint;

const customers = async () =>
  (await company.db.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM customer')).rows[0]!.n;
const put = async (kind: string, key: string, value: object | null) => {
  const mutation = value === null ? 'policyReset' : 'policySet';
  const input = { kind, key, reason: '测试', ...(value !== null && { value }) };
  const set = value === null ? input : { key, reason: '测试', value };
  const told = await act(await company.as('admin'), mutation, set);
  expect(told.__typename).toMatch(/Payload$/);
  await company.settled();
};

describe('settled at first contact', () => {
  test('[FC1] one form is one change: from the first word to FOLLOWING_UP', async () => {
    const before = (await streamHead(company.db)).head;
    const told = await settle({ customer: { name: '刘女士', phone: '13800001001' } });
    expect(told).toMatchObject({
      __typename: 'ComplaintSettlePayload',
      alreadyRegistered: false,
      complaint: {
        stage: 'FOLLOWING_UP',
        version: 1,
        category: { code: 'service.any' },
        department: { code: 'service' },
        isClaimed: true,
        claimedBy: { name: '孙客服' },
        assignee: { name: '孙客服' },
        processOwner: { name: '孙客服' },
      },
    });
    expect(told.trackingCode).not.toBe(null);
    expect(told.complaint.firstContactAt).toBe(told.complaint.factsConfirmedAt);
    expect(await caseOf(told.complaint.id)).toMatchObject({
      validity: 'FOUNDED',
      unmet: ['SURVEY'],
      investigation: { summary: `${GIVEN.what}\n${FORM.words}` },
      contacts: { nodes: [{ summary: FORM.words, direction: 'INBOUND', confirmsFacts: true }] },
      resolutions: {
        nodes: [{ kind: 'GOODWILL', state: 'CARRIED_OUT', answerNote: FORM.words, proofNote: GIVEN.proof }],
      },
    });
    expect((await streamHead(company.db)).head > before).toBe(true);
  });

  test('[FC1] it is on top of its column, and each has a number of its own when they come at once', async () => {
    const told = await Promise.all(Array.from({ length: 6 }, () => settle()));
    expect(new Set(told.map(({ complaint }) => complaint.number)).size).toBe(6);
    expect(new Set(told.map(({ complaint }) => complaint.position)).size).toBe(6);
  });

  test('[FC1] a head settles for their own department, which needs no naming', async () => {
    expect((await settle({}, 'logistics')).complaint.department).toEqual({ code: 'logistics' });
    expect((await settle({ departmentCode: 'logistics' }, 'driver')).complaint.department).toEqual({
      code: 'logistics',
    });
  });

  test.each(['coordinator', 'supervisor', 'auditor', 'admin'] as const)(
    '[FC1] the %s, of no department, does not',
    async (person) => {
      const { head } = await streamHead(company.db);
      expect(await settle({}, person)).toMatchObject({ code: 'FORBIDDEN', message: '只有部门成员可以当场办结。' });
      expect((await streamHead(company.db)).head).toBe(head);
    },
  );

  test('[FC2] [FC3] what is no simple case is refused at its field, and nothing is written', async () => {
    const [{ head }, known] = [await streamHead(company.db), await customers()];
    const customer = { customer: { phone: '13800001002' } };
    const cases: [Record<string, unknown>, string][] = [
      [{ severity: 'URGENT' }, 'severity'],
      [{ categoryCode: 'safety' }, 'severity'],
      [{ consequences: ['INJURY'] }, 'consequences'],
      [{ departmentCode: 'logistics' }, 'departmentCode'],
      [{ categoryCode: null }, 'categoryCode'],
      [{ categoryCode: 'nowhere' }, 'categoryCode'],
      [{ rootCauseCode: 'nowhere' }, 'rootCauseCode'],
      [{ validity: 'UNDETERMINED' }, 'validity'],
      [{ resolution: { ...GIVEN, amountMinor: 20_001 } }, 'resolution.amountMinor'],
      [{ resolution: { ...GIVEN, kind: 'REFUND', amountMinor: 5_000_000 } }, 'resolution.amountMinor'],
      [{ resolution: { ...GIVEN, amountMinor: -1 } }, 'resolution.amountMinor'],
      [{ resolution: { ...GIVEN, amountMinor: null } }, 'resolution.amountMinor'],
      [{ resolution: { ...GIVEN, kind: 'APOLOGY' } }, 'resolution.amountMinor'],
      [{ resolution: { ...GIVEN, proof: ' ' } }, 'resolution.proof'],
      [{ resolution: { ...GIVEN, what: ' ' } }, 'resolution.what'],
      [{ validity: 'UNFOUNDED', resolution: { ...GIVEN, kind: 'REFUND' } }, 'resolution.kind'],
      [{ words: ' ' }, 'words'],
    ];
    for (const [input, path] of cases) expect(await paths({ ...customer, ...input })).toEqual([path]);
    expect((await streamHead(company.db)).head).toBe(head);
    expect(await customers()).toBe(known);
  });

  test('[FC2] a category that gives duties is not settled at once', async () => {
    const duty = { departmentCode: 'warehouse', what: '核对', whatEn: 'Check', minutes: 90, owner: null };
    await put('DUTY_TEMPLATE', 'shared', { dutyTemplate: { duties: [duty] } });
    const { head } = await streamHead(company.db);
    expect(await paths({ categoryCode: 'shared' })).toEqual(['categoryCode']);
    expect((await streamHead(company.db)).head).toBe(head);
  });

  test('[FC3] the exit criteria hold as for everybody', async () => {
    await put('CRITERIA', 'RESOLVING', { criteria: { required: ['DUTIES_ENDED', 'SURVEY'] } });
    const { head } = await streamHead(company.db);
    expect(await paths({})).toEqual(['resolution']);
    expect((await streamHead(company.db)).head).toBe(head);
    const met = ['DUTIES_ENDED', 'RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT'];
    await put('CRITERIA', 'RESOLVING', { criteria: { required: met } });
    expect((await settle()).__typename).toBe('ComplaintSettlePayload');
    expect((await settle({ resolution: { kind: 'APOLOGY', what: '致歉', proof: '电话' } })).complaint.stage).toBe(
      'FOLLOWING_UP',
    );
    await put('CRITERIA', 'RESOLVING', null);
  });

  test('[FC3] a repeated key and a known reference settle once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await settle({}, 'agent', headers);
    const { head } = await streamHead(company.db);
    const again = await settle({}, 'agent', headers);
    expect(again).toMatchObject({ complaint: first.complaint, trackingCode: null });
    expect((await streamHead(company.db)).head).toBe(head);
    const external = { source: 'crm', id: 'S-1' };
    const named = await settle({ external });
    const known = await settle({ external, subject: '另一个' });
    expect(known).toMatchObject({ alreadyRegistered: true, trackingCode: null, complaint: { id: named.complaint.id } });
  });

  test('[FC4] the timeline tells every step at one moment, and the clocks are those of FOLLOWING_UP', async () => {
    const { complaint } = await settle();
    const { timeline, deadlines } = await caseOf(complaint.id);
    const told = timeline.nodes.map(({ __typename }) => __typename);
    expect(told).toEqual(
      expect.arrayContaining([
        'ComplaintRegistered',
        'ComplaintRouted',
        'ComplaintClaimed',
        'ContactRecorded',
        'ValidityDecided',
        'RootCauseSet',
        'ResolutionProposed',
        'ResolutionOffered',
        'ResolutionAnswered',
        'ResolutionCarriedOut',
        'InvestigationReported',
        'ClosingSummaryWritten',
        'ComplaintSettled',
      ]),
    );
    expect(timeline.nodes.flatMap(({ toStage }) => toStage ?? []).toSorted()).toEqual([
      'CONFIRMED',
      'FOLLOWING_UP',
      'RESOLVING',
    ]);
    expect(timeline.nodes.find(({ settledBy }) => settledBy)?.settledBy).toEqual({ kind: 'GOODWILL' });
    expect(new Set(timeline.nodes.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    const running = deadlines.nodes.filter(({ state }) => state === 'OPEN').map(({ kind }) => kind);
    expect(running).toEqual(['FOLLOW_UP']);
    for (const kind of ['CLAIM', 'FIRST_RESPONSE', 'RESOLUTION'])
      expect(deadlines.nodes.find((one) => one.kind === kind)?.state).toBe('MET');
  });

  test('[FC4] what reached the company days ago is settled now, by the same form', async () => {
    const receivedAt = new Date(company.time.now().getTime() - 20 * 86_400_000).toISOString();
    const told = await settle({ receivedAt });
    expect(told).toMatchObject({ __typename: 'ComplaintSettlePayload', complaint: { stage: 'FOLLOWING_UP' } });
  });
});
