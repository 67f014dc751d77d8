import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerCopyCommand, customerEraseCommand } from '@redress/api/cli/customer';
import { UsageError } from '@redress/api/cli/usage-error';
import type { CommandContext } from '@redress/api/cli/with-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { fillWords } from '../testkit/fill-words.ts';
import { putInStage } from '../testkit/put-in-stage.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const NAME = '欧阳小明';
const PHONE = '13812345678';
const WORDS = `${NAME} 请打 ${PHONE}`;
let customers = 0;

/** A closed complaint of somebody whom nobody else is, with their words wherever words go. */
async function closedCase(
  facts: { name?: string; phone?: string; words?: string; consequences?: readonly ['LEGAL'] } = {},
) {
  const phone = facts.phone ?? `1390000${String(1000 + customers++)}`;
  const words = facts.words ?? WORDS;
  const { seed } = company;
  const complaint = await seed
    .complaint({
      customer: { name: facts.name ?? NAME, phone, email: null, region: '杭州', tier: null, group: null },
      subject: words,
      description: words,
      ...(facts.consequences && { consequences: [...facts.consequences] }),
    })
    .routed('logistics')
    .claimed()
    .contacted();
  const coordinator = await company.as('coordinator');
  const { id } = complaint;
  await act(coordinator, 'commentAdd', { id, text: words });
  await act(coordinator, 'promiseMake', { complaintId: id, what: words, dueAt: later(3) });
  await seed.attachment(complaint.uuid, `${facts.words ?? NAME}.jpg`);
  return { ...complaint, phone };
}

const later = (hours: number) => new Date(company.time.now().getTime() + hours * 3_600_000).toISOString();

const closeAt = (ids: readonly string[], at = company.time.now()) => putInStage(company.db, ids, 'CLOSED', at);
const uuidOfNumber = async (number: string) =>
  (await company.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } })).id;

const DOCUMENTS = {
  customerErase: `mutation ($input: CustomerEraseInput!) { customerErase(input: $input) { __typename
    ... on CustomerErasePayload { erasure { ...E } } ... on UserError { code message }
    ... on InvalidInputError { issues { path message } } } }`,
  erasureDecide: `mutation ($input: ErasureDecideInput!) { erasureDecide(input: $input) { __typename
    ... on ErasureDecidePayload { erasure { ...E } } ... on UserError { code message }
    ... on InvalidInputError { issues { path message } } } }`,
} as const;
const E = `fragment E on Erasure { id state ground reason complaintCount requestedBy { name } decidedBy { name }
  viewerMayCarryOut complaint { number customer { name phone } } }`;

interface Told {
  __typename: string;
  code?: string;
  issues?: { path: string[]; message: string }[];
  erasure: { id: string; state: string; viewerMayCarryOut: boolean; reason: string | null };
}

async function ask(who: Person, name: keyof typeof DOCUMENTS, input: object): Promise<Told> {
  const answer = await (await company.as(who)).ask<Record<string, Told>>(`${DOCUMENTS[name]} ${E}`, { input });
  expect(answer.errors).toEqual([]);
  return answer.data![name]!;
}

const erase = (who: Person, complaintId: string, input: object = {}) =>
  ask(who, 'customerErase', { complaintId, ground: 'ASKED_BY_CUSTOMER', ...input });

/** Every row of every table. */
async function wholeDatabase(): Promise<string[]> {
  const { rows: tables } = await company.db.pool.query<{ name: string }>(
    `SELECT "table_name" AS "name" FROM "information_schema"."tables" WHERE "table_schema" = 'public' AND "table_type" = 'BASE TABLE'`,
  );
  const all = await Promise.all(
    tables.map(({ name }) =>
      company.db.pool.query(`SELECT '${name}' AS "table", to_jsonb(t)::text AS "row" FROM "${name}" t`),
    ),
  );
  return all.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)));
}

