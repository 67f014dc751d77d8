import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { act } from './act.ts';
import type { Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let company: Company;
let executive: Client;
let manager: Client;
let supervisor2: Client;
beforeAll(async () => {
  company = await startCompany({ trustProxy: true });
  const { seed } = company;
  executive = await company.signedIn(await seed.member({ role: 'EXECUTIVE', name: '钱分管' }));
  manager = await company.signedIn(await seed.member({ role: 'GENERAL_MANAGER', name: '何总' }));
  supervisor2 = await company.signedIn(await seed.member({ role: 'SUPERVISOR', name: '沈主管' }));
});
afterAll(() => company.stop());

const RESOLUTIONS = `query ($id: ID!) { complaint(by: { id: $id }) { escalationLevel unmet
  viewerCan { resolve } timeline(first: 50) { nodes { __typename } }
  promises { nodes { state what } } contacts { nodes { summary direction } }
  resolutions { nodes { id kind state what amount { minor currency } standard { minor } deviates approval approvalRoles
    approvals { id step role state decidedBy { name } reason viewerCanDecide } byCustomer offerKey answerUntil isAnswerable
    answerNote answeredBy { name } carryOutBy promise { state } carriedOutBy { name } proofNote repeatCount
    repeats { kind amount { minor } complaint { id } } precedents { amount { minor } complaint { id } } } } } }`;

interface Row {
  id: string;
  kind: string;
  state: string;
  deviates: boolean;
  approval: string;
  approvalRoles: string[];
  approvals: { id: string; step: number; role: string; state: string; viewerCanDecide: boolean }[];
  repeatCount: number;
  offerKey: string | null;
  [field: string]: unknown;
}
interface Settled {
  escalationLevel: number;
  unmet: string[];
  timeline: { nodes: { __typename: string }[] };
  promises: { nodes: { state: string; what: string }[] };
  contacts: { nodes: { summary: string; direction: string }[] };
  resolutions: { nodes: Row[] };
}

type Who = Person | Client;
const clientOf = async (who: Who) => (typeof who === 'string' ? company.as(who) : who);
const does = async (who: Who, mutation: string, input: Record<string, unknown>) =>
  act(await clientOf(who), mutation, input) as Promise<Told>;
const settledOf = async (id: string, who: Who = 'coordinator') =>
  (await (await clientOf(who)).ok<{ complaint: Settled }>(RESOLUTIONS, { id })).complaint;
const rowsOf = async (id: string, who?: Who) => (await settledOf(id, who)).resolutions.nodes;
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();
const working = (facts = {}) =>
  company.seed.complaint(facts).routed('logistics').moved('CONFIRMED').claimed().contacted();

const propose = (who: Who, complaintId: string, input: Record<string, unknown> = {}) =>
  does(who, 'resolutionPropose', { complaintId, kind: 'GOODWILL', what: '补偿二十元', amountMinor: 2_000, ...input });
const proposed = async (complaintId: string, input: Record<string, unknown> = {}): Promise<string> => {
  const told = await propose('driver', complaintId, input);
  if (told.__typename !== 'ResolutionProposePayload') throw new Error(JSON.stringify(told));
  return told['resolution'].id;
};
const offered = async (complaintId: string, ...inputs: Record<string, unknown>[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const input of inputs.length === 0 ? [{}] : inputs) ids.push(await proposed(complaintId, input));
  const told = await does('driver', 'resolutionOffer', { ids });
  if (told.__typename !== 'ResolutionOfferPayload') throw new Error(JSON.stringify(told));
  return ids;
};
const said = { channel: 'PHONE', words: '可以' };
const pendingOf = async (id: string) =>
  (await rowsOf(id)).flatMap(({ approvals }) => approvals).find(({ state }) => state === 'PENDING')!;

let customers = 0;
/** A complaint with a code and digits, and a caller at an address of their own. */
async function withCustomer() {
  customers += 1;
  const agent = await company.as('agent');
  const phone = `1390000${String(1_000 + customers)}`;
  const told = await act(agent, 'complaintRegister', {
    subject: '少了一件',
    description: '外箱破损',
    channel: 'PHONE',
    categoryCode: 'logistics.any',
    customer: { phone },
  });
  const { id } = told.complaint;
  await does('coordinator', 'complaintMove', { id, toStage: 'CONFIRMED' });
  const key = { code: told.trackingCode!, phoneLast4: phone.slice(-4) };
  const headers = { 'x-forwarded-for': `203.0.113.${customers}` };
  const answer = (input: Record<string, unknown>) =>
    act(company.client(), 'resolutionAnswer', { ...key, ...input }, { headers }) as Promise<Told>;
  return { id, phone, key, answer, headers };
}

describe('resolutions', () => {
  test('[RS1] the handling department proposes; who only reads, or does not see it, does not', async () => {
    const { id } = await working();
    expect(await propose('driver', id)).toMatchObject({ __typename: 'ResolutionProposePayload' });
    expect(await propose('auditor', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await propose('supervisor', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await propose('packer', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rowsOf(id)).toMatchObject([
      { state: 'DRAFT', approval: 'NOT_NEEDED', amount: { minor: 2_000, currency: 'CNY' }, approvals: [] },
    ]);
  });

  test('[RS3] amounts that are none are refused at their field, and nothing is kept', async () => {
    const { id } = await working();
    const issues = async (input: Record<string, unknown>) =>
      (await propose('driver', id, input)).issues?.map(({ path }) => path.join('.'));
    for (const amountMinor of [0, -1, 10 ** 12, 12.5]) expect(await issues({ amountMinor })).toEqual(['amountMinor']);
    expect(await issues({ amountMinor: null })).toEqual(['amountMinor']);
    expect(await issues({ kind: 'APOLOGY' })).toEqual(['amountMinor']);
    expect(await issues({ what: ' ' })).toEqual(['what']);
    expect(await issues({ orderMinor: -5 })).toEqual(['orderMinor']);
    expect(await rowsOf(id)).toEqual([]);
    expect(await propose('driver', id, { kind: 'REPAIR', amountMinor: null })).toMatchObject({
      __typename: 'ResolutionProposePayload',
    });
  });

  test('[RS4] the standard is the category’s, its parent’s, the company’s; a share needs the order', async () => {
    const admin = await company.as('admin');
    const set = (key: string, lines: unknown[]) =>
      act(admin, 'policySet', { key, reason: '试行', value: { compensation: { lines } } });
    expect((await set('warehouse', [{ kind: 'REFUND', basis: 'PERCENT', value: 50 }])).__typename).toBe(
      'PolicySetPayload',
    );
    await company.settled();
    const { id } = await company.seed.complaint().routed('warehouse').moved('CONFIRMED').claimed();
    const refund = { kind: 'REFUND', what: '退一半', amountMinor: 5_000 };
    expect((await propose('packer', id, refund)).issues[0]?.path).toEqual(['orderMinor']);
    const told = await propose('packer', id, { ...refund, orderMinor: 10_000 });
    expect(told).toMatchObject({ __typename: 'ResolutionProposePayload' });
    expect(await rowsOf(id)).toMatchObject([{ standard: { minor: 5_000 }, deviates: false, approval: 'NOT_NEEDED' }]);
    const other = await working();
    await proposed(other.id, { amountMinor: 20_000 });
    expect(await rowsOf(other.id)).toMatchObject([{ standard: { minor: 20_000 }, deviates: false }]);
  });

  test('[RS5] what leaves the standard is flagged and takes an approval', async () => {
    const { id } = await working();
    await proposed(id, { amountMinor: 20_001 });
    expect(await rowsOf(id)).toMatchObject([{ deviates: true, approval: 'PENDING', approvalRoles: ['SUPERVISOR'] }]);
  });

  test('[RS9] options are offered together, with how the customer was told; [RS11] choosing one takes the others back', async () => {
    const { id } = await working();
    const ids = [await proposed(id), await proposed(id, { kind: 'REPLACEMENT', what: '换一件', amountMinor: null })];
    const terms = { ids, answerUntil: inHours(24), carryOutBy: inHours(48), channel: 'PHONE' };
    expect((await does('driver', 'resolutionOffer', { ...terms, answerUntil: inHours(-1) })).issues[0]?.path).toEqual([
      'answerUntil',
    ]);
    expect((await does('driver', 'resolutionOffer', { ...terms, carryOutBy: inHours(12) })).issues[0]?.path).toEqual([
      'carryOutBy',
    ]);
    expect((await does('driver', 'resolutionOffer', { ids: [] })).issues[0]?.path).toEqual(['ids']);
    expect((await does('driver', 'resolutionOffer', terms)).__typename).toBe('ResolutionOfferPayload');
    const both = await rowsOf(id);
    expect(both.map(({ state }) => state)).toEqual(['OFFERED', 'OFFERED']);
    expect(new Set(both.map(({ offerKey }) => offerKey)).size).toBe(1);
    expect((await settledOf(id)).contacts.nodes[0]).toMatchObject({ direction: 'OUTBOUND' });
    expect((await does('driver', 'resolutionAccept', { id: ids[1], ...said })).__typename).toBe(
      'ResolutionAcceptPayload',
    );
    const after = await settledOf(id);
    expect(after.resolutions.nodes.map(({ state }) => state)).toEqual(['WITHDRAWN', 'ACCEPTED']);
    expect(after.promises.nodes).toMatchObject([{ state: 'OPEN', what: '换一件' }]);
    expect(after.contacts.nodes[0]).toMatchObject({ summary: '可以', direction: 'INBOUND' });
  });

  test('[RS10] what waits for its approval is not offered; what ran out is offered once more', async () => {
    const { id } = await working();
    const dear = await proposed(id, { kind: 'REFUND', amountMinor: 60_000 });
    const cheap = await proposed(id);
    expect(await does('driver', 'resolutionOffer', { ids: [cheap, dear] })).toMatchObject({
      __typename: 'ResolutionUnapprovedError',
      code: 'RESOLUTION_UNAPPROVED',
    });
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['DRAFT', 'DRAFT']);
    await does('driver', 'resolutionOffer', { ids: [cheap], answerUntil: inHours(1) });
    expect(await does('driver', 'resolutionOffer', { ids: [cheap] })).toMatchObject({ code: 'RESOLUTION_SETTLED' });
    company.time.advance(2 * HOUR);
    const late = await does('driver', 'resolutionAccept', { id: cheap, ...said });
    expect(late).toMatchObject({ code: 'RESOLUTION_SETTLED', message: expect.stringContaining('期限已过') });
    expect((await does('driver', 'resolutionOffer', { ids: [cheap] })).__typename).toBe('ResolutionOfferPayload');
  });

  test('[RS12] the customer chooses on their page; what opens nothing looks like what is not there', async () => {
    const mine = await withCustomer();
    const other = await withCustomer();
    const [a, b] = await offered(mine.id, {}, { what: '换新', kind: 'REPLACEMENT', amountMinor: null });
    const choose = { resolutionId: a, answer: 'ACCEPT' };
    expect(await other.answer(choose)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mine.answer({ ...choose, phoneLast4: '0000' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mine.answer({ ...choose, code: 'ABCD-EFGH' })).toMatchObject({ code: 'NOT_FOUND' });
    const draft = await proposed(mine.id, { what: '还在想' });
    expect(await mine.answer({ ...choose, resolutionId: draft })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mine.answer(choose)).toMatchObject({ __typename: 'ResolutionAnswerPayload' });
    expect(await mine.answer({ ...choose, resolutionId: b })).toMatchObject({ code: 'OFFER_SETTLED' });
    expect((await rowsOf(mine.id)).map(({ state }) => state)).toEqual(['ACCEPTED', 'WITHDRAWN', 'DRAFT']);
  });

  test('[RS13] a refusal that leaves no option escalates', async () => {
    const { id } = await working();
    const [a, b] = await offered(id, {}, { what: '另一种' });
    await does('driver', 'resolutionRefuse', { id: a, ...said, words: '太少' });
    expect((await settledOf(id)).escalationLevel).toBe(0);
    await does('driver', 'resolutionRefuse', { id: b, ...said, words: '都不要' });
    const after = await settledOf(id);
    expect(after.escalationLevel).toBeGreaterThan(0);
    expect(after.timeline.nodes.map(({ __typename }) => __typename)).toContain('ComplaintEscalated');
  });

  test('[RS14] the customer proposes; a yes within limits holds, a dear one waits for its approval', async () => {
    const { id, answer } = await withCustomer();
    const [a] = await offered(id);
    const wish = { resolutionId: a, answer: 'PROPOSE', kind: 'REFUND', words: '全退' };
    expect((await answer({ ...wish, kind: null })).issues[0]?.path).toEqual(['kind']);
    expect((await answer({ ...wish, words: null })).issues[0]?.path).toEqual(['words']);
    expect((await answer({ ...wish, amountMinor: -1 })).issues[0]?.path).toEqual(['amountMinor']);
    expect((await answer({ ...wish, amountMinor: 30_000 })).__typename).toBe('ResolutionAnswerPayload');
    expect((await answer({ ...wish, amountMinor: 80_000 })).__typename).toBe('ResolutionAnswerPayload');
    const rows = await rowsOf(id);
    expect(rows.map(({ state }) => state)).toEqual(['OFFERED', 'WITHDRAWN', 'PROPOSED']);
    const wanted = rows[2]!.id;
    expect((await does('driver', 'resolutionAnswerProposal', { id: wanted, accept: false })).issues[0]?.path).toEqual([
      'note',
    ]);
    expect((await does('driver', 'resolutionAnswerProposal', { id: wanted, accept: true })).__typename).toBe(
      'ResolutionAnswerProposalPayload',
    );
    expect((await rowsOf(id))[2]).toMatchObject({ state: 'PROPOSED', approval: 'PENDING' });
    const step = await pendingOf(id);
    await does('supervisor', 'approvalDecide', { id: step.id, approve: true });
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'ACCEPTED']);
  });

  test('[RS15] carried out with proof, which keeps its promise; an explanation needs no yes', async () => {
    const { id } = await working();
    const [a] = await offered(id);
    expect(await does('driver', 'resolutionCarryOut', { id: a, proofNote: '单号 1' })).toMatchObject({
      code: 'RESOLUTION_SETTLED',
    });
    await does('driver', 'resolutionAccept', { id: a, ...said, carryOutBy: inHours(5) });
    expect((await does('driver', 'resolutionCarryOut', { id: a, proofNote: ' ' })).issues[0]?.path).toEqual([
      'proofNote',
    ]);
    expect((await does('driver', 'resolutionCarryOut', { id: a, proofNote: '回单 A7' })).__typename).toBe(
      'ResolutionCarryOutPayload',
    );
    const after = await settledOf(id);
    expect(after.resolutions.nodes).toMatchObject([
      { state: 'CARRIED_OUT', proofNote: '回单 A7', carriedOutBy: { name: '王司机' }, promise: { state: 'KEPT' } },
    ]);
    const [words] = await offered(id, { kind: 'EXPLANATION', what: '说明经过', amountMinor: null });
    expect((await does('driver', 'resolutionCarryOut', { id: words, proofNote: '已电话说明' })).__typename).toBe(
      'ResolutionCarryOutPayload',
    );
  });

  test('[RS16] taken back with a reason; an accepted one by a coordinator; closing takes the rest', async () => {
    const { id } = await working();
    const [a] = await offered(id);
    expect((await does('driver', 'resolutionWithdraw', { id: a, reason: ' ' })).issues[0]?.path).toEqual(['reason']);
    await does('driver', 'resolutionAccept', { id: a, ...said, carryOutBy: inHours(5) });
    expect(await does('driver', 'resolutionWithdraw', { id: a, reason: '缺货' })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await does('coordinator', 'resolutionWithdraw', { id: a, reason: '缺货' })).__typename).toBe(
      'ResolutionWithdrawPayload',
    );
    expect((await settledOf(id)).promises.nodes).toMatchObject([{ state: 'RELEASED' }]);
    expect(await does('driver', 'resolutionWithdraw', { id: a, reason: '再来' })).toMatchObject({
      code: 'RESOLUTION_SETTLED',
    });
  });

  test('[RS7] payments to the same customer are counted and told, [RS6] and so are similar cases', async () => {
    const first = await withCustomer();
    const [paid] = await offered(first.id, { kind: 'REFUND', what: '退款', amountMinor: 3_000 });
    await does('driver', 'resolutionAccept', { id: paid, ...said });
    await does('driver', 'resolutionCarryOut', { id: paid, proofNote: '退款单 9' });
    const agent = await company.as('agent');
    const again = await act(agent, 'complaintRegister', {
      subject: '又少了',
      description: '第二次',
      channel: 'PHONE',
      categoryCode: 'logistics.any',
      customer: { phone: first.phone },
    });
    const { id } = again.complaint;
    await does('coordinator', 'complaintMove', { id, toStage: 'CONFIRMED' });
    await proposed(id, { kind: 'REFUND', what: '退款', amountMinor: 3_000 });
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ repeatCount: 1, repeats: [{ amount: { minor: 3_000 }, complaint: { id: first.id } }] });
    expect(row!['precedents']).toEqual(
      expect.arrayContaining([{ amount: { minor: 3_000 }, complaint: { id: first.id } }]),
    );
    company.time.advance(366 * DAY);
    const stranger = await withCustomer();
    await proposed(stranger.id, { kind: 'REFUND', what: '退款', amountMinor: 3_000 });
    expect((await rowsOf(stranger.id))[0]).toMatchObject({ repeatCount: 0, repeats: [] });
  });

  test('[RS17] the customer sees what they were offered, and nothing of drafts', async () => {
    const { id, key, headers } = await withCustomer();
    await offered(id, { what: '退您 200 元，请联系 13912345678' });
    await proposed(id, { what: '内部方案' });
    const query = `query ($code: String!, $phoneLast4: String) { tracking(code: $code, phoneLast4: $phoneLast4) {
      resolutions { id kind state what amount { minor } isAnswerable byCustomer } } }`;
    const { tracking } = await company.client().ok<{ tracking: { resolutions: Row[] } }>(query, key, { headers });
    expect(tracking.resolutions).toMatchObject([{ kind: 'GOODWILL', state: 'OFFERED', isAnswerable: true }]);
    expect(JSON.stringify(tracking)).not.toContain('13912345678');
    expect(JSON.stringify(tracking)).not.toContain('内部方案');
  });

  test('[RS18] of two answers at once one wins; nothing is answered twice', async () => {
    const { id, answer } = await withCustomer();
    const ids = await offered(id, {}, { what: '另一种' });
    const told = await Promise.all(ids.map((resolutionId) => answer({ resolutionId, answer: 'ACCEPT' })));
    expect(told.map(({ __typename }) => __typename).sort()).toEqual(['OfferSettledError', 'ResolutionAnswerPayload']);
    const states = (await rowsOf(id)).map(({ state }) => state).sort();
    expect(states).toEqual(['ACCEPTED', 'WITHDRAWN']);
    expect(await answer({ resolutionId: ids[0], answer: 'REFUSE', words: '不' })).toMatchObject({
      code: 'OFFER_SETTLED',
    });
  });
});

