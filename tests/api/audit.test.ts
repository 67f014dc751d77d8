import { commentAdd } from '@redress/domain/actions/comment-add';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

interface Entry {
  id: string;
  at: string;
  action: string;
  actor: { name?: string; label?: string } | null;
  via: string;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  complaints: { number: string }[];
  changes: Change[];
  reason: string | null;
  events: string[];
}

interface Change {
  subject: string;
  subjectName: string | null;
  field: string;
  from: string | null;
  to: string | null;
  withheld: boolean;
}

interface Trail {
  nodes: Entry[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null; startCursor: string | null };
}

const ENTRY = `id at action via address userAgent requestId reason events complaints { number }
  actor { ... on Member { name } ... on Integration { name } ... on CustomerActor { label } }
  changes { subject subjectName field from to withheld }`;
const TRAIL = `query ($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  audit(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { ${ENTRY} } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  }
}`;

let company: Company;
let complaint: { id: string; uuid: string; number: string };

beforeAll(async () => {
  company = await startCompany({ trustProxy: true });
  complaint = await company.seed.complaint({ severity: 'IMPORTANT' }).routed('logistics');
  const head = await company.as('logistics');
  const asked = { headers: { 'x-forwarded-for': '203.0.113.7', 'x-request-id': 'request-1', 'user-agent': 'desk/1' } };
  await act(head, 'complaintClaim', { id: complaint.id }, asked);
  const reason = '不归我们，请回电 13812345678';
  await act(head, 'handoffRequest', { complaintId: complaint.id, toDepartmentCode: 'warehouse', reason });
});
afterAll(() => company.stop());

async function trail(filter: object | null = null, by: Person = 'auditor', page: object = {}): Promise<Trail> {
  const client = await company.as(by);
  return (await client.ok<{ audit: Trail }>(TRAIL, { filter, first: 100, ...page })).audit;
}

const ofComplaint = () => ({ complaint: { number: complaint.number } });
const fieldsOf = (entry: Entry | undefined) =>
  Object.fromEntries(entry?.changes.map(({ field, from, to }) => [field, [from, to]]) ?? []);

