import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { LadderPolicy } from '@redress/domain/rules/ladder';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: Company;
let executive: SeededMember;
let generalManager: SeededMember;
let owner: SeededMember;

beforeAll(async () => {
  company = await startCompany();
  executive = await company.seed.member({ role: 'EXECUTIVE', name: '韩分管' });
  generalManager = await company.seed.member({ role: 'GENERAL_MANAGER', name: '秦总' });
  owner = await company.seed.member({ role: 'OWNER', name: '董事长' });
  await directoryPut(company.seed.system, {
    categories: [
      { code: 'safety', nameZh: '安全', nameEn: 'Safety' },
      { code: 'safety.fire', parentCode: 'safety', nameZh: '起火', nameEn: 'Fire', severity: 'URGENT' },
    ],
  });
  await company.settled();
});
afterAll(() => company.stop());

interface Told {
  __typename: string;
  occurredAt: string;
  actor: { name: string } | null;
  level?: number;
  missedDeadline?: { kind: string } | null;
  members?: { name: string }[];
  reason?: string | null;
  text?: string | null;
  note?: string | null;
  supervisor?: { name: string } | null;
  byLadder?: boolean;
  because?: string;
}

const TIMELINE = `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 100) { nodes { __typename occurredAt
  actor { ... on Member { name } }
  ... on ComplaintEscalated { level missedDeadline { kind } members { name } reason }
  ... on EscalationTaken { note }
  ... on ComplaintUrged { text }
  ... on SupervisionBegan { supervisor { name } byLadder reason }
  ... on SupervisionEnded { because note }
} } } }`;

/** What was told of these kinds, in order. */
async function story(id: string, ...types: string[]): Promise<Told[]> {
  const client = await company.as('coordinator');
  const { complaint } = await client.ok<{ complaint: { timeline: { nodes: Told[] } } }>(TIMELINE, { id });
  return complaint.timeline.nodes.filter(({ __typename }) => types.includes(__typename)).reverse();
}

const levels = async (id: string, kind?: string) =>
  (await story(id, 'ComplaintEscalated'))
    .filter(({ missedDeadline }) => kind === undefined || missedDeadline?.kind === kind)
    .map(({ level, members }) => [level, members!.map(({ name }) => name).sort()]);

interface State {
  escalationLevel: number;
  escalatedTo: { name: string }[];
  escalation: { id: string; state: string; level: number; nextAt: string | null } | null;
  supervisedBy: { name: string } | null;
  supervisedAt: string | null;
  urgeCount: number;
  escalations: { totalCount: number; nodes: { state: string; level: number; deadline: { kind: string } | null }[] };
  viewerCan: Record<string, boolean>;
}

const STATE = `query ($id: ID!) { complaint(by: { id: $id }) { escalationLevel escalatedTo { name }
  escalation { id state level nextAt } supervisedBy { name } supervisedAt urgeCount
  escalations { totalCount nodes { state level deadline { kind } } }
  viewerCan { escalate takeOn urge supervise } } }`;

async function stateOf(id: string, client?: Client): Promise<State> {
  return (await (client ?? (await company.as('coordinator'))).ok<{ complaint: State }>(STATE, { id })).complaint;
}

async function pass(ms: number): Promise<void> {
  company.time.advance(ms);
  await company.app.clock.publishDue();
  await company.settled();
}

/** Routed and breached: nobody claimed it in time. The customer was spoken to, so that only this clock is late. */
async function unclaimed(severity: 'URGENT' | 'GENERAL' = 'URGENT') {
  const complaint = await company.seed.complaint({ severity }).routed('logistics').contacted();
  await pass(severity === 'URGENT' ? 15 * MINUTE : HOUR);
  return complaint;
}

