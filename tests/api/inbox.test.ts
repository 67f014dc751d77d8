import { complaintImport } from '@redress/domain/actions/complaint-import';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Entry {
  id: string;
  kind: string;
  at: string;
  readAt: string | null;
  isWaiting: boolean;
  complaint: { id: string };
  handoff: { id: string } | null;
  duty: { id: string } | null;
  deadline: { kind: string } | null;
  comment: string | null;
  actor: { name: string } | null;
}

const INBOX = `query ($first: Int, $after: String, $waiting: Boolean) {
  inbox(first: $first, after: $after, waiting: $waiting) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind at readAt isWaiting complaint { id } handoff { id } duty { id } deadline { kind } comment
      actor { ... on Member { name } } }
  }
}`;
const COUNT = 'query { viewer { ... on MemberViewer { inboxCount { waiting unread } } } }';
const READ = `mutation ($input: NotificationsReadInput!) { notificationsRead(input: $input) {
  __typename ... on NotificationsReadPayload { notifications { id readAt } count { waiting unread } cursor }
  ... on InvalidInputError { issues { path message } } } }`;

interface Inbox {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: Entry[];
}

async function inbox(person: Person, variables: Record<string, unknown> = {}): Promise<Inbox> {
  return (await (await company.as(person)).ok<{ inbox: Inbox }>(INBOX, { first: 100, ...variables })).inbox;
}

async function countOf(person: Person): Promise<{ waiting: number; unread: number }> {
  const answer = await (await company.as(person)).ok<{ viewer: { inboxCount: { waiting: number; unread: number } } }>(
    COUNT,
  );
  return answer.viewer.inboxCount;
}

/** The person's entries about this complaint, the newest first. */
async function about(person: Person, complaintId: string): Promise<Entry[]> {
  return (await inbox(person)).nodes.filter(({ complaint }) => complaint.id === complaintId);
}

const kinds = (entries: Entry[]) => entries.map(({ kind, isWaiting }) => `${kind}${isWaiting ? ' waits' : ''}`);
const readAll = async (person: Person) =>
  (await company.as(person)).ok<{ notificationsRead: { count: object; cursor: string } }>(READ, {
    input: { all: true },
  });