describe('an entry', () => {
  test('[AU4] says who, when, from where, and what from what to', async () => {
    const { nodes } = await trail({ ...ofComplaint(), action: 'complaintClaim' });
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      actor: { name: '李物流' },
      via: 'WEB',
      address: '203.0.113.7',
      userAgent: 'desk/1',
      requestId: 'request-1',
      complaints: [{ number: complaint.number }],
      events: expect.arrayContaining(['ComplaintClaimed']),
    });
    expect(fieldsOf(nodes[0])).toMatchObject({
      claimedById: [null, '李物流'],
      claimedAt: [null, expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)],
      state: ['OPEN', 'MET'],
    });
    const [routed] = (await trail({ ...ofComplaint(), action: 'complaintRoute' })).nodes;
    expect(fieldsOf(routed)).toMatchObject({ departmentId: [null, 'logistics部'] });
    expect(routed).toMatchObject({ actor: null, via: 'SETUP' });
  });

  test('[AU4] says why, with the numbers inside masked, and no more once the words are erased', async () => {
    const [entry] = (await trail({ ...ofComplaint(), action: 'handoffRequest' })).nodes;
    expect(entry?.reason).toBe('不归我们，请回电 138****78');
    await company.db.pool.query('UPDATE "handoff" SET "reason" = NULL WHERE "complaintId" = $1', [complaint.uuid]);
    expect((await trail({ ...ofComplaint(), action: 'handoffRequest' })).nodes[0]?.reason).toBeNull();
  });

  test('[AU4] names whom an escalation asks, one after another, and never shows their ids', async () => {
    const { id, number } = await company.seed.complaint().routed('logistics').claimed();
    await act(await company.as('coordinator'), 'complaintEscalate', { id, reason: '客户要见负责人' });
    const [entry] = (await trail({ complaint: { number }, action: 'complaintEscalate' })).nodes;
    const [from, to] = fieldsOf(entry)['escalatedToIds']!;
    expect(from).toBeNull();
    expect(to?.split('、')).toContain('李物流');
    expect(to).not.toMatch(/[0-9a-f]{8}-/);
  });

  test('[AU5] holds no word of a complaint or a customer', async () => {
    const { rows } = await company.db.pool.query<{ diff: string }>(
      `SELECT string_agg("diff"::text, '') AS "diff" FROM "audit"`,
    );
    for (const word of ['没有送到', '约好上午送货', '不归我们', '13812345678', '孙客服', 'argon2']) {
      expect(rows[0]!.diff).not.toContain(word);
    }
  });

  test('[AU6] of settings tells each column of each row, secrets only as changed', async () => {
    const [{ changes } = { changes: [] }] = (await trail({ action: 'directoryPut' })).nodes;
    expect(changes).toContainEqual(
      expect.objectContaining({ subject: 'member', field: 'passwordHash', withheld: true, to: null }),
    );
    await company.seed.setRoles(company.members.packer, [{ role: 'DEPUTY_HEAD', department: 'warehouse' }]);
    const [entry] = (await trail({ action: 'memberSetRoles' }, 'admin')).nodes;
    expect(entry?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'member_role', subjectName: '赵仓管 · AGENT', field: 'until', from: null }),
        expect.objectContaining({ field: 'role', from: null, to: 'DEPUTY_HEAD' }),
        expect.objectContaining({ field: 'departmentId', from: null, to: 'warehouse部' }),
        expect.objectContaining({ field: 'memberId', from: null, to: '赵仓管' }),
      ]),
    );
  });

  test('[AU6] of a policy tells what its new version changed', async () => {
    const known = company.app.services.directory.policy('deadline', 'CLAIM')!;
    const value = structuredClone(known.value) as { minutes: Record<string, number> };
    const was = value.minutes['URGENT']!;
    value.minutes['URGENT'] = was + 5;
    await directoryPut(company.seed.as(company.members.admin), {
      policies: [{ kind: 'deadline', key: 'CLAIM', value }],
    });
    await company.settled();
    const [entry] = (await trail({ action: 'directoryPut', actorId: encodeId('Member', company.members.admin.id) }))
      .nodes;
    expect(fieldsOf(entry)).toMatchObject({
      'value.minutes.URGENT': [String(was), String(was + 5)],
      version: [String(known.version), String(known.version + 1)],
    });
    expect(fieldsOf(entry)).not.toHaveProperty('value.minutes.GENERAL');
    expect(entry?.changes[0]?.subjectName).toBe(`deadline CLAIM v${known.version + 1}`);
  });

  test('[AU7] of a clock that goes on with another limit tells what it was before', async () => {
    const { id } = await company.seed.complaint({ severity: 'GENERAL' }).routed('logistics');
    const coordinator = await company.as('coordinator');
    const input = { id, departmentCode: 'logistics', severity: 'URGENT' };
    expect((await act(coordinator, 'complaintRoute', input)).__typename).toBe('ComplaintRoutePayload');
    const [entry] = (await trail({ complaint: { id }, action: 'complaintRoute' })).nodes;
    const due = entry?.changes.filter(({ subject, field }) => subject === 'deadline' && field === 'dueAt') ?? [];
    expect(due.length).toBeGreaterThan(0);
    for (const { from, to } of due) expect(Date.parse(to!)).toBeLessThan(Date.parse(from!));
  });
});

describe('a policy that an administrator set', () => {
  test('[AU6] is told with their reason', async () => {
    const admin = await company.as('admin');
    const { version } = company.app.services.directory.policy('deadline', 'CLAIM')!;
    const query = `mutation ($input: PolicySetInput!) { policySet(input: $input) { __typename ... on UserError { message } } }`;
    const always = { urgent: 'ALWAYS', important: 'ALWAYS', general: 'ALWAYS' };
    const value = { deadline: { minutes: { urgent: 7, important: 60, general: 60 }, runsIn: always, warnPercent: 75 } };
    const input = { key: 'CLAIM', value, reason: '双十一前收紧，找 13812345678' };
    expect(await admin.ok(query, { input })).toEqual({ policySet: { __typename: 'PolicySetPayload' } });
    await company.settled();
    const [entry] = (await trail({ action: 'policySet' })).nodes;
    expect(entry).toMatchObject({
      reason: '双十一前收紧，找 138****78',
      actor: { name: '褚管理' },
      events: ['DirectoryChanged'],
    });
    expect(fieldsOf(entry)).toMatchObject({
      'value.minutes.URGENT': [expect.any(String), '7'],
      version: [String(version), String(version + 1)],
    });
  });
});

