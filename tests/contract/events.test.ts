import { commentAdd } from '@redress/domain/actions/comment-add';
import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import { complaintSupervise, complaintSuperviseEnd } from '@redress/domain/actions/complaint-supervise';
import { attachmentRemove } from '@redress/domain/actions/attachment-remove';
import { complaintUrge } from '@redress/domain/actions/complaint-urge';
import { escalationTakeOn } from '@redress/domain/actions/escalation-take-on';
import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import type { ActionResult } from '@redress/domain/actions/context';
import { customerReveal } from '@redress/domain/actions/customer-reveal';
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { dutyAssign } from '@redress/domain/actions/duty-assign';
import { dutyDone, dutyWaive } from '@redress/domain/actions/duty-end';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { dutyGive } from '@redress/domain/actions/duty-give';
import { appealDecide } from '@redress/domain/actions/appeal-decide';
import { complaintRule } from '@redress/domain/actions/complaint-rule';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { handoffWithdraw } from '@redress/domain/actions/handoff-withdraw';
import { rulingAppeal } from '@redress/domain/actions/ruling-appeal';
import { holdRefuse } from '@redress/domain/actions/hold-decide';
import { promiseKeep, promiseRelease } from '@redress/domain/actions/promise-end';
import { promiseMake } from '@redress/domain/actions/promise-make';
import { readEvents } from '@redress/domain/events/read';
import { Directory } from '@redress/domain/reads/directory';
import type { Scope } from '@redress/domain/rules/principal';
import type { SchemaContext } from '@redress/schema/context';
import { createLoaders } from '@redress/schema/loaders';
import { schema } from '@redress/schema/schema';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
let coordinator: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'warehouse');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});
afterAll(() => server.stop());

function outcomeOf(result: ActionResult) {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.outcome;
}

const TIMELINE = `query Timeline($id: ID!) { complaint(by: { id: $id }) { timeline(first: 100) { nodes {
  __typename cursor previous occurredAt recordedAt complaint { id }
  actor { __typename ... on Member { name } }
  ... on ComplaintRouted { fromDepartment { code } toDepartment { code } rule { name } reason }
  ... on SeverityChanged { fromSeverity toSeverity }
  ... on ComplaintTriaged { proposedSeverity triageReasons }
  ... on FactsCorrected { facts }
  ... on ComplaintClaimed { department { code } }
  ... on ComplaintMoved { fromStage toStage reason override waived }
  ... on ComplaintAssigned { fromAssignee { name } toAssignee { name } }
  ... on ContactRecorded { contact { summary confirmsFacts } }
  ... on CommentAdded { text mentions { name } }
  ... on HandoffRequested { handoff { state to { code } } }
  ... on HandoffAccepted { handoff { state } }
  ... on HandoffDeclined { handoff { declinePreset belongsTo { code } } }
  ... on HandoffWithdrawn { handoff { answerReason } }
  ... on ComplaintContested { declines { to { code } } }
  ... on ComplaintRuled { ruling { department { code } reason } }
  ... on RulingAppealed { ruling { appealReason } }
  ... on AppealDecided { overturned department { code } ruling { overturnedTo { code } } }
  ... on DutyGiven { duty { what } }
  ... on DutyDone { duty { note doneAt } }
  ... on DutyWaived { duty { note waivedAt } }
  ... on DutyAssigned { duty { what } toMember { name } }
  ... on DutyLinesSkipped { category { code } lines skippedFor }
  ... on HoldRequested { hold { id } }
  ... on HoldRefused { hold { state } reason }
  ... on ComplaintHeld { hold { reason } }
  ... on ComplaintResumed { hold { state } early note }
  ... on PromiseMade { promise { what } }
  ... on PromiseKept { promise { state } note }
  ... on PromiseReleased { promise { state } reason }
  ... on AttachmentAdded { attachment { name } }
  ... on AttachmentRemoved { attachment { state url } reason }
  ... on ComplaintEscalated { escalation { id state } level missedDeadline { kind } members { name } reason }
  ... on EscalationTaken { escalation { state takenBy { name } } note }
  ... on ComplaintUrged { handlingDepartment { code } text }
  ... on SupervisionBegan { supervisor { name } byLadder reason }
  ... on SupervisionEnded { because note }
  ... on CustomerRevealed { revealedFor note }
  ... on DeadlineBreached { deadline { kind isBreached breachedAt } }
} } } }`;

