import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodeId } from '@redress/schema/ids';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo } from '../testkit/files.ts';
import { act, tryTo } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let company: Company;
beforeAll(async () => {
  company = await startCompany({ trustProxy: true });
});
afterAll(() => company.stop());

/** Every customer comes from an address of their own: tries are limited by address. */
let customers = 0;
const from = () => {
  customers += 1;
  return { headers: { 'x-forwarded-for': `198.51.${Math.floor(customers / 250)}.${(customers % 250) + 1}` } };
};

/** Everything that the contract tells a customer. */
const contract = buildSchema(
  readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8'),
);
const allOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type);
      return isObjectType(named) ? `${field.name} { ${allOf(named)} }` : field.name;
    })
    .join(' ');
const TRACK = `query ($code: String!, $phoneLast4: String) { tracking(code: $code, phoneLast4: $phoneLast4) {
  ${allOf(contract.getType('TrackedComplaint') as GraphQLObjectType)} } }`;

interface Tracked {
  number: string;
  steps: { name: string | null }[];
  stage: string;
  waitsForCustomerUntil: string | null;
  limits: { kind: string; dueAt: string | null; metAt: string | null; isLate: boolean }[];
  contacts: { channel: string; direction: string; at: string; text: string | null }[];
  promises: { what: string; state: string; dueAt: string; endedAt: string | null }[];
}

interface Key {
  code: string;
  phoneLast4?: string | null;
}

const ask = (key: Key, options: { headers: Record<string, string> } = from()) =>
  company.client().ask<{ tracking: Tracked | null }>(TRACK, { ...key }, options);
const track = async (key: Key) => (await ask(key)).data!.tracking;
const write = (key: Key, text: string, headers: Record<string, string> = {}) =>
  act(company.client(), 'trackingMessage', { ...key, text }, { headers: { ...from().headers, ...headers } });
const does = async (person: Person, mutation: string, input: Record<string, unknown>) => {
  const told = await act(await company.as(person), mutation, input);
  if (told.code !== undefined) throw new Error(`${mutation}: ${told.code} ${told.message}`);
  return told;
};
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();

/** A complaint that its customer submitted. */
async function submitted(customer: Record<string, unknown> = { phone: '138 1234 5678' }) {
  const facts = { subject: '衣柜门关不上', description: '装好第二天就关不上。', customer };
  const { number, trackingCode } = await act(company.client(), 'complaintSubmit', facts, from());
  const { id: uuid } = await company.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } });
  return { number, uuid, id: encodeId('Complaint', uuid), code: trackingCode! };
}

/** One that its department works on, assigned to the driver, with the customer spoken to. */
async function working() {
  const complaint = await submitted();
  const { id } = complaint;
  await does('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', categoryCode: 'logistics.any' });
  await does('logistics', 'complaintClaim', { id });
  await does('logistics', 'complaintMove', { id, toStage: 'CONFIRMED' });
  await does('logistics', 'complaintAssign', {
    id,
    assigneeId: encodeId('Member', company.members.driver.id),
  });
  await does('driver', 'contactRecord', { id, channel: 'PHONE', summary: '机密：客户很生气', confirmsFacts: true });
  return { ...complaint, key: { code: complaint.code, phoneLast4: '5678' } };
}

