import { createHmac } from 'node:crypto';
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import { encodeId } from '@redress/schema/ids';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, headerOf, startMailServer } from '../testkit/mail-server.ts';
import type { TestMailServer } from '../testkit/mail-server.ts';
import { startSmsServer } from '../testkit/sms-server.ts';
import type { TestSmsServer } from '../testkit/sms-server.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;
const SECRET = 'what the gateway knows';

let mail: TestMailServer;
let sms: TestSmsServer;
let company: Company;
beforeAll(async () => {
  [mail, sms] = await Promise.all([startMailServer(), startSmsServer()]);
  company = await startCompany({
    trustProxy: true,
    mail: { url: mail.url, from: 'Redress <redress@example.com>' },
    sms: { url: sms.url, secret: SECRET },
    publicOrigins: ['https://redress.example.com'],
  });
});
afterEach(() => {
  mail.mails = [];
  mail.refuses = {};
  sms.calls = [];
  sms.answers = [];
});
afterAll(async () => {
  await company.stop();
  await Promise.all([mail.stop(), sms.stop()]);
});

let customers = 0;
const from = () => ({
  headers: { 'x-forwarded-for': `198.51.100.${(customers += 1)}`, origin: 'https://redress.example.com' },
});

const does = async (person: Person, mutation: string, input: Record<string, unknown>) => {
  const told = await act(await company.as(person), mutation, input);
  if (told.code !== undefined) throw new Error(`${mutation}: ${told.code} ${told.message}`);
  return told;
};

/** A complaint that its customer submitted; nothing has gone out yet. */
async function submitted(
  customer: Record<string, unknown>,
  words = { subject: '门关不上', description: '装好就关不上。' },
) {
  const { number, trackingCode, code, message } = await act(
    company.client(),
    'complaintSubmit',
    { ...words, customer },
    from(),
  );
  if (code !== undefined) throw new Error(`${code} ${message}`);
  const { id: uuid } = await company.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } });
  return { number, uuid, id: encodeId('Complaint', uuid), code: trackingCode! };
}

const send = () => company.app.deliveries.runDue();
/** Lets what waits for its time (by the database's clock) or for its next attempt have it at once. */
async function sendAgain(): Promise<void> {
  await company.db.pool.query(`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    FROM graphile_worker.jobs HAVING count(*) > 0`);
  await send();
}

const MESSAGES = `query ($id: ID!) { complaint(by: { id: $id }) {
  customerMessages(first: 20) { nodes { point round state via attempts problem } }
  timeline(first: 50) { nodes { __typename ... on CustomerMessageSent { message { point via } } } } } }`;
interface Told {
  customerMessages: {
    nodes: {
      point: string;
      state: string;
      via: string | null;
      attempts: number;
      problem: string | null;
      round: number;
    }[];
  };
  timeline: { nodes: { __typename: string; message?: { point: string; via: string } }[] };
}
const look = async (id: string) =>
  (await (await company.as('coordinator')).ok<{ complaint: Told }>(MESSAGES, { id })).complaint;
const messagesOf = async (id: string) => (await look(id)).customerMessages.nodes;

/** Taken on by logistics. */
async function claimed(id: string): Promise<void> {
  await does('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', categoryCode: 'logistics.any' });
  await does('logistics', 'complaintClaim', { id });
}