describe('after a breach', () => {
  test('[ES1] [ES4] head and deputy at once, then the coordinators, who supervise, the executive, the manager', async () => {
    const { id } = await unclaimed();
    expect(await levels(id, 'CLAIM')).toEqual([[1, ['李物流', '陈副手']]]);
    expect(await stateOf(id)).toMatchObject({ escalationLevel: 1, supervisedBy: null });
    await pass(30 * MINUTE);
    await pass(90 * MINUTE);
    await pass(6 * HOUR);
    expect(await levels(id, 'CLAIM')).toEqual([
      [1, ['李物流', '陈副手']],
      [2, ['周协调']],
      [3, ['韩分管']],
      [4, ['秦总']],
    ]);
    expect(await stateOf(id)).toMatchObject({
      escalationLevel: 4,
      supervisedBy: { name: '周协调' },
      escalation: { state: 'FINISHED', level: 4, nextAt: null },
    });
    expect(await story(id, 'SupervisionBegan')).toMatchObject([{ byLadder: true, actor: null }]);
  });

  test('[ES1] only where people are hurt the owner hears of it, and at once', async () => {
    const { id } = await company.seed.complaint({
      categoryCode: 'safety.fire',
      severity: null,
      departmentCode: 'logistics',
    });
    await pass(15 * MINUTE);
    expect(await levels(id, 'CLAIM')).toEqual([[1, ['李物流', '董事长', '陈副手']]]);
  });

  test('[ES2] what nobody routed is the coordinators’, and no head hears of it', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' });
    await pass(MINUTE);
    expect(await levels(id, 'DISPATCH')).toEqual([[1, ['周协调']]]);
  });

  test('[ES4] the assignee is named with their head; another department that is late has its own people named', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed();
    await act(await company.as('logistics'), 'complaintAssign', {
      id,
      assigneeId: encodeId('Member', company.members.driver.id),
    });
    await act(await company.as('logistics'), 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: '货在库里',
    });
    await pass(30 * MINUTE);
    expect(await levels(id, 'FIRST_RESPONSE')).toEqual([[1, ['李物流', '王司机', '陈副手']]]);
    expect(await levels(id, 'CLAIM')).toEqual([[1, ['吴仓储']]]);
  });

  test('[ES4] who is named sees the complaint from then on; who can do nothing is passed over for the coordinators', async () => {
    const put = async (value: LadderPolicy) => {
      await directoryPut(company.seed.system, { policies: [{ kind: 'ladder', key: 'CLAIM', value }] });
      await company.settled();
    };
    const naming = (...memberIds: string[]): LadderPolicy => {
      const to = memberIds.map((memberId) => ({ memberId }));
      const steps = [{ afterMinutes: 0, to, supervise: false, onlyCategories: null }];
      return { steps: { URGENT: steps, IMPORTANT: steps, GENERAL: steps } };
    };
    await put(naming(company.members.packer.id));
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics').contacted();
    const packer = await company.as('packer');
    expect(await cardOf(packer, id)).toBe(null);
    await pass(15 * MINUTE);
    expect(await levels(id, 'CLAIM')).toEqual([[1, ['赵仓管']]]);
    expect((await stateOf(id, packer)).viewerCan).toMatchObject({ takeOn: true });

    const gone = await company.seed.member({ role: 'AGENT', department: 'warehouse', name: '离职' });
    await company.seed.disable(gone);
    await put(naming(gone.id, company.members.admin.id));
    const other = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics').contacted();
    await pass(15 * MINUTE);
    expect(await levels(other.id, 'CLAIM')).toEqual([[1, ['周协调']]]);
    await put(naming(executive.id));
  });

  test('[ES6] a graver case goes on by the ladder of its severity, never before the change', async () => {
    const ladder = (...minutes: number[]) =>
      minutes.map((afterMinutes) => ({
        afterMinutes,
        to: [{ role: 'SUPERVISOR' as const }],
        supervise: false,
        onlyCategories: null,
      }));
    const value: LadderPolicy = {
      steps: { URGENT: ladder(0, 10, 600), IMPORTANT: ladder(0), GENERAL: ladder(0, 600) },
    };
    await directoryPut(company.seed.system, { policies: [{ kind: 'ladder', key: 'CLAIM', value }] });
    await company.settled();
    const grade = async (id: string, severity: string) =>
      act(await company.as('coordinator'), 'complaintRoute', { id, departmentCode: 'logistics', severity });
    const { id } = await unclaimed('GENERAL');
    await pass(HOUR);
    expect(await levels(id, 'CLAIM')).toHaveLength(1);
    const changedAt = company.time.now();
    await grade(id, 'URGENT');
    await pass(0);
    const fired = (await story(id, 'ComplaintEscalated')).filter(
      ({ missedDeadline }) => missedDeadline?.kind === 'CLAIM',
    );
    expect(fired.map(({ level }) => level)).toEqual([1, 2]);
    expect(Date.parse(fired[1]!.occurredAt)).toBe(changedAt.getTime());
    await grade(id, 'IMPORTANT');
    expect((await stateOf(id)).escalation).toMatchObject({ state: 'FINISHED', nextAt: null });
    await pass(10 * HOUR);
    expect(await levels(id, 'CLAIM')).toHaveLength(2);
  });
});