describe('entries', () => {
  test('[NT7] they come with the change that they tell of, and with who made it; a refused one leaves none', async () => {
    const { id } = await company.seed.complaint().routed('logistics', company.seed.as(company.members.coordinator));
    expect(await about('logistics', id)).toMatchObject([
      { kind: 'CLAIM_WAITING', isWaiting: true, readAt: null, actor: { name: '周协调' }, deadline: { kind: 'CLAIM' } },
    ]);
    expect(kinds(await about('deputy', id))).toEqual(['CLAIM_WAITING waits']);
    expect(await about('driver', id)).toEqual([]);
    const refused = await act(await company.as('logistics'), 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'logistics',
      reason: '转',
    });
    expect(refused.__typename).toBe('InvalidInputError');
    expect(await about('logistics', id)).toHaveLength(1);
  });

  test('[NT6] history tells nobody', async () => {
    const before = await countOf('warehouse');
    const receivedAt = new Date(company.time.now().getTime() - 86_400_000);
    const [result] = await complaintImport(
      company.seed.system,
      [
        {
          subject: '旧单',
          description: '去年的投诉',
          channel: 'PHONE',
          kind: 'COMPLAINT',
          demand: null,
          occurredAt: null,
          place: null,
          about: null,
          consequences: [],
          external: { source: 'old', id: '1' },
          receivedAt,
          severity: 'GENERAL',
          categoryCode: 'warehouse.any',
          departmentCode: 'warehouse',
          customer: null,
          stage: 'RECEIVED',
          claimedAt: null,
          closedAt: null,
        },
      ],
      { history: true },
    );
    expect(result).toBe('ADDED');
    expect(await countOf('warehouse')).toEqual(before);
  });

  test('[NT8] what was answered elsewhere no longer waits, and nothing was written for that', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    await act(await company.as('deputy'), 'complaintClaim', { id });
    expect(kinds(await about('logistics', id))).toEqual(['CLAIM_WAITING']);
    const { handoff } = await act(await company.as('logistics'), 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: '货在库里',
    });
    expect(await about('warehouse', id)).toMatchObject([
      { kind: 'HANDOFF_ASKED', isWaiting: true, handoff: { id: handoff.id }, deadline: { kind: 'CLAIM' } },
    ]);
    const declined = await act(await company.as('warehouse'), 'handoffDecline', { id: handoff.id, preset: 'NOT_OURS' });
    expect(declined.__typename).toBe('HandoffDeclinePayload');
    expect(kinds(await about('logistics', id))).toEqual(['HANDOFF_ANSWERED waits', 'CLAIM_WAITING']);
    const given = { complaintId: id, departmentCode: 'warehouse', what: '核对出库单' };
    const { duty } = await act(await company.as('logistics'), 'dutyGive', given);
    expect(kinds(await about('warehouse', id))).toEqual(['DUTY_GIVEN waits', 'HANDOFF_ASKED']);
    await act(await company.as('packer'), 'dutyDone', { id: duty.id, note: '已核对' });
    expect(kinds(await about('warehouse', id))).toEqual(['DUTY_GIVEN', 'HANDOFF_ASKED']);
  });

  test('[NT8] a handoff that was accepted is news; one that was declined waits while the complaint is back', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    await act(await company.as('logistics'), 'complaintClaim', { id });
    const ask = async () => {
      const request = { complaintId: id, toDepartmentCode: 'warehouse', reason: '货在库里' };
      const { handoff } = await act(await company.as('logistics'), 'handoffRequest', request);
      return handoff.id as string;
    };
    await act(await company.as('warehouse'), 'handoffDecline', { id: await ask(), preset: 'NOT_OURS' });
    expect(kinds(await about('logistics', id))[0]).toBe('HANDOFF_ANSWERED waits');
    company.time.advance(1_000);
    await act(await company.as('warehouse'), 'handoffAccept', { id: await ask() });
    const answered = (await about('logistics', id)).filter(({ kind }) => kind === 'HANDOFF_ANSWERED');
    expect(answered).toMatchObject([
      { isWaiting: false, readAt: null },
      { isWaiting: false, readAt: null },
    ]);
  });

  test('[NT8] a claim waits in the department that the complaint was last routed to', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    company.time.advance(1_000);
    const route = { id, departmentCode: 'warehouse' };
    await act(await company.as('coordinator'), 'complaintRoute', route);
    expect(await about('logistics', id)).toEqual([]);
    expect(kinds(await about('warehouse', id))).toEqual(['CLAIM_WAITING waits']);
    company.time.advance(1_000);
    await act(await company.as('coordinator'), 'complaintRoute', { ...route, departmentCode: 'logistics' });
    expect(kinds(await about('logistics', id))).toEqual(['CLAIM_WAITING waits', 'CLAIM_WAITING']);
  });

  test('[NT1] what a ruling gives to a department waits there for its claim, and so does what an appeal gives', async () => {
    const [logistics, warehouse, coordinator] = await Promise.all(
      (['logistics', 'warehouse', 'coordinator'] as const).map((person) => company.as(person)),
    );
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    for (const toDepartmentCode of ['warehouse', 'service']) {
      const asked = { complaintId: id, toDepartmentCode, reason: '不归物流' };
      const { handoff } = await act(logistics!, 'handoffRequest', asked);
      await act(coordinator!, 'handoffDecline', { id: handoff.id, preset: 'NOT_OURS' });
    }
    company.time.advance(1_000);
    const rule = { id, departmentCode: 'warehouse', reason: '货在库内丢失' };
    const { ruling } = await act(coordinator!, 'complaintRule', rule);
    expect(kinds(await about('warehouse', id))[0]).toBe('CLAIM_WAITING waits');
    expect(kinds(await about('logistics', id))[0]).toBe('RULED waits');
    await act(warehouse!, 'rulingAppeal', { id: ruling.id, reason: '货已出库' });
    company.time.advance(1_000);
    const decide = { id: ruling.id, overturn: true, departmentCode: 'logistics', reason: '查过签收单' };
    await act(await company.as('supervisor'), 'appealDecide', decide);
    expect(kinds(await about('logistics', id))[0]).toBe('CLAIM_WAITING waits');
    expect(kinds(await about('warehouse', id))[0]).toBe('RULED waits');
  });

  test('[NT8] a complaint without a department waits for the coordinator until it has one', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' });
    expect(kinds(await about('coordinator', id))).toEqual(['DISPATCH_WAITING waits']);
    await act(await company.as('coordinator'), 'complaintRoute', {
      id,
      departmentCode: 'logistics',
      categoryCode: 'logistics.any',
    });
    expect(kinds(await about('coordinator', id))).toEqual(['DISPATCH_WAITING']);
  });

  test('[NT8] a warning gives way to its breach, which waits while its clock runs', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const assignee = company.members.driver.id;
    const driverId = `mbr_${assignee.replaceAll('-', '')}`;
    await act(await company.as('logistics'), 'complaintAssign', { id, assigneeId: driverId });
    company.time.advance(19 * 3_600_000);
    await company.app.clock.publishDue();
    expect(kinds(await about('driver', id))).toEqual(['DEADLINE_APPROACHING waits', 'ASSIGNED waits']);
    // Not so long that its ladder goes on.
    company.time.advance(5 * 3_600_000 + 60_000);
    await company.app.clock.publishDue();
    const told = await about('driver', id);
    expect(kinds(told)).toEqual(['DEADLINE_BREACHED waits', 'DEADLINE_APPROACHING', 'ASSIGNED waits']);
    expect(told[0]).toMatchObject({ deadline: { kind: 'FIRST_RESPONSE' }, actor: null });
    await act(await company.as('driver'), 'contactRecord', {
      id,
      channel: 'PHONE',
      direction: 'OUTBOUND',
      summary: '已联系',
    });
    expect(kinds(await about('driver', id))[0]).toBe('DEADLINE_BREACHED');
  });
});