test('[API9] every kind of event is told with what it is about', async () => {
  const { seed, time } = server;
  const agent = await seed.member({ role: 'AGENT', department: 'logistics', name: '陈晓' });
  const ctx = seed.system;
  const { uuid: id, id: globalId } = await seed.complaint().routed('logistics').claimed().contacted();
  const rest = { expectedVersion: null };
  const asked = async () =>
    outcomeOf(
      await handoffRequest(ctx, { complaintId: id, toDepartmentCode: 'warehouse', reason: '货在库里', ...rest }),
    ).handoffId!;
  const given = async (what: string) =>
    outcomeOf(await dutyGive(ctx, { complaintId: id, departmentCode: 'warehouse', ownerId: null, what, dueAt: null }))
      .dutyId!;
  const route = { id, departmentCode: 'logistics', categoryCode: null, reason: '升级', ...rest };
  outcomeOf(await complaintRoute(ctx, { ...route, severity: 'IMPORTANT' }));
  const { escalationId } = outcomeOf(await complaintEscalate(seed.as(agent), { id, reason: '客户要曝光' }));
  outcomeOf(await escalationTakeOn(ctx, { id: escalationId!, note: '我来' }));
  outcomeOf(await complaintUrge(seed.as(agent), { id, message: '请今天答复' }));
  outcomeOf(await complaintSupervise(ctx, { id, reason: '盯一下' }));
  outcomeOf(await complaintSuperviseEnd(ctx, { id, note: null }));
  outcomeOf(await complaintAssign(ctx, { id, assigneeId: agent.id, ...rest }));
  outcomeOf(await commentAdd(seed.as(agent), { id, text: '已联系司机', mentionedIds: [agent.id] }));
  outcomeOf(await customerReveal(seed.as(agent), { complaintId: id, reason: 'VERIFY', note: '客户要求' }));
  const move = { id, afterId: null, beforeId: null, ...rest };
  outcomeOf(await complaintMove(ctx, { ...move, toStage: 'INVESTIGATING', reason: '急', override: true }));
  outcomeOf(
    await handoffDecline(ctx, {
      id: await asked(),
      preset: 'NOT_OURS',
      reason: null,
      belongsToDepartmentCode: 'logistics',
    }),
  );
  outcomeOf(await handoffWithdraw(ctx, { id: await asked(), reason: '不用了' }));
  outcomeOf(await dutyDone(ctx, { id: await given('找货'), note: '找到了' }));
  const photo = await given('拍照');
  const packer = await seed.member({ role: 'AGENT', department: 'warehouse', name: '赵仓管' });
  outcomeOf(await dutyAssign(ctx, { id: photo, ownerId: packer.id }));
  outcomeOf(await dutyWaive(ctx, { id: photo, note: '已有照片' }));
  const line = { departmentCode: 'nowhere', what: '问', whatEn: 'ask', minutes: 60, owner: null };
  await directoryPut(ctx, { policies: [{ kind: 'dutyTemplate', key: 'logistics', value: { duties: [line] } }] });
  await server.settled();
  const holding = async () =>
    outcomeOf(
      await complaintHold(ctx, { id, reason: '等发票', until: new Date(time.now().getTime() + 60_000), ...rest }),
    );
  await holding();
  outcomeOf(await complaintResume(ctx, { id, note: '发票到了' }));
  outcomeOf(await holdRefuse(ctx, { id: (await holding()).holdId!, reason: '客户已回复' }));
  const dueAt = new Date(time.now().getTime() + 60_000);
  const promised = async () => outcomeOf(await promiseMake(ctx, { complaintId: id, what: '回电', dueAt })).promiseId!;
  outcomeOf(await promiseKeep(ctx, { id: await promised(), note: '三点已回' }));
  outcomeOf(await promiseRelease(ctx, { id: await promised(), reason: '不用了' }));
  outcomeOf(await handoffAccept(ctx, { id: await asked() }));
  const file = await seed.attachment(id);
  outcomeOf(await attachmentRemove(ctx, { id: file, reason: '传错了' }));
  for (let i = 0; i < 2; i += 1) {
    const declined = await handoffRequest(ctx, {
      complaintId: id,
      toDepartmentCode: 'logistics',
      reason: '货不在库里',
      ...rest,
    });
    const decline = { preset: 'DUPLICATE', reason: null, belongsToDepartmentCode: null } as const;
    outcomeOf(await handoffDecline(ctx, { id: outcomeOf(declined).handoffId!, ...decline }));
  }
  const rule = { id, departmentCode: 'logistics', reason: '车上丢的', ...rest };
  const rulingId = outcomeOf(await complaintRule(ctx, rule)).rulingId!;
  const head = seed.as(await seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' }));
  outcomeOf(await rulingAppeal(head, { id: rulingId, reason: '装车前已少' }));
  const decision = { id: rulingId, overturn: true, departmentCode: 'warehouse', reason: '出库单为证' };
  outcomeOf(await appealDecide(ctx, decision));
  time.advance(80 * 3_600_000);
  await complaintsWake(ctx, [id]);

  const nodes = await told(globalId);
  const of = (type: string) => nodes.filter(({ __typename }) => __typename === type);
  expect(nodes.map(({ cursor }) => cursor)).toEqual(
    nodes
      .map(({ cursor }) => cursor)
      .sort()
      .reverse(),
  );
  expect(new Set(nodes.map(({ previous }) => previous))).toEqual(new Set([null]));
  expect(of('SeverityChanged')).toMatchObject([{ fromSeverity: 'GENERAL', toSeverity: 'IMPORTANT' }]);
  expect(of('ComplaintAssigned')[0]).toMatchObject({ fromAssignee: null, toAssignee: { name: '陈晓' } });
  expect(of('CommentAdded')).toMatchObject([
    { text: '已联系司机', mentions: [{ name: '陈晓' }], actor: { __typename: 'Member', name: '陈晓' } },
  ]);
  expect(of('CustomerRevealed')).toMatchObject([{ revealedFor: 'VERIFY', note: '客户要求' }]);
  expect(of('ContactRecorded')).toMatchObject([{ actor: null, contact: { confirmsFacts: true } }]);
  expect(of('ComplaintMoved')).toMatchObject([
    { reason: '急', override: true, fromStage: 'RECEIVED', toStage: 'INVESTIGATING' },
  ]);
  expect(of('HandoffRequested')).toHaveLength(5);
  expect(of('ComplaintContested')).toMatchObject([{ declines: [{ to: { code: 'logistics' } }, {}] }]);
  expect(of('ComplaintRuled')).toMatchObject([{ ruling: { department: { code: 'logistics' }, reason: '车上丢的' } }]);
  expect(of('RulingAppealed')).toMatchObject([{ ruling: { appealReason: '装车前已少' } }]);
  expect(of('AppealDecided')).toMatchObject([{ overturned: true, department: { code: 'warehouse' } }]);
  expect(of('HandoffDeclined').slice(2)).toMatchObject([
    { handoff: { declinePreset: 'NOT_OURS', belongsTo: { code: 'logistics' } } },
  ]);
  expect(of('HandoffWithdrawn')).toMatchObject([{ handoff: { answerReason: '不用了' } }]);
  expect(of('HandoffAccepted')).toMatchObject([{ handoff: { state: 'ACCEPTED' } }]);
  expect(of('DutyDone')).toMatchObject([{ duty: { note: '找到了' } }]);
  expect(of('DutyWaived')).toMatchObject([{ duty: { note: '已有照片' } }]);
  expect(of('DutyAssigned')).toMatchObject([{ duty: { what: '拍照' }, toMember: { name: '赵仓管' } }]);
  expect(of('DutyLinesSkipped')).toMatchObject([
    { category: { code: 'logistics' }, lines: [1], skippedFor: 'DEPARTMENT' },
  ]);
  expect(of('ComplaintHeld')).toMatchObject([{ hold: { reason: '等发票' } }]);
  expect(of('ComplaintResumed')).toMatchObject([{ hold: { state: 'ENDED' }, early: true, note: '发票到了' }]);
  expect(of('HoldRequested')).toHaveLength(1);
  expect(of('HoldRefused')).toMatchObject([{ hold: { state: 'REFUSED' }, reason: '客户已回复' }]);
  expect(of('PromiseMade')).toMatchObject([{ promise: { what: '回电' } }, {}]);
  expect(of('PromiseKept')).toMatchObject([{ promise: { state: 'KEPT' }, note: '三点已回' }]);
  expect(of('PromiseReleased')).toMatchObject([{ promise: { state: 'RELEASED' }, reason: '不用了' }]);
  expect(of('AttachmentAdded')).toMatchObject([{ attachment: { name: '现场.jpg' } }]);
  expect(of('AttachmentRemoved')).toMatchObject([{ attachment: { state: 'REMOVED', url: null }, reason: '传错了' }]);
  expect(of('ComplaintEscalated').at(-1)).toMatchObject({
    escalation: { state: 'TAKEN' },
    level: 1,
    missedDeadline: null,
    reason: '客户要曝光',
    actor: { name: '陈晓' },
  });
  expect(of('ComplaintEscalated')[0]).toMatchObject({
    actor: null,
    missedDeadline: { kind: expect.any(String) },
    reason: null,
  });
  expect(of('EscalationTaken')).toMatchObject([{ note: '我来', escalation: { state: 'TAKEN', takenBy: null } }]);
  expect(of('ComplaintUrged')).toMatchObject([{ handlingDepartment: { code: 'logistics' }, text: '请今天答复' }]);
  expect(of('SupervisionBegan').at(-1)).toMatchObject({ supervisor: null, byLadder: false, reason: '盯一下' });
  expect(of('SupervisionEnded')).toMatchObject([{ because: 'BY_HAND', note: null }]);
  expect(of('DeadlineBreached')[0]).toMatchObject({ actor: null, deadline: { isBreached: true } });
});

type Told = { __typename: string; cursor: string; previous: string | null } & Record<string, unknown>;

async function told(id: string): Promise<Told[]> {
  const { complaint } = await coordinator.ok<{ complaint: { timeline: { nodes: Told[] } } }>(TIMELINE, { id });
  return complaint.timeline.nodes;
}

test('[EV5] an event whose complaint has gone out of sight since is told as ComplaintLeft', async () => {
  const { cursor, uuid, id } = await server.seed.complaint().routed('warehouse');
  const seq = Number(cursor.split('.')[1]);
  const [event] = await readEvents(server.db, seq - 1, 1);
  expect(event?.complaintId).toBe(uuid);
  const scopes: Record<string, Scope> = {
    ComplaintRouted: { key: 'all', seesAll: true, grantees: [] },
    ComplaintLeft: { key: 'x', seesAll: false, grantees: ['01890000-0000-7000-8000-000000000000'] },
  };
  const document = parse(`subscription { boardEvents { __typename cursor previous
    ... on ComplaintEvent { complaint { id } } ... on ComplaintLeft { complaintId } } }`);
  const directory = await Directory.load(server.db);
  for (const [type, scope] of Object.entries(scopes)) {
    const context = { loaders: createLoaders(server.db, scope), directory } as unknown as SchemaContext;
    const rootValue = { boardEvents: { ...event, cursor, previous: null } };
    const { data, errors } = await execute({ schema, document, rootValue, contextValue: context });
    expect(errors).toBeUndefined();
    expect(data?.['boardEvents']).toMatchObject({ __typename: type, cursor, previous: null });
    expect(JSON.stringify(data)).toContain(id);
  }
});