describe('what opens the page', () => {
  test('[TK3] the code and the last four digits of the phone number', async () => {
    const { code, number } = await submitted();
    for (const phoneLast4 of ['5678', ' 56 78', '５６７８', '13812345678']) {
      expect(await track({ code, phoneLast4 })).toMatchObject({ number });
    }
    const wrong = await ask({ code, phoneLast4: '5679' });
    for (const phoneLast4 of [null, '', '678', '5678 0000', '八'])
      expect((await ask({ code, phoneLast4 })).data).toEqual(wrong.data);
    expect((await ask({ code: '0000-0000-0000-0000', phoneLast4: '5678' })).data).toEqual(wrong.data);
    expect(wrong).toMatchObject({ status: 200, data: { tracking: null }, errors: [] });
  });

  test('[TK3] the code alone where no phone number was left', async () => {
    const { code, number } = await submitted({ email: 'mail-only@example.com' });
    expect(await track({ code })).toMatchObject({ number });
    expect(await track({ code, phoneLast4: '1111' })).toMatchObject({ number });
  });

  test('[TK3] a message needs the same, and is refused the same', async () => {
    const { code, uuid } = await submitted();
    const { message } = await write({ code: 'NOSUCHCODE', phoneLast4: '5678' }, '在吗');
    for (const key of [{ code }, { code, phoneLast4: '5679' }]) {
      expect(await write(key, '在吗')).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND', message });
    }
    expect(await company.db.prisma.contact.count({ where: { complaintId: uuid } })).toBe(0);
  });

  test('[TK4] ten wrong tries at one code are the last for an hour, from wherever they come', async () => {
    const { code } = await submitted();
    for (let n = 0; n < 12; n++) expect(await track({ code, phoneLast4: '5678' })).not.toBeNull();
    for (let n = 0; n < 9; n++) expect(await track({ code, phoneLast4: String(1000 + n) })).toBeNull();
    expect(await write({ code, phoneLast4: '1010' }, '在吗')).toMatchObject({ code: 'NOT_FOUND' });
    const [limited] = (await ask({ code, phoneLast4: '5678' })).errors;
    expect(limited?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
    expect(await write({ code, phoneLast4: '5678' }, '在吗')).toMatchObject({ code: 'RATE_LIMITED' });
    company.time.advance(HOUR + 1_000);
    expect(await track({ code, phoneLast4: '5678' })).not.toBeNull();
  });

  test('[TK4] a code that there is not looks the same', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 11; n++)
      codes.push((await ask({ code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' })).errors[0]?.extensions?.['code']);
    expect(codes.slice(9)).toEqual([undefined, 'RATE_LIMITED']);
  });
});

describe('what customers see', () => {
  test('[CO6] the texts that were sent to them, with numbers masked; no summary for colleagues', async () => {
    const { id, key } = await working();
    const told = { id, channel: 'EMAIL', toCustomer: true, summary: '我们向您道歉，请致电 13812345678。' };
    await does('driver', 'contactRecord', told);
    const { contacts } = (await track(key))!;
    expect(contacts.map(({ text }) => text)).toEqual(['我们向您道歉，请致电 138****78。', null]);
  });

  test('[TK5] by when they hear, what was said and what was promised', async () => {
    const fresh = await submitted();
    const received = await track({ code: fresh.code, phoneLast4: '5678' });
    expect(received!.limits).toMatchObject([
      { kind: 'FIRST_RESPONSE', dueAt: inHours(24), metAt: null, isLate: false },
      { kind: 'RESOLUTION', dueAt: inHours(72), metAt: null, isLate: false },
    ]);
    expect(received).toMatchObject({ contacts: [], promises: [], waitsForCustomerUntil: null });

    const { key, id } = await working();
    const now = company.time.now().toISOString();
    const dueAt = inHours(5);
    const { promise } = await does('driver', 'promiseMake', {
      complaintId: id,
      what: '换新门，致电 13812345678',
      dueAt,
    });
    expect(await track(key)).toMatchObject({
      stage: 'CONFIRMED',
      limits: [
        { kind: 'FIRST_RESPONSE', metAt: now },
        { kind: 'PROGRESS', dueAt: inHours(48) },
        { kind: 'RESOLUTION', dueAt: inHours(72) },
      ],
      contacts: [{ channel: 'PHONE', direction: 'OUTBOUND', at: now, text: null }],
      promises: [{ what: '换新门，致电 138****78', state: 'OPEN', dueAt, endedAt: null }],
    });
    await does('driver', 'promiseKeep', { id: promise.id });
    expect((await track(key))!.promises).toMatchObject([{ state: 'KEPT', endedAt: now }]);
  });

  test('[TK5] that the company waits for them, and that it is late', async () => {
    const { key, id } = await working();
    const until = inHours(24);
    await does('logistics', 'complaintHold', { id, reason: '机密：等发票', until });
    expect(await track(key)).toMatchObject({
      waitsForCustomerUntil: until,
      limits: [{ kind: 'FIRST_RESPONSE' }, { kind: 'PROGRESS', dueAt: null }, { kind: 'RESOLUTION', dueAt: null }],
    });
    await does('logistics', 'complaintResume', { id });
    company.time.advance(4 * DAY);
    await expect
      .poll(async () => (await track(key))!.limits.filter(({ isLate }) => isLate).map(({ kind }) => kind))
      .toEqual(['PROGRESS', 'RESOLUTION']);
  });

  test('[TK5] nothing that is the company’s own', async () => {
    const { key, id } = await working();
    await does('driver', 'commentAdd', { id, text: '机密：先不要告诉客户' });
    await does('logistics', 'dutyGive', {
      complaintId: id,
      departmentCode: 'warehouse',
      what: '机密：查库存',
      dueAt: inHours(3),
    });
    const { handoff } = await does('logistics', 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: '机密：不是我们的错',
    });
    await does('warehouse', 'handoffDecline', { id: handoff.id, preset: 'OTHER', reason: '机密：也不是我们的错' });
    await does('driver', 'complaintUrge', { id, message: '机密：快一点' });
    await does('driver', 'complaintEscalate', { id, reason: '机密：管不了' });
    await does('coordinator', 'complaintSupervise', { id, reason: '机密：盯住' });
    await does('logistics', 'complaintHold', { id, reason: '机密：等发票', until: inHours(20) });
    await write(key, '我的电话是 13812345678，邮箱 wang@example.com');
    const told = JSON.stringify(await track(key));
    expect(told).toContain('我的电话是 138****78');
    for (const secret of ['机密', '13812345678', 'wang@', 'warehouse', 'ESCALAT', 'DECLINED', 'CONTESTED'])
      expect(told).not.toContain(secret);
    for (const { name } of Object.values(company.members)) expect(told).not.toContain(name);
  });
});

describe('what customers write', () => {
  const TIMELINE = `query ($id: ID!) { complaint(by: { id: $id }) { firstContactAt
    timeline(first: 3) { nodes { __typename actor { __typename } ... on ContactRecorded { contact { summary channel direction by { name } } } } } } }`;
  const INBOX = '{ inbox(first: 20) { nodes { kind isWaiting complaint { id } actor { __typename } } } }';
  const inboxOf = async (person: Person, id: string) => {
    const { inbox } = await (await company.as(person)).ok<{
      inbox: { nodes: { kind: string; isWaiting: boolean; complaint: { id: string } }[] };
    }>(INBOX);
    return inbox.nodes.filter(({ kind, complaint }) => kind === 'CUSTOMER_WROTE' && complaint.id === id);
  };

  test('[TK6] it is a contact of theirs, and is told to who works on it until somebody was in touch', async () => {
    const { key, id } = await working();
    company.time.advance(1_000);
    const told = await write(key, '  什么时候来换？  ');
    expect(told.tracking.contacts[0]).toMatchObject({
      channel: 'WEB_FORM',
      direction: 'INBOUND',
      text: '什么时候来换？',
    });
    const { complaint } = await (await company.as('driver')).ok<{ complaint: object }>(TIMELINE, { id });
    expect(complaint).toMatchObject({
      timeline: {
        nodes: expect.arrayContaining([
          expect.objectContaining({
            __typename: 'ContactRecorded',
            actor: { __typename: 'CustomerActor' },
            contact: { summary: '什么时候来换？', channel: 'WEB_FORM', direction: 'INBOUND', by: null },
          }),
        ]),
      },
    });
    expect(await inboxOf('driver', id)).toMatchObject([{ isWaiting: true, actor: { __typename: 'CustomerActor' } }]);
    expect(await inboxOf('logistics', id)).toEqual([]);
    company.time.advance(1_000);
    await does('driver', 'contactRecord', { id, channel: 'PHONE', summary: '已回电' });
    expect(await inboxOf('driver', id)).toMatchObject([{ isWaiting: false }]);
  });

  test('[TK6] before anybody works on it, it goes to the heads, and meets no clock', async () => {
    const { id, code } = await submitted();
    await does('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', categoryCode: 'logistics.any' });
    const key = { code, phoneLast4: '5678' };
    await write(key, '还没有人联系我');
    expect(await inboxOf('logistics', id)).toHaveLength(1);
    expect((await track(key))!.limits).toMatchObject([
      { kind: 'FIRST_RESPONSE', metAt: null },
      { kind: 'RESOLUTION', metAt: null },
    ]);
    const { complaint } = await (await company.as('logistics')).ok<{ complaint: object }>(TIMELINE, { id });
    expect(complaint).toMatchObject({ firstContactAt: null });
  });

  test('[TK6] it ends a hold', async () => {
    const { key, id } = await working();
    await does('logistics', 'complaintHold', { id, reason: '等发票', until: inHours(24) });
    company.time.advance(HOUR);
    const { tracking } = await write(key, '发票寄出了');
    expect(tracking.waitsForCustomerUntil).toBeNull();
  });

  test('[TK6] it is taken in after the end, too', async () => {
    const { key, id } = await working();
    const skips = { id, override: true, reason: '当场解决' };
    await does('coordinator', 'complaintMove', { ...skips, toStage: 'FOLLOWING_UP' });
    await does('coordinator', 'complaintMove', { id, toStage: 'CLOSED' });
    expect(await write(key, '门又坏了')).toMatchObject({ __typename: 'TrackingMessagePayload' });
  });

  test('[TK6] it arrives once for its key, says something, and not too much', async () => {
    const { key, uuid } = await working();
    const again = { 'idempotency-key': randomUUID() };
    const first = await write(key, '谢谢', again);
    expect(await write(key, '谢谢', again)).toMatchObject({ __typename: first.__typename, cursor: first.cursor });
    expect(await write(key, '不谢', again)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await write(key, ' ')).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['text'] }] });
    expect(await write(key, '长'.repeat(2_001))).toMatchObject({ issues: [{ path: ['text'] }] });
    const where = { complaintId: uuid, direction: 'INBOUND' } as const;
    expect(await company.db.prisma.contact.count({ where })).toBe(1);
    const options = from();
    const answers: (string | undefined)[] = [];
    for (let n = 0; n < 21; n++) {
      const { data } = await tryTo(company.client(), 'trackingMessage', { ...key, text: `第 ${n} 条` }, options);
      answers.push(data?.['trackingMessage']?.code);
    }
    expect(answers.slice(19)).toEqual([undefined, 'RATE_LIMITED']);
  });
});