describe('who may read it', () => {
  test.each(['coordinator', 'supervisor', 'logistics', 'agent'] as const)('[AU8] not a %s', async (person) => {
    const client = await company.as(person);
    const { errors } = await client.ask(TRAIL, { filter: ofComplaint() });
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const [entry] = (await trail()).nodes;
    expect(await client.ok('query ($id: ID!) { node(id: $id) { id } }', { id: entry!.id })).toEqual({ node: null });
    expect((await client.fetch('/export/audit.csv')).status).toBe(403);
  });

  test('[AU8] not a token, and nobody who is not signed in', async () => {
    const token = company.client().withToken(await company.seed.token('reader', ['READ', 'ACT']));
    expect((await token.ask(TRAIL)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await token.fetch('/export/audit.csv')).status).toBe(401);
    expect((await company.client().ask(TRAIL)).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await company.client().fetch('/export/audit.csv')).status).toBe(401);
  });

  test('[AU8] an administrator reads what concerns no complaint, whatever they ask for', async () => {
    const { nodes } = await trail(null, 'admin');
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ complaints }) => complaints.length === 0)).toBe(true);
    expect((await trail(ofComplaint(), 'admin')).nodes).toEqual([]);
    const [secret] = (await trail(ofComplaint())).nodes;
    const admin = await company.as('admin');
    expect(await admin.ok('query ($id: ID!) { node(id: $id) { id } }', { id: secret!.id })).toEqual({ node: null });
    const auditor = await company.as('auditor');
    expect(await auditor.ok('query ($id: ID!) { node(id: $id) { id } }', { id: secret!.id })).toEqual({
      node: { id: secret!.id },
    });
  });

  test('[AU8] what one may read is said beforehand', async () => {
    const query = '{ viewer { ... on MemberViewer { permissions { audit } } } }';
    for (const [person, audit] of [
      ['auditor', true],
      ['admin', true],
      ['coordinator', false],
    ] as const) {
      expect(await (await company.as(person)).ok(query)).toEqual({ viewer: { permissions: { audit } } });
    }
  });
});