describe('erasing a customer', () => {
  test('[PD10] one asks, somebody else carries it out; who asked never does, and may take it back', async () => {
    const { id, uuid } = await closedCase();
    await closeAt([uuid]);
    const asked = await erase('coordinator', id, { reason: `来信要求 ${PHONE}` });
    expect(asked.erasure).toMatchObject({
      state: 'REQUESTED',
      reason: '来信要求 138****78',
      viewerMayCarryOut: false,
    });
    const own = await ask('coordinator', 'erasureDecide', { id: asked.erasure.id, approve: true });
    expect(own.issues?.[0]?.path).toEqual(['id']);
    expect((await erase('supervisor', id)).issues?.[0]?.path).toEqual(['complaintId']);
    expect(
      (await ask('supervisor', 'erasureDecide', { id: asked.erasure.id, approve: false })).issues?.[0]?.path,
    ).toEqual(['reason']);

    const back = await ask('coordinator', 'erasureDecide', {
      id: asked.erasure.id,
      approve: false,
      reason: '客户改主意',
    });
    expect(back.erasure.state).toBe('REFUSED');
    expect((await ask('supervisor', 'erasureDecide', { id: asked.erasure.id, approve: true })).code).toBe(
      'INVALID_INPUT',
    );

    const again = await erase('supervisor', id);
    const done = await ask('coordinator', 'erasureDecide', { id: again.erasure.id, approve: true });
    expect(done.erasure).toMatchObject({
      state: 'CARRIED_OUT',
      ground: 'ASKED_BY_CUSTOMER',
      requestedBy: { name: '郑主管' },
      decidedBy: { name: '周协调' },
    });
    expect((await erase('supervisor', id)).issues?.[0]?.message).toMatch(/抹除|erased/);
  });

  test('[PD10] it is for coordinators and supervisors; a request lapses after 30 days', async () => {
    const { id, uuid } = await closedCase();
    await closeAt([uuid]);
    for (const who of ['logistics', 'driver', 'auditor'] as const) {
      expect(await erase(who, id)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await erase('admin', id)).toMatchObject({ code: 'NOT_FOUND' });
    const { erasure } = await erase('coordinator', id);
    const list = (who: Person) =>
      company
        .as(who)
        .then((client) =>
          client.ask<{ erasures: { nodes: { id: string; state: string }[] } }>(
            '{ erasures(first: 50) { nodes { id state } } }',
          ),
        );
    expect((await list('driver')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await list('supervisor')).data!.erasures.nodes[0]).toEqual({ id: erasure.id, state: 'REQUESTED' });
    company.time.advance(31 * 86_400_000);
    const supervisor = await company.signedIn(company.members.supervisor);
    const late = await supervisor.ask<Record<string, Told>>(`${DOCUMENTS.erasureDecide} ${E}`, {
      input: { id: erasure.id, approve: true },
    });
    expect(late.data!['erasureDecide']).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('[PD11] not while a complaint is open or may come to court: the refusal names it, and says what to do', async () => {
    const phone = '13800001111';
    const [first, second] = [await closedCase({ phone }), await closedCase({ phone })];
    await closeAt([first.uuid]);
    const refused = await erase('coordinator', first.id);
    expect(refused.issues?.[0]?.message).toContain(second.number);

    const disputed = await closedCase({ consequences: ['LEGAL'] });
    await closeAt([disputed.uuid], new Date('2026-01-31T08:00:00Z'));
    const kept = await erase('coordinator', disputed.id);
    expect(kept.issues?.[0]?.message).toContain('2029-01-31');
    expect(kept.issues?.[0]?.message).toContain(disputed.number);
  });

  test('[PD12] what was written at a meeting names nobody any more who was erased', async () => {
    const { id, uuid, number } = await closedCase();
    const coordinator = await company.as('coordinator');
    const put = { name: `${NAME}专班`, purpose: `办好${NAME}的事`, standingItems: [`${NAME}的进展`, '通报'] };
    const { series } = await act(coordinator, 'meetingSeriesPut', put);
    await act(coordinator, 'meetingTopicAdd', { seriesId: series.id, title: `会前问${NAME}`, note: `${NAME}在等` });
    const start = { seriesId: series.id, name: `${NAME}一案`, purpose: '定方案' };
    const { meeting } = await act(coordinator, 'meetingStart', start);
    await act(coordinator, 'meetingTopicAdd', { seriesId: series.id, title: `下次再问${NAME}` });
    await act(coordinator, 'meetingItemAdd', { id: meeting.id, number });
    const added = await act(coordinator, 'meetingItemAdd', { id: meeting.id, title: `怎么答复${NAME}` });
    const itemId = added.meeting.items.at(-1)!.id;
    await act(coordinator, 'meetingFocus', { id: meeting.id, itemId });
    await act(coordinator, 'meetingDecide', { id: meeting.id, itemId, text: `周五前给${NAME}回话` });
    await act(coordinator, 'meetingEnd', { id: meeting.id });
    await closeAt([uuid]);
    const { erasure } = await erase('coordinator', id);
    await ask('supervisor', 'erasureDecide', { id: erasure.id, approve: true });
    const shown = await coordinator.ok(
      'query ($id: ID!) { meeting(id: $id) { name items { title decisions { text } } } }',
      { id: meeting.id },
    );
    expect(JSON.stringify(shown)).toContain('回话');
    expect(JSON.stringify(shown)).not.toMatch(/小明/);
    expect(JSON.stringify(shown)).toContain('一案');
    const topics = JSON.stringify(await company.db.prisma.meetingTopic.findMany());
    expect(topics).toContain('下次再问');
    expect(topics).not.toMatch(/小明/);
    const kept = JSON.stringify(await company.db.prisma.meetingSeries.findMany());
    for (const word of ['专班', '办好', '的进展', '通报']) expect(kept).toContain(word);
    expect(kept).not.toMatch(/小明/);
  });

  test('[PD12] a series that never had their complaint, but names them, names nobody any more', async () => {
    const { id, uuid } = await closedCase();
    const coordinator = await company.as('coordinator');
    const put = { name: '周会甲', purpose: `盯住${NAME}`, standingItems: [] };
    const { series } = await act(coordinator, 'meetingSeriesPut', put);
    const { meeting } = await act(coordinator, 'meetingStart', { seriesId: series.id });
    await act(coordinator, 'meetingItemAdd', { id: meeting.id, title: `还要问${NAME}` });
    await act(coordinator, 'meetingEnd', { id: meeting.id });
    await act(coordinator, 'meetingSeriesPut', { name: '周会乙', purpose: '盯住装卸' });
    await closeAt([uuid]);
    const { erasure } = await erase('coordinator', id);
    await ask('supervisor', 'erasureDecide', { id: erasure.id, approve: true });
    const kept = (await wholeDatabase()).filter((row) => /盯住|还要问/.test(row));
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.filter((row) => row.includes(NAME))).toEqual([]);
    const { purpose, revision } = await company.db.prisma.meetingSeries.findFirstOrThrow({ where: { name: '周会乙' } });
    expect([purpose, revision]).toEqual(['盯住装卸', 1]);
  });

  test('[PD12] of two who are erased at once, and are named by the same words, neither is named any more', async () => {
    const names = ['司徒青岚', '欧阳长风'];
    const [one, other] = [
      await closedCase({ name: names[0]!, phone: '13700001111' }),
      await closedCase({ name: names[1]!, phone: '13700002222' }),
    ];
    const coordinator = await company.as('coordinator');
    const { meeting } = await act(coordinator, 'meetingStart', { name: `${names.join('、')}两案`, purpose: '对质' });
    for (const { number } of [one, other]) await act(coordinator, 'meetingItemAdd', { id: meeting.id, number });
    await act(coordinator, 'meetingItemAdd', { id: meeting.id, title: `让${names.join('和')}见面` });
    await act(coordinator, 'meetingEnd', { id: meeting.id });
    await closeAt([one.uuid, other.uuid]);
    const asked = [await erase('coordinator', one.id), await erase('coordinator', other.id)];
    const done = await Promise.all(
      asked.map(({ erasure }) => ask('supervisor', 'erasureDecide', { id: erasure.id, approve: true })),
    );
    expect(done.map(({ erasure }) => erasure.state)).toEqual(['CARRIED_OUT', 'CARRIED_OUT']);
    const kept = (await wholeDatabase()).filter((row) => /两案|见面/.test(row));
    expect(kept.length).toBeGreaterThanOrEqual(2);
    for (const name of names) expect(kept.filter((row) => row.includes(name))).toEqual([]);
  });

  test('[PD12] nothing of the person is left in any row, their files go, and what happened stays', async () => {
    const phone = '13612349999';
    const words = `赫连若兰 ${phone} helian@example.com`;
    const personal = /赫连|若兰|13612349999|helian/;
    const before = await closedCase({ phone, words });
    const submitted = { subject: words, description: words, customer: { phone, name: '赫连若兰' } };
    const other = await act(company.client(), 'complaintSubmit', submitted);
    const track = async () => {
      const asked = { code: other.trackingCode, phoneLast4: phone.slice(-4) };
      const query =
        'query ($code: String!, $phoneLast4: String) { tracking(code: $code, phoneLast4: $phoneLast4) { number } }';
      return (await company.client().ok<{ tracking: { number: string } | null }>(query, asked)).tracking;
    };
    expect(await track()).toEqual({ number: other.number });
    const coordinator = await company.as('coordinator');
    await act(coordinator, 'complaintUrge', { id: before.id, message: words });
    const { id: departmentId } = await company.db.prisma.department.findUniqueOrThrow({ where: { code: 'logistics' } });
    // Wherever the database keeps words, also what no step above wrote.
    await fillWords(company.db, {
      complaintId: await uuidOfNumber(other.number),
      departmentId,
      memberId: company.members.driver.id,
      words,
    });
    await company.db.pool.query('DELETE FROM "group_case"');
    await company.db.pool.query('DELETE FROM "erasure"');
    await closeAt([before.uuid, await uuidOfNumber(other.number)]);
    const { erasure } = await erase('coordinator', before.id, { reason: words });
    await ask('supervisor', 'erasureDecide', { id: erasure.id, approve: true });

    expect((await wholeDatabase()).filter((row) => personal.test(row))).toEqual([]);

    const told = await coordinator.ok<{
      complaint: {
        number: string;
        subject: string;
        customer: { name: null };
        attachments: unknown[];
        timeline: { nodes: { __typename: string }[] };
      };
    }>(
      `query ($id: ID!) { complaint(by: { id: $id }) { number subject customer { name phone } stage
        timeline(first: 50) { nodes { __typename ... on ErasureRequested { ground reason }
          ... on CustomerErased { ground } ... on ErasureRefused { reason } } } } }`,
      { id: before.id },
    );
    expect(told.complaint).toMatchObject({ number: before.number, subject: '', customer: { name: null, phone: null } });
    const kinds = told.complaint.timeline.nodes.map(({ __typename }) => __typename);
    expect(kinds).toEqual(
      expect.arrayContaining(['ComplaintRegistered', 'ComplaintUrged', 'ErasureRequested', 'CustomerErased']),
    );
    expect(told.complaint.timeline.nodes).toContainEqual({
      __typename: 'ErasureRequested',
      ground: 'ASKED_BY_CUSTOMER',
      reason: null,
    });
    expect(await track()).toBeNull();
  });

  test('[PD13] of what a customer does the trail keeps neither their address nor their client', async () => {
    await act(company.client(), 'complaintSubmit', {
      subject: 'x',
      description: 'y',
      customer: { phone: '13700001234' },
    });
    const { rows } = await company.db.pool.query(
      `SELECT DISTINCT "address", "userAgent" FROM "audit" WHERE "principalKind" = 'CUSTOMER'`,
    );
    expect(rows).toEqual([{ address: null, userAgent: null }]);
  });
});

describe('a customer’s copy', () => {
  const get = async (who: Person, query: string) => {
    const { url, cookie } = await company.as(who);
    return fetch(`${url}/export/customer.${query}`, { headers: { cookie } });
  };

  test('[PD14] it holds all that is held about them, in their language, on record; others get none', async () => {
    const { number, phone } = await closedCase();
    const page = await get('supervisor', `html?complaint=${number}&lang=en`);
    expect(page.headers.get('content-disposition')).toContain(`redress-customer-${number}.html`);
    const html = await page.text();
    expect(html).toContain(NAME);
    expect(html).toContain(phone);
    expect(html).toContain('What happened');
    const json = (await (await get('coordinator', `json?complaint=${number}`)).json()) as {
      customer: { name: string };
      complaints: { number: string; files: { name: string }[]; words: { text: string }[] }[];
    };
    expect(json.customer.name).toBe(NAME);
    expect(json.complaints[0]).toMatchObject({ number, files: [{ name: `${NAME}.jpg` }] });
    expect(json.complaints[0]!.words.filter(({ text }) => text === WORDS).length).toBeGreaterThan(3);

    expect((await get('driver', `json?complaint=${number}`)).status).toBe(403);
    expect((await get('agent', `json?complaint=${number}`)).status).toBe(404);
    expect((await get('supervisor', 'json?complaint=C-1')).status).toBe(404);
    expect((await fetch(`${company.client().url}/export/customer.json?complaint=${number}`)).status).toBe(401);
    const trail = await (await company.as('auditor')).ok<{ audit: { nodes: { action: string }[] } }>(
      '{ audit(first: 100) { nodes { action complaints { number } } } }',
    );
    expect(trail.audit.nodes.filter(({ action }) => action === 'customerCopy')).toHaveLength(2);
  });
});

describe('commands', () => {
  const command = (): CommandContext => ({
    actions: (name) => ({ ...company.seed.system, principal: { kind: 'SYSTEM', name } }),
    env: {} as CommandContext['env'],
    log: company.app.services.log,
  });

  test('[PD14] customer-copy writes both forms, which nobody else reads', async () => {
    const { number } = await closedCase();
    const folder = await mkdtemp(join(tmpdir(), 'redress-copy-'));
    const out = join(folder, 'copy');
    expect(await customerCopyCommand(command(), ['--complaint', number, '--out', out, '--lang', 'en'])).toBe(0);
    expect(await readFile(`${out}.html`, 'utf8')).toContain('Your personal data');
    expect(JSON.parse(await readFile(`${out}.json`, 'utf8'))).toMatchObject({ customer: { name: NAME } });
    expect((await stat(`${out}.json`)).mode & 0o077).toBe(0);
    expect(await customerCopyCommand(command(), ['--complaint', 'C-1', '--out', out])).toBe(1);
    await expect(customerCopyCommand(command(), ['--out', out])).rejects.toThrow(UsageError);
    await rm(folder, { recursive: true });
  });

  test('[PD10] customer-erase does at once what may be done, and says what stands against the rest', async () => {
    const { number, uuid } = await closedCase();
    expect(await customerEraseCommand(command(), ['--complaint', number])).toBe(1);
    await closeAt([uuid]);
    expect(await customerEraseCommand(command(), ['--complaint', number, '--ground', 'UNLAWFUL'])).toBe(0);
    expect(await customerEraseCommand(command(), ['--complaint', number])).toBe(1);
    await expect(customerEraseCommand(command(), ['--complaint', number, '--ground', 'WHIM'])).rejects.toThrow(
      UsageError,
    );
    expect(await company.db.prisma.erasure.findFirst({ where: { complaintId: uuid } })).toMatchObject({
      state: 'CARRIED_OUT',
      ground: 'UNLAWFUL',
      requestedById: null,
    });
  });
});

describe('paper', () => {
  const PRINT = `mutation ($input: ComplaintPrintInput!) { complaintPrint(input: $input) { __typename
    ... on ComplaintPrintPayload { printedAt complaint { number subject customer { phone } } } ... on UserError { code } } }`;

  test('[PD16] who sees a complaint prints it, masked and on record; a token never', async () => {
    const { id, number } = await closedCase();
    const print = async (client: Client) =>
      (await client.ok<{ complaintPrint: Record<string, unknown> }>(PRINT, { input: { complaintId: id } }))
        .complaintPrint;
    const driver = await company.as('driver');
    const printed = await print(driver);
    expect(printed).toMatchObject({ complaint: { number, subject: '欧** 请打 138****78' } });
    expect(await print(await company.as('packer'))).toMatchObject({ code: 'NOT_FOUND' });
    const till = company.client().withToken(await company.seed.token('till', ['READ', 'ACT']));
    expect(await print(till)).toMatchObject({ code: 'FORBIDDEN' });
    const timeline = `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 50) { nodes { __typename actor { ... on Member { name } } } } } }`;
    const { complaint } = await driver.ok<{ complaint: { timeline: { nodes: { __typename: string }[] } } }>(timeline, {
      id,
    });
    expect(complaint.timeline.nodes.filter(({ __typename }) => __typename === 'ComplaintPrinted')).toEqual([
      { __typename: 'ComplaintPrinted', actor: { name: '王司机' } },
    ]);
  });
});

describe('retention', () => {
  const RETENTION = (months: number) => ({
    key: 'COMPANY',
    value: { retention: { months, legalMonths: 36 } },
  });

  test('[PD19] customers are erased when their term is over, some at a time, and a preview says how many', async () => {
    const [old, recent, disputed] = [
      await closedCase(),
      await closedCase(),
      await closedCase({ consequences: ['LEGAL'] }),
    ];
    const now = company.time.now();
    const monthsAgo = (count: number) => new Date(now.getTime() - count * 31 * 86_400_000);
    await closeAt([old.uuid, disputed.uuid], monthsAgo(13));
    await closeAt([recent.uuid], monthsAgo(11));
    const admin = await company.signedIn(company.members.admin);
    const preview = await admin.ok<{ policyPreview: { ahead: number } }>(
      `query ($input: PolicyPreviewInput!) { policyPreview(input: $input) { ... on PolicyPreview { ahead clocks } } }`,
      { input: RETENTION(12) },
    );
    expect(preview.policyPreview.ahead).toBe(1);
    await company.app.housekeeping.sweep();
    const subjectOf = async (id: string) =>
      (
        await company.db.pool.query<{ subject: string }>(
          'SELECT "subject" FROM "complaint_text" WHERE "complaintId" = $1',
          [id],
        )
      ).rows[0]!.subject;
    expect(await subjectOf(old.uuid)).toBe(WORDS);
    expect(await act(admin, 'policySet', { ...RETENTION(12), reason: '法规' })).toMatchObject({
      __typename: 'PolicySetPayload',
    });
    await company.settled();
    await company.app.housekeeping.sweep();
    expect(await Promise.all([old, recent, disputed].map(({ uuid }) => subjectOf(uuid)))).toEqual(['', WORDS, WORDS]);
    const { rows } = await company.db.pool.query<{ actorKind: string; payload: { ground: string } }>(
      `SELECT "actorKind", "payload" FROM "event" WHERE "complaintId" = $1 AND "type" = 'CustomerErased'`,
      [old.uuid],
    );
    expect(rows).toMatchObject([{ actorKind: 'SYSTEM', payload: { ground: 'RETENTION_OVER' } }]);
  });
});