describe('what stops it', () => {
  test('[ES7] the claim that it waited for', async () => {
    const complaint = await company.seed.complaint({ severity: 'URGENT' }).routed('warehouse').contacted();
    await pass(15 * MINUTE);
    await act(await company.as('warehouse'), 'complaintClaim', { id: complaint.id });
    expect(await stateOf(complaint.id)).toMatchObject({
      escalationLevel: 1,
      escalatedTo: [],
      escalation: null,
      escalations: { nodes: [{ state: 'STOPPED', level: 1 }] },
    });
  });

  test('[ES7] [ES10] the end; reopened, it begins without', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('warehouse').contacted();
    await act(await company.as('packer'), 'complaintEscalate', { id, reason: '客户要曝光' });
    const coordinator = await company.as('coordinator');
    await act(coordinator, 'complaintMove', { id, toStage: 'FOLLOWING_UP', override: true, reason: '特批' });
    await act(coordinator, 'complaintMove', { id, toStage: 'CLOSED' });
    expect((await stateOf(id)).escalations.nodes.map(({ state }) => state)).toEqual(['STOPPED']);
    expect((await stateOf(id)).viewerCan).toEqual({ escalate: false, takeOn: false, urge: false, supervise: false });
    await act(coordinator, 'complaintMove', { id, toStage: 'CONFIRMED', reason: '客户不满意' });
    expect(await stateOf(id)).toMatchObject({ escalationLevel: 0, escalatedTo: [], escalation: null });
  });

  test('[ES9] somebody takes it on; who comes later is told, and nothing else fires', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('warehouse');
    await pass(HOUR);
    const { escalation, escalations } = await stateOf(id);
    expect(escalations.totalCount).toBe(2);
    const input = { id: escalation!.id, note: '我来协调' };
    expect(await act(await company.as('packer'), 'escalationTakeOn', input)).toMatchObject({ code: 'FORBIDDEN' });
    const told = await act(await company.as('warehouse'), 'escalationTakeOn', input);
    expect(told).toMatchObject({ escalation: { state: 'TAKEN' }, complaint: { id } });
    expect(await act(await company.as('coordinator'), 'escalationTakeOn', input)).toMatchObject({
      __typename: 'EscalationEndedError',
      escalation: { takenBy: { name: '吴仓储' } },
    });
    const before = (await levels(id)).length;
    await pass(10 * HOUR);
    const after = await story(id, 'ComplaintEscalated');
    expect(after.filter(({ missedDeadline }) => missedDeadline?.kind !== 'RESOLUTION')).toHaveLength(before);
    expect(await story(id, 'EscalationTaken')).toMatchObject([{ actor: { name: '吴仓储' }, note: '我来协调' }]);
  });
});

describe('by hand', () => {
  test('[ES8] one level above the highest, with a reason, up to the top', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const packer = await company.as('packer');
    expect(await act(packer, 'complaintEscalate', { id, reason: ' ' })).toMatchObject({
      issues: [{ path: ['reason'] }],
    });
    for (const level of [1, 2, 3, 4]) {
      expect(await act(packer, 'complaintEscalate', { id, reason: `第 ${level} 次` })).toMatchObject({
        escalation: { level, state: level === 4 ? 'FINISHED' : 'RUNNING' },
      });
    }
    expect(await act(packer, 'complaintEscalate', { id, reason: '再报' })).toMatchObject({ code: 'INVALID_INPUT' });
    const told = await story(id, 'ComplaintEscalated');
    expect(told.map(({ level, reason, missedDeadline }) => [level, reason, missedDeadline])).toEqual([
      [1, '第 1 次', null],
      [2, '第 2 次', null],
      [3, '第 3 次', null],
      [4, '第 4 次', null],
    ]);
    expect(await stateOf(id)).toMatchObject({ escalationLevel: 4, supervisedBy: { name: '周协调' } });
    expect((await stateOf(id)).escalations.totalCount).toBe(1);
  });

  test('[ES8] auditors only read; what one does not see is not there; the product escalates, too', async () => {
    const { id, uuid } = await company.seed.complaint().routed('warehouse');
    const refused = async (who: Parameters<Company['as']>[0]) =>
      (await act(await company.as(who), 'complaintEscalate', { id, reason: '急' })).code;
    expect([await refused('auditor'), await refused('driver')]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
    expect(await complaintEscalate(company.seed.system, { id: uuid, reason: '客户拒绝方案' })).toMatchObject({
      ok: true,
    });
  });

  test('[ES9] whom it named takes it on', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const packer = await company.as('packer');
    for (const reason of ['一', '二', '三']) await act(packer, 'complaintEscalate', { id, reason });
    const boss = await company.signedIn(executive);
    const { escalation, viewerCan } = await stateOf(id, boss);
    expect(viewerCan).toMatchObject({ takeOn: true, supervise: false });
    expect((await stateOf(id, await company.signedIn(generalManager))).viewerCan).toMatchObject({ takeOn: false });
    expect(await act(boss, 'escalationTakeOn', { id: escalation!.id })).toMatchObject({
      escalation: { state: 'TAKEN' },
    });
    expect((await stateOf(id, boss)).viewerCan).toMatchObject({ takeOn: false });
    expect((await stateOf(id, await company.signedIn(owner))).escalationLevel).toBe(3);
  });
});