describe('looking for something in it', () => {
  test('[AU9] all conditions hold together', async () => {
    const actorId = encodeId('Member', company.members.logistics.id);
    const { nodes } = await trail({ actorId });
    expect(nodes.map(({ action }) => action)).toEqual(['handoffRequest', 'complaintClaim']);
    expect((await trail({ actorId, action: 'complaintClaim' })).nodes).toHaveLength(1);
    expect((await trail({ actorId, via: 'CLOCK' })).nodes).toEqual([]);
    expect((await trail({ actorId, departmentCode: 'logistics' })).nodes).toHaveLength(2);
    expect((await trail({ actorId, departmentCode: 'warehouse' })).nodes).toEqual([]);
    expect((await trail({ complaint: { id: complaint.id } })).nodes.length).toBe(
      (await trail(ofComplaint())).nodes.length,
    );
  });

  test('[AU9] a span of time begins with its first moment and ends before its last', async () => {
    const [newest] = (await trail(ofComplaint())).nodes;
    const at = newest!.at;
    const next = new Date(Date.parse(at) + 1).toISOString();
    expect((await trail({ ...ofComplaint(), from: at, before: next })).nodes.map(({ id }) => id)).toContain(newest!.id);
    expect((await trail({ ...ofComplaint(), before: at })).nodes.map(({ id }) => id)).not.toContain(newest!.id);
  });

  test('[AU9] what nobody knows is met by nothing', async () => {
    for (const filter of [
      { actorId: 'mbr_nobody' },
      { complaint: { number: 'C-1999-000001' } },
      { departmentCode: 'nowhere' },
      { action: 'nothing\u0000' },
    ]) {
      expect((await trail(filter)).nodes).toEqual([]);
    }
  });

  test('[PG1] its pages hold every entry once, in both directions', async () => {
    const whole = (await trail()).nodes.map(({ id }) => id);
    const forwards: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await trail(null, 'auditor', { first: 4, after });
      forwards.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(forwards).toEqual(whole);
    const { nodes } = await trail(null, 'auditor', { first: null, last: 3 });
    expect(nodes.map(({ id }) => id)).toEqual(whole.slice(-3));
    const { errors } = await (await company.as('auditor')).ask(TRAIL, { first: 3, after: 'x' });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a copy of it', () => {
  const download = async (query = '', by: Person = 'auditor', headers: Record<string, string> = {}) =>
    (await company.as(by)).fetch(`/export/audit.csv${query}`, { headers });

  test('[AU10] opens in a spreadsheet, in the reader’s language, and starts no formula', async () => {
    await company.seed.complaint();
    const response = await download('?lang=en', 'auditor', { 'user-agent': '=cmd|calc' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="redress-audit-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n')[0]).toContain('time,actor,actor kind,action');
    expect((await (await download('', 'auditor', { 'accept-language': 'zh-CN' })).text()).split('\r\n')[0]).toContain(
      '操作人',
    );
    const [header, line] = (await (await download('?lang=en&zone=Asia/Shanghai')).text()).split('\r\n');
    expect(header).toContain('time (Asia/Shanghai),actor');
    expect(line).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/);
    const again = await (await download('?action=auditExport')).text();
    expect(again).toContain(`'=cmd|calc`);
  });

  test('[AU10] holds what the filter asks for, and no number of a customer', async () => {
    const text = await (await download(`?complaint=${complaint.number}&lang=en`)).text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength((await trail(ofComplaint())).nodes.length + 1);
    expect(text).not.toContain('13812345678');
    const other = await company.seed.complaint();
    expect(await (await download(`?complaint=${other.id}`)).text()).toContain(other.number);
    expect(await (await download('', 'admin')).text()).not.toContain(complaint.number);
  });

  test('[AU10] is in words of the reader’s language, or in the codes of the contract', async () => {
    const of = `?complaint=${complaint.number}&action=complaintClaim`;
    const claimed = async (form: string) =>
      (await (await download(`${of}${form}`)).text()).split('\r\n').slice(1).join('\n');
    const chinese = await claimed('&lang=zh&zone=Asia/Shanghai');
    expect(chinese).toContain(',成员,接单,');
    expect(chinese).toMatch(/阶段: 待派单 → 受理|接单时间: （空） → \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
    expect(chinese).toContain('时限 · 状态: 进行中 → 已达成');
    const english = await claimed('&lang=en');
    expect(english).toContain(',Member,Claimed,');
    expect(english).toContain('Deadline · state: open → met');
    const codes = await claimed('&lang=en&values=codes');
    expect(codes).toContain(',MEMBER,complaintClaim,');
    expect(codes).toContain('deadline state: OPEN → MET');
    expect(codes).toContain(',WEB,');
  });

  test('[AU10] every column of a complaint that the trail tells has a word', async () => {
    const text = await (await download(`?complaint=${complaint.number}&action=complaintRegister&lang=en`)).text();
    expect(text).toContain('number: (none) → C-');
    expect(text.match(/^"?[a-z]+[A-Z]\w*: .*$/gm) ?? []).toEqual([]);
  });

  test('[AU10] is on record itself, with what was asked for and how much it was', async () => {
    const { nodes: before } = await trail({ action: 'auditExport' });
    const text = await (await download('?action=complaintClaim')).text();
    const { nodes } = await trail({ action: 'auditExport' });
    expect(nodes.length).toBe(before.length + 1);
    expect(nodes[0]).toMatchObject({ actor: { name: '冯审计' }, via: 'WEB', events: ['AuditExported'] });
    const { rows } = await company.db.pool.query<{ payload: { filter: Record<string, string>; rows: number } }>(
      `SELECT "payload" FROM "event" WHERE "type" = 'AuditExported' ORDER BY "seq" DESC LIMIT 1`,
    );
    expect(rows[0]!.payload).toMatchObject({
      filter: { action: 'complaintClaim' },
      rows: text.trimEnd().split('\r\n').length - 1,
    });
  });

  test('[AU10] is whole, however many pages it is read in', async () => {
    const { db } = company;
    const { rows } = await db.pool.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "audit"');
    const seeded = await Promise.all(Array.from({ length: 60 }, () => company.seed.complaint()));
    for (let n = 0; n < 8; n++) {
      // So that no two lines are alike.
      company.time.advance(1_000);
      const comment = { text: `第 ${n} 次核对`, mentionedIds: [] };
      await Promise.all(seeded.map(({ uuid: id }) => commentAdd(company.seed.system, { id, ...comment })));
    }
    const text = await (await download()).text();
    expect(text.split('\r\n').length).toBeGreaterThan(rows[0]!.count + 520);
    const keys = text.split('\r\n').slice(1, -1);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('[AU10] what can’t be read of the address is said, and nothing is on record', async () => {
    const { nodes: before } = await trail({ action: 'auditExport' });
    for (const query of [
      '?from=yesterday',
      '?via=PIGEON',
      '?colour=red',
      '?lang=fr',
      '?zone=%2B08:00',
      '?values=numbers',
    ]) {
      const response = await download(query);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'BAD_USER_INPUT' } });
    }
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await download('', 'auditor', headers)).status).toBe(403);
    const posted = await (await company.as('auditor')).fetch('/export/audit.csv', { method: 'POST' });
    expect(posted.status).toBe(405);
    expect((await trail({ action: 'auditExport' })).nodes).toEqual(before);
  });
});
