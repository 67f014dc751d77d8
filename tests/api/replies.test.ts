import { directoryPut } from '@redress/domain/actions/directory-put';
import { DEFAULT_SURVEY } from '@redress/domain/rules/survey';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';
import type { Client } from '../testkit/client.ts';

let company: Company;
let executive: Client;
beforeAll(async () => {
  company = await startCompany();
  executive = await company.signedIn(await company.seed.member({ role: 'EXECUTIVE', name: '韩分管' }));
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const one = () => company.seed.complaint().routed('logistics').claimed();
const held = async () => {
  const { id } = await one();
  await does('coordinator', 'repliesHold', { id, reason: '有媒体来电' });
  return id;
};
const said = (id: string, more: Record<string, unknown> = {}, person: Person = 'driver') =>
  does(person, 'contactRecord', { id, channel: 'EMAIL', direction: 'OUTBOUND', summary: '正在核实', ...more });

interface Held {
  repliesHeldAt: string | null;
  revision: number;
  contacts: { nodes: { summary: string; reply: { id: string } | null }[] };
  replies: { nodes: { id: string; state: string; text: string; reason: string | null; viewerDecides: boolean }[] };
  timeline: { nodes: { __typename: string; byItself?: boolean }[] };
  resolutions: { nodes: { id: string; state: string }[] };
}
const CASE = `query ($id: ID!) { complaint(by: { id: $id }) { repliesHeldAt revision
  contacts { nodes { summary reply { id } } }
  replies { nodes { id state text reason viewerDecides } } resolutions { nodes { id state } }
  timeline(first: 20) { nodes { __typename ... on RepliesHeld { byItself } } } } }`;
const stateOf = async (id: string, person: Person = 'driver') =>
  (await (await company.as(person)).ok<{ complaint: Held }>(CASE, { id })).complaint;
/** Wording of a complaint that was approved. */
const approved = async (id: string, text = '我们正在核实，三日内回复您。') => {
  await does('coordinator', 'replyDraft', { complaintId: id, text });
  const reply = (await stateOf(id, 'coordinator')).replies.nodes[0]!;
  await act(executive, 'replyApprove', { id: reply.id });
  return reply.id;
};

describe('held replies', () => {
  test('[PS1] coordinators and executives hold and release, with a reason; nobody else does', async () => {
    const { id } = await one();
    for (const person of ['driver', 'logistics', 'supervisor'] as const)
      expect(await does(person, 'repliesHold', { id, reason: '舆情' })).toMatchObject({ code: 'FORBIDDEN' });
    const token = company.client().withToken(await company.seed.token('press', ['ACT']));
    expect(await act(token, 'repliesHold', { id, reason: '舆情' })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await does('coordinator', 'repliesHold', { id, reason: ' ' })).issues[0]?.path).toEqual(['reason']);
    expect((await does('coordinator', 'repliesRelease', { id, reason: '过' })).issues[0]?.path).toEqual(['id']);
    expect((await act(executive, 'repliesHold', { id, reason: '舆情' })).__typename).toBe('RepliesHoldPayload');
    expect((await does('coordinator', 'repliesHold', { id, reason: '再' })).issues[0]?.path).toEqual(['id']);
    expect((await stateOf(id)).repliesHeldAt).not.toBeNull();
    expect((await does('coordinator', 'repliesRelease', { id, reason: '已平息' })).__typename).toBe(
      'RepliesReleasePayload',
    );
    expect((await said(id)).__typename).toBe('ContactRecordPayload');
  });

  test('[PS2] what the press may take up is held by itself, from the start or once it is known', async () => {
    const facts = { subject: '视频投诉', description: '客户称将联系媒体', channel: 'SOCIAL_MEDIA' };
    const { complaint } = await does('agent', 'complaintRegister', { ...facts, consequences: ['PRESS'] });
    const state = await stateOf(complaint.id, 'agent');
    expect(state.repliesHeldAt).not.toBeNull();
    expect(state.timeline.nodes).toContainEqual({ __typename: 'RepliesHeld', byItself: true });

    const { id } = await one();
    await does('driver', 'factsSet', { id, consequences: ['LEGAL'] });
    expect((await stateOf(id)).repliesHeldAt).toBeNull();
    await does('driver', 'factsSet', { id, consequences: ['LEGAL', 'PRESS'] });
    expect((await stateOf(id)).repliesHeldAt).not.toBeNull();
    await does('coordinator', 'repliesRelease', { id, reason: '误报' });
    await does('driver', 'factsSet', { id, consequences: ['PRESS'] });
    expect((await stateOf(id)).repliesHeldAt).toBeNull();
  });

  test('[PS3] nothing goes out without approved wording, and what the customer says is recorded as ever', async () => {
    const id = await held();
    const before = await stateOf(id);
    expect(await said(id)).toMatchObject({ __typename: 'RepliesHeldError', code: 'REPLIES_HELD' });
    expect(await said(id, {}, 'coordinator')).toMatchObject({ code: 'REPLIES_HELD' });
    expect((await stateOf(id)).revision).toBe(before.revision);
    expect((await said(id, { direction: 'INBOUND', summary: '我要找记者' })).__typename).toBe('ContactRecordPayload');

    const replyId = await approved(id);
    expect((await said(id, { replyId, toCustomer: true })).issues[0]?.path).toEqual(['summary']);
    expect((await said(id, { replyId, toCustomer: true, summary: '我们正在核实，三日内回复您。' })).__typename).toBe(
      'ContactRecordPayload',
    );
    expect((await said(id, { replyId, summary: '按口径电话说明' })).__typename).toBe('ContactRecordPayload');
    expect((await stateOf(id)).contacts.nodes[0]).toMatchObject({ reply: { id: replyId } });
    const other = await held();
    expect((await said(other, { replyId })).issues[0]?.path).toEqual(['replyId']);
  });

  test('[PS3] an offer waits for approved wording, too', async () => {
    const { id } = await one();
    await does('coordinator', 'complaintMove', { id, toStage: 'CONFIRMED' });
    await does('driver', 'resolutionPropose', { complaintId: id, kind: 'APOLOGY', what: '书面致歉' });
    await does('coordinator', 'repliesHold', { id, reason: '有媒体来电' });
    const option = (await stateOf(id)).resolutions.nodes[0]!.id;
    const offer = (more: object) => does('driver', 'resolutionOffer', { ids: [option], channel: 'PHONE', ...more });
    expect(await offer({})).toMatchObject({ code: 'REPLIES_HELD' });
    expect((await stateOf(id)).resolutions.nodes[0]!.state).toBe('DRAFT');
    expect((await offer({ replyId: await approved(id) })).__typename).toBe('ResolutionOfferPayload');
  });

  test('[PS3] a contact with a whole group keeps to wording of its parent when any of them is held', async () => {
    const [a, b] = [await held(), (await one()).id];
    const { complaint: parent } = await does('coordinator', 'groupOpen', {
      subject: '同一批次',
      description: '多位客户',
      departmentCode: 'logistics',
      complaintIds: [a, b],
    });
    const contact = (more: object) =>
      does('coordinator', 'groupContactRecord', { id: parent.id, channel: 'EMAIL', summary: '已停售', ...more });
    expect(await contact({})).toMatchObject({ code: 'REPLIES_HELD' });
    expect((await stateOf(b)).contacts.nodes).toEqual([]);
    expect(await contact({ replyId: await approved(parent.id) })).toMatchObject({ given: 2 });
  });

  test('[PS4] wording is approved or rejected by somebody else, once', async () => {
    const id = await held();
    expect(await does('auditor', 'replyDraft', { complaintId: id, text: '无可奉告' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await does('coordinator', 'replyDraft', { complaintId: id, text: '正在核实' });
    const reply = (await stateOf(id, 'coordinator')).replies.nodes[0]!;
    expect(reply).toMatchObject({ state: 'DRAFTED', viewerDecides: false });
    expect(await does('coordinator', 'replyApprove', { id: reply.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await does('driver', 'replyApprove', { id: reply.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await said(id, { replyId: reply.id })).toMatchObject({ code: 'REPLIES_HELD' });
    expect((await act(executive, 'replyReject', { id: reply.id, reason: '' })).issues[0]?.path).toEqual(['reason']);
    await act(executive, 'replyReject', { id: reply.id, reason: '口气太硬' });
    expect(await act(executive, 'replyApprove', { id: reply.id })).toMatchObject({ code: 'REVIEW_SETTLED' });
    expect((await stateOf(id)).replies.nodes[0]).toMatchObject({ state: 'REJECTED', reason: '口气太硬' });
    expect(await said(id, { replyId: reply.id })).toMatchObject({ code: 'REPLIES_HELD' });
  });

  test('[PS4] who approves is told of it, and who drafted it of what came of it', async () => {
    const id = await held();
    await does('driver', 'replyDraft', { complaintId: id, text: '正在核实' });
    const INBOX = `{ inbox(first: 50) { nodes { kind isWaiting complaint { id } } } }`;
    type Inbox = { inbox: { nodes: { kind: string; isWaiting: boolean; complaint: { id: string } }[] } };
    const told = async (client: Client) =>
      (await client.ok<Inbox>(INBOX)).inbox.nodes.filter((entry) => entry.complaint.id === id);
    expect(await told(executive)).toMatchObject([{ kind: 'REPLY_ASKED', isWaiting: true }]);
    await act(executive, 'replyApprove', { id: (await stateOf(id)).replies.nodes[0]!.id });
    expect(await told(executive)).toMatchObject([{ kind: 'REPLY_ASKED', isWaiting: false }]);
    expect((await told(await company.as('driver'))).map(({ kind }) => kind)).toContain('REVIEW_DECIDED');
  });

  test('[PS3] a final answer is, word for word, wording that was approved', async () => {
    await directoryPut(company.seed.system, {
      policies: [{ kind: 'survey', key: 'COMPANY', value: { ...DEFAULT_SURVEY, maxReopenings: 0 } }],
    });
    await company.settled();
    const { id } = await company.seed.complaint().routed('logistics').claimed().followedUp();
    await does('supervisor', 'surveyRecord', { complaintId: id, outcomeScore: 1, handlingScore: 2 });
    const reviewerId = encodeId('Member', company.members.packer.id);
    const input = { complaintId: id, text: '按合同答复。', reviewerId };
    const { finalAnswer } = await does('supervisor', 'finalAnswerGive', input);
    await does('coordinator', 'repliesHold', { id, reason: '有媒体来电' });
    const decide = () => does('packer', 'finalAnswerDecide', { id: finalAnswer.id, approve: true });
    expect(await decide()).toMatchObject({ code: 'REPLIES_HELD' });
    await does('packer', 'finalAnswerDecide', { id: finalAnswer.id, approve: false, reason: '先定口径' });
    expect(await does('supervisor', 'finalAnswerGive', input)).toMatchObject({ code: 'REPLIES_HELD' });
    await approved(id, input.text);
    const again = await does('supervisor', 'finalAnswerGive', input);
    const given = await does('packer', 'finalAnswerDecide', { id: again.finalAnswer.id, approve: true });
    expect(given.finalAnswer).toMatchObject({ state: 'GIVEN' });
  });
});