describe('by e-mail and text message', () => {
  test('[CN1] what was received is told with the change; [CN6] its link opens the page and nothing stays of the code', async () => {
    const { id, uuid, number, code } = await submitted({ email: 'chen@example.com', phone: '13812345678' });
    const [queued] = await company.db.prisma.customerMessage.findMany({ where: { complaintId: uuid } });
    expect(queued).toMatchObject({ point: 'RECEIVED', state: 'QUEUED', via: null });
    expect(queued!.sealedCode).not.toBeNull();
    expect(JSON.stringify(queued)).not.toContain(code);
    await send();
    expect(mail.mails).toHaveLength(1);
    const [{ to, raw }] = mail.mails as [{ to: string[]; raw: string }];
    expect(to).toEqual(['chen@example.com']);
    expect(headerOf(raw, 'subject')).toBe(`${number} 已收到`);
    expect(bodyOf(raw)).toContain(`https://redress.example.com/t#${code}`);
    for (const word of ['关不上', '13812345678', 'chen@']) expect(bodyOf(raw)).not.toContain(word);
    expect(await messagesOf(id)).toEqual([
      { point: 'RECEIVED', round: 1, state: 'SENT', via: 'EMAIL', attempts: 1, problem: null },
    ]);
    const { sealedCode } = await company.db.prisma.customerMessage.findUniqueOrThrow({ where: { id: queued!.id } });
    expect(sealedCode).toBeNull();
    expect(sms.calls).toEqual([]);
    await sendAgain();
    expect(mail.mails).toHaveLength(1);
  });

  test('[CN3] a text message goes to who left a number alone, signed', async () => {
    const { number, code, id } = await submitted({ phone: '13912345678' });
    await send();
    expect(sms.calls).toHaveLength(1);
    const [call] = sms.calls;
    const body = JSON.parse(call!.body) as { id: string; to: string; locale: string; text: string };
    expect(body).toMatchObject({ locale: 'zh-CN', to: expect.stringContaining('13912345678') });
    expect(body.text).toContain(number);
    expect(body.text).toContain(`/t#${code}`);
    const at = call!.headers['redress-timestamp'];
    expect(call!.headers['redress-signature']).toBe(
      createHmac('sha256', SECRET)
        .update(`${String(at)}.${call!.body}`)
        .digest('hex'),
    );
    expect(await messagesOf(id)).toMatchObject([{ state: 'SENT', via: 'SMS' }]);
  });

  test('[CN5] that they were told is an event; a gateway that is down is asked again, one that refuses is not', async () => {
    const later = await submitted({ phone: '13812340001' });
    sms.answers = [503];
    await send();
    expect(await messagesOf(later.id)).toMatchObject([{ state: 'QUEUED', attempts: 1, problem: 'SMS_FAULT' }]);
    await sendAgain();
    expect(await messagesOf(later.id)).toMatchObject([{ state: 'SENT', attempts: 2, problem: null }]);
    const [first, second] = sms.calls.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(first).toBe(second);
    const told = (await look(later.id)).timeline.nodes.filter(({ __typename }) => __typename === 'CustomerMessageSent');
    expect(told).toMatchObject([{ message: { point: 'RECEIVED', via: 'SMS' } }]);
    const never = await submitted({ phone: '13812340002' });
    sms.answers = [400];
    await send();
    expect(await messagesOf(never.id)).toMatchObject([{ state: 'FAILED', attempts: 1, problem: 'SMS_REFUSED' }]);
    expect((await look(never.id)).timeline.nodes.map(({ __typename }) => __typename)).toContain(
      'CustomerMessageFailed',
    );
    mail.refuses = { 'gone@example.com': 550 };
    const gone = await submitted({ email: 'gone@example.com' });
    await send();
    expect(await messagesOf(gone.id)).toMatchObject([{ state: 'FAILED', problem: 'RECIPIENT_REFUSED' }]);
  });

  test('[CN7] in the language that was named, else in that of the words; [CN6] without the code, which is asked for', async () => {
    const words = { subject: 'The door does not close', description: 'Since it was delivered.' };
    const english = await submitted({ phone: '13812340003' }, words);
    const named = await submitted({ phone: '13812340004', locale: 'EN' });
    await send();
    for (const { body } of sms.calls) expect(JSON.parse(body)).toMatchObject({ locale: 'en' });
    sms.calls = [];
    await claimed(english.id);
    await send();
    expect(sms.calls).toHaveLength(1);
    const { text } = JSON.parse(sms.calls[0]!.body) as { text: string };
    expect(text).toContain('https://redress.example.com/t');
    expect(text).not.toContain('#');
    expect(await messagesOf(named.id)).toHaveLength(1);
  });
});

