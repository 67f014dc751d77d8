import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';
import type { Client } from '../testkit/client.ts';

const DAY = 86_400_000;

let company: Company;
let second: Client;
beforeAll(async () => {
  company = await startCompany();
  second = await company.signedIn(await company.seed.member({ role: 'SUPERVISOR', name: '卫主管' }));
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);

let calls = 0;
/** Registers a complaint of this phone; a number of its own when none is named. */
async function registered(
  phone = `1390000${String(++calls).padStart(4, '0')}`,
): Promise<{ id: string; phone: string }> {
  const facts = {
    subject: '要求十倍赔偿',
    description: '客户要求十倍赔偿',
    channel: 'PHONE',
    departmentCode: 'logistics',
  };
  const { complaint } = await does('agent', 'complaintRegister', { ...facts, customer: { name: '钱先生', phone } });
  return { id: complaint.id, phone };
}

const in30Days = () => new Date(company.time.now().getTime() + 30 * DAY).toISOString();
const mark = (complaintId: string, more: Record<string, unknown> = {}, person: Person = 'supervisor') =>
  does(person, 'demandMark', {
    complaintId,
    reason: '同一事由反复索赔',
    evidence: '三次录音与退款回执',
    until: in30Days(),
    ...more,
  });

interface Mark {
  id: string;
  state: string;
  reason: string;
  evidence: string;
  until: string;
  viewerDecides: boolean;
  attachments: { id: string }[];
}
const marksOf = async (id: string, client?: Client) =>
  (
    await (client ?? (await company.as('supervisor'))).ok<{ complaint: { demandMarks: Mark[] } }>(
      `query ($id: ID!) { complaint(by: { id: $id }) {
        demandMarks { id state reason evidence until viewerDecides attachments { id } } } }`,
      { id },
    )
  ).complaint.demandMarks;
const active = async (id: string) => {
  await mark(id);
  const [asked] = await marksOf(id);
  await act(second, 'demandMarkDecide', { id: asked!.id, approve: true });
  return asked!.id;
};

describe('unreasonable demands', () => {
  test('[UD1] a supervisor marks them, with evidence and an end within a year', async () => {
    const { id } = await registered();
    for (const person of ['agent', 'logistics', 'coordinator'] as const)
      expect(await mark(id, {}, person)).toMatchObject({ code: 'FORBIDDEN' });
    const now = company.time.now().getTime();
    const wrong: [Record<string, unknown>, string][] = [
      [{ reason: ' ' }, 'reason'],
      [{ evidence: '' }, 'evidence'],
      [{ until: new Date(now - DAY).toISOString() }, 'until'],
      [{ until: new Date(now + 400 * DAY).toISOString() }, 'until'],
      [{ attachmentIds: ['att_01890000000070008000000000000000'] }, 'attachmentIds'],
    ];
    for (const [more, field] of wrong) expect((await mark(id, more)).issues[0]?.path[0]).toBe(field);
    expect(await marksOf(id)).toEqual([]);
    expect((await mark(id)).__typename).toBe('DemandMarkPayload');
    expect(await marksOf(id)).toMatchObject([{ state: 'REQUESTED', evidence: '三次录音与退款回执' }]);
    expect((await mark(id)).issues[0]?.path).toEqual(['complaintId']);
    const anonymous = await company.seed.complaint().routed('logistics');
    expect((await mark(anonymous.id)).issues[0]?.path).toEqual(['complaintId']);
  });

  test('[UD2] it takes a second person; a no takes a reason, and is settled', async () => {
    const { id } = await registered();
    await mark(id);
    const [asked] = await marksOf(id);
    expect(asked!.viewerDecides).toBe(false);
    expect((await marksOf(id, second))[0]!.viewerDecides).toBe(true);
    const decide = (more: object) => ({ id: asked!.id, approve: true, ...more });
    expect(await does('supervisor', 'demandMarkDecide', decide({}))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await act(second, 'demandMarkDecide', decide({ approve: false }))).issues[0]?.path).toEqual(['reason']);
    expect(
      (await does('coordinator', 'demandMarkDecide', decide({ approve: false, reason: '证据不足' }))).__typename,
    ).toBe('DemandMarkDecidePayload');
    expect(await act(second, 'demandMarkDecide', decide({}))).toMatchObject({ code: 'REVIEW_SETTLED' });
    expect(await marksOf(id)).toEqual([]);
  });

  test('[UD3] it shows at every complaint of the customer until its date, and can be taken back', async () => {
    const { id, phone } = await registered();
    const another = await registered(phone);
    const stranger = await registered();
    const markId = await active(id);
    for (const one of [id, another.id]) expect(await marksOf(one)).toMatchObject([{ id: markId, state: 'ACTIVE' }]);
    expect(await marksOf(stranger.id)).toEqual([]);
    expect(await does('logistics', 'demandUnmark', { id: markId, reason: '客户已谅解' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await does('supervisor', 'demandUnmark', { id: markId, reason: '客户已谅解' })).__typename).toBe(
      'DemandUnmarkPayload',
    );
    expect(await does('supervisor', 'demandUnmark', { id: markId, reason: '再' })).toMatchObject({
      code: 'REVIEW_SETTLED',
    });
    expect(await marksOf(another.id)).toEqual([]);

    const later = await active(id);
    expect(await marksOf(another.id)).toMatchObject([{ id: later }]);
    company.time.advance(31 * DAY);
    expect(await marksOf(another.id)).toEqual([]);
    expect((await mark(id)).__typename).toBe('DemandMarkPayload');
  });

  test('[UD4] it is no blacklist: the next complaint is taken in, graded, routed and timed as without it', async () => {
    const { id, phone } = await registered();
    await active(id);
    const CARD = `query ($id: ID!) { complaint(by: { id: $id }) { stage severity department { code } isClaimed
      deadlines { nodes { kind allowanceMinutes } } } }`;
    const supervisor = await company.as('supervisor');
    const taken = async (complaint: { id: string }) => supervisor.ok(CARD, { id: complaint.id });
    expect(await taken(await registered(phone))).toEqual(await taken(await registered()));
  });
});