describe('inboxes', () => {
  test('[NT9] an inbox is its member’s own; what goes out of sight is not in it', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const [entry] = await about('logistics', id);
    const node = 'query ($id: ID!) { node(id: $id) { __typename } }';
    expect(await (await company.as('logistics')).ok(node, { id: entry!.id })).toEqual({
      node: { __typename: 'Notification' },
    });
    expect(await (await company.as('deputy')).ok(node, { id: entry!.id })).toEqual({ node: null });
    await act(await company.as('coordinator'), 'complaintRoute', { id, departmentCode: 'warehouse' });
    expect(await about('logistics', id)).toEqual([]);
    expect(await (await company.as('logistics')).ok(node, { id: entry!.id })).toEqual({ node: null });
    const token = await company.seed.token('till', ['READ']);
    const answer = await company.client().withToken(token).ask(INBOX);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[NT10] reading is one’s own, and reading again changes nothing', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const [entry] = await about('logistics', id);
    const before = await countOf('logistics');
    const read = async (person: Person, ids: string[]) =>
      (
        await (
          await company.as(person)
        ).ok<{ notificationsRead: { __typename: string; count: { unread: number }; cursor: string } }>(READ, {
          input: { ids },
        })
      ).notificationsRead;
    const others = await read('deputy', [entry!.id]);
    expect(others).toMatchObject({ notifications: [] });
    const first = await read('logistics', [entry!.id]);
    expect(first).toMatchObject({ count: { unread: before.unread - 1, waiting: before.waiting } });
    const again = await read('logistics', [entry!.id]);
    expect(again).toMatchObject({ count: { unread: before.unread - 1 }, cursor: first.cursor });
    expect((await about('logistics', id))[0]).toMatchObject({ isWaiting: true });
    expect((await about('logistics', id))[0]!.readAt).not.toBe(null);
    await readAll('logistics');
    expect((await countOf('logistics')).unread).toBe(0);
    expect(await read('logistics', ['nonsense'])).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['ids', '0'] }],
    });
  });

  test('[NT11] what waits stands in the order in which it hurts, the rest by its time, in pages', async () => {
    const calm = await company.seed.complaint({ severity: 'GENERAL' }).routed('warehouse');
    company.time.advance(1_000);
    const urgent = await company.seed.complaint({ severity: 'URGENT' }).routed('warehouse');
    const waiting = await inbox('warehouse', { waiting: true });
    const at = (id: string) => waiting.nodes.findIndex(({ complaint }) => complaint.id === id);
    expect(at(urgent.id)).toBeLessThan(at(calm.id));
    expect(waiting.totalCount).toBe(waiting.nodes.length);
    expect(waiting.totalCount).toBe((await countOf('warehouse')).waiting);
    const rest = await inbox('warehouse', { waiting: false });
    const all = await inbox('warehouse');
    expect(rest.totalCount + waiting.totalCount).toBe(all.totalCount);
    expect(all.nodes.map((entry) => entry.at)).toEqual(
      all.nodes
        .map((entry) => entry.at)
        .sort()
        .reverse(),
    );
    for (const [list, expected] of [
      [{ waiting: true }, waiting],
      [{ waiting: null }, all],
    ] as const) {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Inbox = await inbox('warehouse', { ...list, first: 1, after });
        seen.push(...page.nodes.map((entry) => entry.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(expected.nodes.map((entry) => entry.id));
    }
  });

  test('[CM2] a comment names colleagues who see the complaint, and they are told what it says', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const readers = 'query ($id: ID!) { complaint(by: { id: $id }) { readers { id name } } }';
    const agent = await company.as('logistics');
    const { complaint } = await agent.ok<{ complaint: { readers: { id: string; name: string }[] } }>(readers, { id });
    const names = complaint.readers.map(({ name }) => name);
    expect(names).toContain('王司机');
    expect(names).not.toContain('吴仓储');
    expect(names).not.toContain('褚管理');
    const driver = complaint.readers.find(({ name }) => name === '王司机')!;
    const comment = { id, text: '请今天送到', mentions: [driver.id, driver.id] };
    expect((await act(agent, 'commentAdd', comment)).__typename).toBe('CommentAddPayload');
    expect(await about('driver', id)).toMatchObject([
      { kind: 'MENTIONED', isWaiting: true, comment: '请今天送到', actor: { name: '李物流' } },
    ]);
    const warehouse = `mbr_${company.members.warehouse.id.replaceAll('-', '')}`;
    const refused = await act(agent, 'commentAdd', { ...comment, mentions: [driver.id, warehouse] });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['mentions', '1'] }] });
  });

  test('[NT14] what was read goes after 90 days; what was not read stays while its complaint is open', async () => {
    await company.seed.complaint().routed('logistics');
    await readAll('logistics');
    const left = (memberId: string) => company.db.prisma.notification.count({ where: { memberId } });
    const { logistics, deputy } = company.members;
    const before = await left(deputy.id);
    company.time.advance(91 * 86_400_000);
    await company.app.clock.publishDue();
    await company.db.prisma.notification.deleteMany({ where: { readAt: null, memberId: logistics.id } });
    await company.app.housekeeping.sweep();
    expect(await left(logistics.id)).toBe(0);
    expect(await left(deputy.id)).toBeGreaterThanOrEqual(before);
  });
});