describe('approvals', () => {
  const decide = (who: Who, id: string, approve = true, reason: string | null = null) =>
    does(who, 'approvalDecide', { id, approve, reason });

  test('[AP2] step after step, and the next one hears of it', async () => {
    const { id } = await working();
    await proposed(id, { kind: 'REFUND', amountMinor: 6_000_000 });
    const first = await pendingOf(id);
    expect(await decide(executive, first.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide('supervisor', first.id)).__typename).toBe('ApprovalDecidePayload');
    const second = await pendingOf(id);
    expect(second).toMatchObject({ step: 2, role: 'EXECUTIVE' });
    const inbox = await executive.ok<{ inbox: { nodes: { kind: string; isWaiting: boolean }[] } }>(
      'query { inbox(first: 20) { nodes { kind isWaiting approval { id } } } }',
      {},
    );
    expect(inbox.inbox.nodes).toEqual(
      expect.arrayContaining([{ kind: 'APPROVAL_ASKED', isWaiting: true, approval: { id: second.id } }]),
    );
    await decide(executive, second.id);
    await decide(manager, (await pendingOf(id)).id);
    expect(await rowsOf(id)).toMatchObject([{ state: 'DRAFT', approval: 'APPROVED' }]);
  });

  test('[AP3] not by who asked, not by one who decided a step, not by a token', async () => {
    const { id } = await working();
    const { seed } = company;
    const both = await seed.member({ role: 'SUPERVISOR', name: '双职' });
    await seed.setRoles(both, [
      { role: 'SUPERVISOR' },
      { role: 'EXECUTIVE' },
      { role: 'AGENT', department: 'logistics' },
    ]);
    const client = await company.signedIn(both);
    await propose(client, id, { kind: 'GIFT', what: '礼盒', amountMinor: 30_000 });
    const own = await pendingOf(id);
    expect(await decide(client, own.id)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('自己提出'),
    });
    const other = await working();
    await proposed(other.id, { kind: 'GIFT', what: '礼盒', amountMinor: 30_000 });
    expect((await decide(client, (await pendingOf(other.id)).id)).__typename).toBe('ApprovalDecidePayload');
    const next = await pendingOf(other.id);
    expect(await decide(client, next.id)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('前面的一级'),
    });
    expect(await decide('coordinator', next.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide(executive, next.id)).__typename).toBe('ApprovalDecidePayload');
  });

  test('[AP4] a no needs a reason, and takes it off the table', async () => {
    const { id } = await working();
    await proposed(id, { kind: 'REFUND', amountMinor: 60_000 });
    const step = await pendingOf(id);
    expect((await decide('supervisor', step.id, false)).issues[0]?.path).toEqual(['reason']);
    expect((await decide('supervisor', step.id, false, '超出权限')).__typename).toBe('ApprovalDecidePayload');
    expect(await rowsOf(id)).toMatchObject([{ state: 'WITHDRAWN', approval: 'REJECTED' }]);
  });

  test('[AP5] of two who decide at once one wins', async () => {
    const { id } = await working();
    const resolution = await proposed(id, { kind: 'REFUND', amountMinor: 60_000 });
    const step = await pendingOf(id);
    const told = await Promise.all([decide('supervisor', step.id), decide(supervisor2, step.id, false, '不行')]);
    expect(told.map(({ __typename }) => __typename).sort()).toEqual(['ApprovalDecidePayload', 'ApprovalSettledError']);
    const other = await proposed(id, { kind: 'REFUND', amountMinor: 60_000 });
    const waiting = await pendingOf(id);
    await does('driver', 'resolutionWithdraw', { id: other, reason: '写错了' });
    expect(await decide('supervisor', waiting.id)).toMatchObject({ code: 'APPROVAL_SETTLED' });
    expect(resolution).toBeTruthy();
  });
});