describe('names', () => {
  test('[TK9] steps are called what the company calls them, once it has chosen', async () => {
    const { code } = await submitted();
    const key = { code, phoneLast4: '5678' };
    const namesIn = async (language: string) => {
      const { headers } = from();
      const { data } = await ask(key, { headers: { ...headers, 'accept-language': language } });
      return data!.tracking!.steps.map(({ name }) => name);
    };
    expect(await namesIn('zh-CN')).toEqual([null, null, null, null, null, null]);
    const value = { stageName: { zh: '售后处理', en: 'After-sales' } };
    await does('admin', 'policySet', { key: 'RESOLVING', reason: '改称呼', value });
    await company.settled();
    expect((await namesIn('zh-CN'))[3]).toBe('售后处理');
    expect((await namesIn('en'))[3]).toBe('After-sales');
  });
});

describe('files', () => {
  const announced = (key: Key, file: { name: string; bytes: number }, options = from()) =>
    act(company.client(), 'trackingUploadCreate', { ...key, ...file }, options) as Promise<{
      code?: string;
      upload?: { url: string };
      issues?: { path: string[]; message: string }[];
    }>;
  const sent = (url: string, body: Buffer) =>
    company
      .client()
      .fetch(url, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: new Uint8Array(body) });

  test('[TK10] a photo comes in by a link, without where it was taken, as the customer’s', async () => {
    const { id, code } = await submitted();
    const key = { code, phoneLast4: '5678' };
    const bytes = await photo();
    const { upload } = await announced(key, { name: '裂缝.jpg', bytes: bytes.length });
    expect((await sent(upload!.url, bytes)).status).toBe(201);
    expect((await sent(upload!.url, bytes)).status).not.toBe(201);
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { attachments { nodes { name byCustomer by { name } } }
      timeline(first: 10) { nodes { __typename actor { __typename } } } } }`;
    const { complaint } = await (await company.as('coordinator')).ok<{
      complaint: { attachments: { nodes: unknown[] }; timeline: { nodes: unknown[] } };
    }>(query, { id });
    expect(complaint.attachments.nodes).toEqual([{ name: '裂缝.jpg', byCustomer: true, by: null }]);
    expect(complaint.timeline.nodes).toContainEqual({
      __typename: 'AttachmentAdded',
      actor: { __typename: 'CustomerActor' },
    });
  });

  test('[TK10] a wrong code announces nothing; what is too large, empty or a program is refused at its field', async () => {
    const { code } = await submitted();
    const key = { code, phoneLast4: '5678' };
    const file = { name: '裂缝.jpg', bytes: 1_000 };
    expect(await announced({ code, phoneLast4: '0000' }, file)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await announced({ code: 'ABCD-EFGH-JKMN-PQRS', phoneLast4: '5678' }, file)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const path = async (change: object) => (await announced(key, { ...file, ...change })).issues?.[0]?.path;
    expect(await path({ bytes: 0 })).toEqual(['bytes']);
    expect(await path({ bytes: 26 * 1024 * 1024 })).toEqual(['bytes']);
    expect(await path({ name: '裂缝.exe' })).toEqual(['name']);
    const { upload } = await announced(key, { name: '照片.jpg', bytes: 11 });
    expect((await sent(upload!.url, Buffer.from('<html></ht>'))).status).toBe(415);
  });

  test('[TK10] twenty a day', async () => {
    const { code } = await submitted();
    const key = { code, phoneLast4: '5678' };
    const told = [];
    for (let i = 0; i <= 20; i += 1) told.push(await announced(key, { name: `${i}.jpg`, bytes: 1_000 }));
    expect(told.slice(0, 20).every(({ upload }) => upload !== undefined)).toBe(true);
    expect(told[20]?.issues?.[0]?.path).toEqual(['name']);
  });
});