describe('from beginning to end', () => {
  test('[CN2] each point once a round, though it is claimed twice; [CN4] nothing of what is over', async () => {
    const { id, uuid, code } = await submitted({ phone: '13812345670' });
    await claimed(id);
    await does('coordinator', 'complaintRoute', { id, departmentCode: 'warehouse' });
    await does('warehouse', 'complaintClaim', { id });
    await sendAgain();
    expect((await messagesOf(id)).map(({ point, state }) => `${point} ${state}`)).toEqual([
      'TAKEN_ON SENT',
      'TAKEN_ON OBSOLETE',
      'RECEIVED SENT',
    ]);
    const offer = { kind: 'GOODWILL', what: '补偿二十元', amountMinor: 2_000 };
    const { resolution } = await does('warehouse', 'resolutionPropose', { complaintId: id, ...offer });
    await does('warehouse', 'resolutionOffer', { ids: [resolution.id] });
    const contact = { channel: 'PHONE', direction: 'OUTBOUND', summary: '已联系', confirmsFacts: true };
    await does('warehouse', 'contactRecord', { id, ...contact });
    await sendAgain();
    for (const toStage of ['RESOLVING', 'FOLLOWING_UP'])
      await does('coordinator', 'complaintMove', { id, toStage, reason: '处理完毕', override: true });
    // Both reminders fell due while the clock stood still: they are one.
    company.time.advance(31 * HOUR);
    await complaintsWake(company.seed.system, [uuid]);
    await sendAgain();
    const key = { code, phoneLast4: '5670' };
    await act(company.client(), 'surveyAnswer', { ...key, outcomeScore: 2, handlingScore: 4 }, from());
    await sendAgain();
    expect((await messagesOf(id)).map(({ point, state, round }) => `${round} ${point} ${state}`)).toEqual([
      '2 REOPENED SENT',
      '1 SURVEY_REMINDED SENT',
      '1 SURVEY_ASKED SENT',
      '1 RESOLUTION_OFFERED SENT',
      '1 TAKEN_ON SENT',
      '1 TAKEN_ON OBSOLETE',
      '1 RECEIVED SENT',
    ]);
    expect(sms.calls).toHaveLength(6);
  });

  test('[CN4] not to who was erased or answered meanwhile; [CN1] not about imports and nobody', async () => {
    const { id, uuid } = await submitted({ phone: '13812340005' });
    const { customerId } = await company.db.prisma.complaint.findUniqueOrThrow({ where: { id: uuid } });
    await company.db.prisma.customer.update({
      where: { id: customerId! },
      data: { erasedAt: new Date(), phone: null },
    });
    await sendAgain();
    expect(await messagesOf(id)).toMatchObject([{ state: 'FAILED', problem: 'NO_ADDRESS' }]);
    const anonymous = await company.seed.complaint({ customer: null }).routed('logistics').claimed();
    expect(await messagesOf(anonymous.id)).toEqual([]);
    expect(sms.calls).toEqual([]);
  });

  test('[CN8] while replies are held, what goes further than having it waits', async () => {
    const { id, uuid } = await submitted({ phone: '13812340006' });
    await claimed(id);
    const { resolution } = await does('logistics', 'resolutionPropose', {
      complaintId: id,
      kind: 'APOLOGY',
      what: '致歉',
    });
    await does('logistics', 'resolutionOffer', { ids: [resolution.id] });
    const hold = (repliesHeldAt: Date | null) =>
      company.db.prisma.complaint.update({ where: { id: uuid }, data: { repliesHeldAt } });
    await hold(new Date());
    await sendAgain();
    const stands = async () => (await messagesOf(id)).map(({ point, state }) => `${point} ${state}`);
    expect(await stands()).toEqual(['RESOLUTION_OFFERED QUEUED', 'TAKEN_ON SENT', 'RECEIVED SENT']);
    await hold(null);
    await sendAgain();
    expect(await stands()).toEqual(['RESOLUTION_OFFERED SENT', 'TAKEN_ON SENT', 'RECEIVED SENT']);
  });

  test('[CN9] a message is no contact: the clocks that ask for a person run on', async () => {
    const { id } = await submitted({ phone: '13812340007' });
    await claimed(id);
    await sendAgain();
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { contacts { nodes { id } }
      deadlines(first: 20) { nodes { kind state } } } }`;
    const { complaint } = await (await company.as('coordinator')).ok<{
      complaint: { contacts: { nodes: unknown[] }; deadlines: { nodes: { kind: string; state: string }[] } };
    }>(query, { id });
    expect(complaint.contacts.nodes).toEqual([]);
    expect(complaint.deadlines.nodes).toContainEqual({ kind: 'FIRST_RESPONSE', state: 'OPEN' });
  });

  test('[CN7] the words are a policy: what is off is not said, and new words are said', async () => {
    const set = (key: string, value: Record<string, unknown>) =>
      act(company.client(), 'policySet', { key, reason: '试行', value: { customerMessage: value } });
    const admin = await company.as('admin');
    const change = (key: string, value: Record<string, unknown>) =>
      act(admin, 'policySet', { key, reason: '试行', value: { customerMessage: value } });
    expect(await set('RECEIVED', { isOn: true, zh: '好', en: 'ok' }).catch(() => null)).toBeNull();
    const wrong = await change('RECEIVED', { isOn: true, zh: '{subject}', en: 'ok' });
    expect(wrong.issues[0]?.path).toEqual(['value', 'customerMessage', 'zh']);
    await change('RECEIVED', { isOn: true, zh: '收到 {number}', en: 'We have {number}' });
    await change('TAKEN_ON', { isOn: false, zh: '受理 {number}', en: 'We are on {number}' });
    await company.settled();
    const { id, number } = await submitted({ phone: '13812340008' });
    await claimed(id);
    await sendAgain();
    expect(sms.calls.map(({ body }) => (JSON.parse(body) as { text: string }).text)).toEqual([`收到 ${number}`]);
  });
});

describe('without a way out', () => {
  test('[CN3] it says that there is none, and nothing is tried', async () => {
    const poor = await startCompany();
    try {
      const complaint = await poor.seed
        .complaint({
          customer: { name: '陈', phone: '13812340009', email: null, region: null, tier: null, group: null },
        })
        .routed('logistics')
        .claimed();
      await poor.app.deliveries.runDue();
      const { complaint: found } = await (await poor.as('coordinator')).ok<{ complaint: Told }>(MESSAGES, {
        id: complaint.id,
      });
      expect(found.customerMessages.nodes).toMatchObject([
        { point: 'TAKEN_ON', state: 'FAILED', problem: 'SMS_NOT_CONFIGURED', attempts: 0 },
        { point: 'RECEIVED', state: 'FAILED', problem: 'SMS_NOT_CONFIGURED', attempts: 0 },
      ]);
      expect(found.timeline.nodes.map(({ __typename }) => __typename)).not.toContain('CustomerMessageFailed');
    } finally {
      await poor.stop();
    }
  });
});