describe('urging', () => {
  test('[ES11] is counted and told, and not repeated within a minute', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const packer = await company.as('packer');
    expect(await act(packer, 'complaintUrge', { id, message: '' })).toMatchObject({ issues: [{ path: ['message'] }] });
    await act(packer, 'complaintUrge', { id, message: '客户又来电' });
    company.time.advance(20_000);
    expect(await act(packer, 'complaintUrge', { id, message: '快' })).toMatchObject({
      __typename: 'RateLimitedError',
      retryAfterSeconds: 40,
    });
    await act(await company.as('supervisor'), 'complaintUrge', { id, message: '请今天答复' });
    company.time.advance(40_000);
    await act(packer, 'complaintUrge', { id, message: '还没有人联系客户' });
    expect((await stateOf(id)).urgeCount).toBe(3);
    expect((await story(id, 'ComplaintUrged')).map(({ actor, text }) => [actor!.name, text])).toEqual([
      ['赵仓管', '客户又来电'],
      ['郑主管', '请今天答复'],
      ['赵仓管', '还没有人联系客户'],
    ]);
    expect((await act(await company.as('auditor'), 'complaintUrge', { id, message: '快' })).code).toBe('FORBIDDEN');
  });
});

describe('supervision', () => {
  test('[ES12] a coordinator begins it with a reason, and it ends when the case moves', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const coordinator = await company.as('coordinator');
    const supervise = (client: Client, reason = '客户是老人') => act(client, 'complaintSupervise', { id, reason });
    expect((await supervise(await company.as('warehouse'))).code).toBe('FORBIDDEN');
    expect(await supervise(coordinator, ' ')).toMatchObject({ issues: [{ path: ['reason'] }] });
    await supervise(coordinator);
    expect(await supervise(coordinator)).toMatchObject({ code: 'INVALID_INPUT' });
    await act(coordinator, 'complaintMove', { id, toStage: 'RECEIVED' });
    expect((await stateOf(id)).supervisedBy).toEqual({ name: '周协调' });
    await act(coordinator, 'complaintMove', { id, toStage: 'CONFIRMED' });
    expect(await stateOf(id)).toMatchObject({ supervisedBy: null, supervisedAt: null });
    expect(await story(id, 'SupervisionBegan', 'SupervisionEnded')).toMatchObject([
      { __typename: 'SupervisionBegan', supervisor: { name: '周协调' }, byLadder: false, reason: '客户是老人' },
      { __typename: 'SupervisionEnded', because: 'MOVED', note: null },
    ]);
  });

  test('[UN2] who takes their supervision back does not end the one that took it over', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const coordinator = await company.as('coordinator');
    const colleague = await company.signedIn(await company.seed.member({ role: 'COORDINATOR', name: '孙协调' }));
    await act(coordinator, 'complaintSupervise', { id, reason: '盯一下' });
    const { supervisedAt: since } = await stateOf(id);
    company.time.advance(1_000);
    await act(colleague, 'complaintSupervise', { id, reason: '换班' });
    expect(await act(coordinator, 'complaintSuperviseEnd', { id, since })).toMatchObject({ code: 'INVALID_INPUT' });
    const { supervisedAt: now, supervisedBy } = await stateOf(id);
    expect(supervisedBy).toEqual({ name: '孙协调' });
    await act(colleague, 'complaintSuperviseEnd', { id, since: now });
    expect((await stateOf(id)).supervisedBy).toBeNull();
  });

  test('[ES12] another coordinator takes it over, and ends it by hand', async () => {
    const { id } = await company.seed.complaint().routed('warehouse');
    const coordinator = await company.as('coordinator');
    const colleague = await company.signedIn(await company.seed.member({ role: 'COORDINATOR', name: '钱协调' }));
    await act(coordinator, 'complaintSupervise', { id, reason: '盯一下' });
    await act(colleague, 'complaintSupervise', { id, reason: '换班' });
    expect((await stateOf(id)).supervisedBy).toEqual({ name: '钱协调' });
    await act(coordinator, 'complaintSuperviseEnd', { id, note: '已有进展' });
    expect(await act(coordinator, 'complaintSuperviseEnd', { id })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await story(id, 'SupervisionEnded')).toMatchObject([{ because: 'BY_HAND', note: '已有进展' }]);
  });
});
