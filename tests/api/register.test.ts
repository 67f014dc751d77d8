import { directoryPut } from '@redress/domain/actions/directory-put';
import { streamHead } from '@redress/domain/events/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
  await directoryPut(company.seed.system, {
    categories: [
      { code: 'safety', nameZh: '安全', nameEn: 'Safety', severity: 'URGENT', departmentCode: 'warehouse' },
      { code: 'safety.smell', parentCode: 'safety', nameZh: '异味', nameEn: 'Smell', severity: 'IMPORTANT' },
      { code: 'safety.injury', parentCode: 'safety', nameZh: '受伤', nameEn: 'Injury' },
    ],
    routingRules: [
      { nameZh: '门店投诉', nameEn: 'Stores', channel: 'STORE', departmentCode: 'service' },
      {
        nameZh: '浙江物流',
        nameEn: 'Zhejiang',
        region: '浙江',
        categoryPrefix: 'logistics',
        departmentCode: 'warehouse',
      },
      { nameZh: '冰箱', nameEn: 'Fridges', product: '冰箱', departmentCode: 'logistics' },
    ],
  });
  await company.settled();
});
afterAll(() => company.stop());

const FACTS = { subject: '冰箱没有送到', description: '约好上午，等到晚上。', channel: 'PHONE' };
const register = async (input: Record<string, unknown> = {}) =>
  act(await company.as('agent'), 'complaintRegister', { ...FACTS, ...input });

const count = async (sql: string, ...values: unknown[]) =>
  (await company.db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]!.n;

describe('registering', () => {
  test('[RG1] a complaint gets a number, a tracking code that is shown once, and stands on top of RECEIVED', async () => {
    const [first, second] = [await register(), await register()];
    expect(first.complaint.number).toMatch(/^C-\d{4}-\d{6}$/);
    expect(first.trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(first).toMatchObject({ alreadyRegistered: false, complaint: { stage: 'RECEIVED', version: 1, round: 1 } });
    expect(second.complaint.number).not.toBe(first.complaint.number);
    expect(second.complaint.position < first.complaint.position).toBe(true);
    const { id } = first.complaint;
    expect(await cardOf(await company.as('agent'), id)).toEqual(first.complaint);
  });

  test('[RG1] the tracking code is nowhere in the database', async () => {
    const { trackingCode } = await register({ demand: '今天送到' });
    const tables = ['complaint', 'complaint_text', 'event', 'audit', 'idempotency'];
    const parts = [trackingCode!, trackingCode!.replaceAll('-', '')];
    for (const table of tables) {
      for (const part of parts) expect(await count(`${table} AS t WHERE t::text ILIKE '%' || $1 || '%'`, part)).toBe(0);
    }
  });

  test('[RG1] complaints that come at once each get a number and a place of their own', async () => {
    const told = await Promise.all(Array.from({ length: 20 }, () => register()));
    expect(new Set(told.map(({ complaint }) => complaint.number)).size).toBe(20);
    expect(new Set(told.map(({ complaint }) => complaint.position)).size).toBe(20);
  });

  test.each(['coordinator', 'logistics', 'packer'] as const)('[RG1] the %s registers', async (person) => {
    const told = await act(await company.as(person), 'complaintRegister', FACTS);
    expect(told.__typename).toBe('ComplaintRegisterPayload');
  });

  test.each(['supervisor', 'auditor', 'admin'] as const)('[RG1] the %s does not', async (person) => {
    expect(await act(await company.as(person), 'complaintRegister', FACTS)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[VIS4] the registrar keeps seeing it, wherever it goes', async () => {
    const { complaint } = await register({ departmentCode: 'warehouse' });
    expect((await cardOf(await company.as('agent'), complaint.id))?.department).toEqual({ code: 'warehouse' });
    // Another department's head has never had to do with it.
    expect(await cardOf(await company.as('logistics'), complaint.id)).toBe(null);
  });
});

describe('external references', () => {
  test('[RG2] registering a reference again answers with the first complaint, and changes nothing', async () => {
    const external = { source: 'crm', id: 'A-1' };
    const first = await register({ external });
    const { head } = await streamHead(company.db);
    const again = await register({ external, subject: '另一个标题', severity: 'URGENT' });
    expect(again).toMatchObject({ alreadyRegistered: true, trackingCode: null });
    expect(again.complaint).toEqual(first.complaint);
    expect((await streamHead(company.db)).head).toBe(head);
    expect(await count('complaint WHERE "externalSource" = $1', 'crm')).toBe(1);
  });

  test('[RG2] ten at once with one reference make one complaint', async () => {
    const external = { source: 'crm', id: 'A-2' };
    const told = await Promise.all(Array.from({ length: 10 }, () => register({ external })));
    expect(new Set(told.map(({ complaint }) => complaint.id)).size).toBe(1);
    expect(told.filter(({ alreadyRegistered }) => !alreadyRegistered)).toHaveLength(1);
    expect(await count('complaint WHERE "externalId" = $1', 'A-2')).toBe(1);
  });

  test('[RG2] one id in two sources names two complaints', async () => {
    const one = await register({ external: { source: 'crm', id: 'A-3' } });
    const other = await register({ external: { source: 'shop', id: 'A-3' } });
    expect(other.complaint.id).not.toBe(one.complaint.id);
  });
});

describe('what is proposed', () => {
  test('[TR1] severity comes from the category, else from its parent, else it is GENERAL', async () => {
    const severityOf = async (categoryCode: string | null) => (await register({ categoryCode })).complaint.severity;
    expect(await severityOf('safety.smell')).toBe('IMPORTANT');
    expect(await severityOf('safety.injury')).toBe('URGENT');
    expect(await severityOf('logistics.any')).toBe('GENERAL');
    expect(await severityOf(null)).toBe('GENERAL');
  });

  test('[TR2] the first rule that matches routes, and is shown', async () => {
    const store = await register({ channel: 'STORE', about: '冰箱 BCD-520' });
    expect(store.complaint).toMatchObject({ department: { code: 'service' }, routedBy: { name: '门店投诉' } });
    const fridge = await register({ about: '冰箱 BCD-520' });
    expect(fridge.complaint).toMatchObject({ department: { code: 'logistics' }, routedBy: { name: '冰箱' } });
    const region = await register({
      categoryCode: 'logistics.any',
      customer: { phone: '13800000001', region: '浙江省杭州市' },
    });
    expect(region.complaint).toMatchObject({ department: { code: 'warehouse' }, routedBy: { name: '浙江物流' } });
  });

  test('[TR2] without a rule the category’s own department has it, else its parent’s', async () => {
    expect((await register({ categoryCode: 'logistics.any' })).complaint).toMatchObject({
      department: { code: 'logistics' },
      routedBy: null,
    });
    expect((await register({ categoryCode: 'safety.injury' })).complaint.department).toEqual({ code: 'warehouse' });
  });

  test('[TR3] what nothing matches stays unrouted, where the coordinators find it', async () => {
    const { complaint } = await register();
    expect(complaint).toMatchObject({ department: null, routedAt: null });
    expect(await cardOf(await company.as('coordinator'), complaint.id)).not.toBe(null);
  });

  test('[RG3] what is given is kept', async () => {
    const given = { categoryCode: 'safety.injury', severity: 'GENERAL', departmentCode: 'logistics', channel: 'STORE' };
    expect((await register(given)).complaint).toMatchObject({
      severity: 'GENERAL',
      department: { code: 'logistics' },
      category: { code: 'safety.injury' },
      routedBy: null,
    });
  });
});

describe('what is refused', () => {
  const future = () => new Date(company.time.now().getTime() + 60_000).toISOString();

  test.each([
    ['categoryCode', () => ({ categoryCode: 'no.such' })],
    ['departmentCode', () => ({ departmentCode: 'nowhere' })],
    ['receivedAt', () => ({ receivedAt: future() })],
    ['receivedAt', () => ({ receivedAt: '0206-11-22T09:00:00Z' })],
    ['occurredAt', () => ({ occurredAt: future() })],
    ['subject', () => ({ subject: '  ' })],
    ['description', () => ({ description: '长'.repeat(20_001) })],
  ])('[RG4] a wrong %s is refused at its field', async (path, input) => {
    const told = await register(input());
    expect(told).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: [path] }] });
    expect(told.issues[0]!.message).not.toBe('');
  });

  test('[RG4] a department that was archived takes no complaints', async () => {
    const put = (archived: boolean) =>
      directoryPut(company.seed.system, {
        departments: [{ code: 'returns', nameZh: '退货', nameEn: 'Returns', shortZh: '退', shortEn: 'Ret', archived }],
      });
    await put(false);
    await put(true);
    await company.settled();
    expect(await register({ departmentCode: 'returns' })).toMatchObject({ issues: [{ path: ['departmentCode'] }] });
  });

  test('[RG4] a complaint may have been received before it is written down; its clocks start then', async () => {
    const receivedAt = new Date(company.time.now().getTime() - 3_600_000).toISOString();
    const { complaint } = await register({ receivedAt });
    expect(complaint.receivedAt).toBe(receivedAt);
  });
});

describe('customers', () => {
  const customerOf = async (complaintId: string) => {
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { customer { id name phone email } } }`;
    const client = await company.as('coordinator');
    const { complaint } = await client.ok<{ complaint: { customer: { id: string } | null } }>(query, {
      id: complaintId,
    });
    return complaint.customer;
  };
  const customerIdOf = async (customer: Record<string, unknown>) =>
    (await customerOf((await register({ customer })).complaint.id))?.id;

  test('[RG5] one phone number, however it is written, is one customer', async () => {
    const first = await customerIdOf({ name: '王敏', phone: '138 1234-5678' });
    expect(await customerIdOf({ name: '王女士', phone: '13812345678' })).toBe(first);
    expect(await customerIdOf({ name: '王敏', phone: '13812345679' })).not.toBe(first);
  });

  test('[RG5] without a phone number the e-mail address decides, whatever its case', async () => {
    const first = await customerIdOf({ email: 'Wang@Example.com' });
    expect(await customerIdOf({ email: ' wang@example.com ' })).toBe(first);
  });

  test('[RG5] a name alone names nobody, and no customer is none', async () => {
    expect(await customerIdOf({ name: '王敏' })).not.toBe(await customerIdOf({ name: '王敏' }));
    expect(await customerOf((await register()).complaint.id)).toBe(null);
  });

  test('[VIS5] personal data is masked in every field', async () => {
    const { complaint } = await register({
      customer: { name: '欧阳锋利', phone: '13912345678', email: 'feng@example.com' },
    });
    expect(await customerOf(complaint.id)).toMatchObject({
      name: '欧**',
      phone: '139****78',
      email: 'f***@example.com',
    });
  });
});

describe('the public form', () => {
  const TRACK =
    'query ($code: String!) { tracking(code: $code, phoneLast4: "0002") { number subject stage department steps { stage reachedAt } } }';
  const track = async (code: string) =>
    (await company.client().ok<{ tracking: Record<string, unknown> | null }>(TRACK, { code })).tracking;
  const submit = (input: Record<string, unknown>) =>
    act(company.client(), 'complaintSubmit', { subject: '沙发有异味', description: '三天了还有味道', ...input });

  test('[RG6] takes a complaint in from anybody, whom one can answer', async () => {
    const told = await submit({ customer: { phone: '13700000001' } });
    expect(told).toMatchObject({ __typename: 'ComplaintSubmitPayload', number: expect.stringMatching(/^C-/) });
    for (const customer of [{}, { name: '王敏' }, { phone: '  ' }]) {
      expect(await submit({ customer })).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['customer'] }] });
    }
    expect(await submit({ customer: { email: 'nonsense' } })).toMatchObject({
      issues: [{ path: ['customer', 'email'] }],
    });
  });

  test('[RG6] the code shows the customer the steps of their complaint, however it is written', async () => {
    const { trackingCode, number } = await submit({ customer: { phone: '13700000002' } });
    const expected = { number, subject: '沙发有异味', stage: 'RECEIVED' };
    expect(await track(trackingCode!)).toMatchObject(expected);
    expect(await track(` ${trackingCode!.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject(expected);
    expect(await track('0000-0000-0000-0000')).toBe(null);
    expect(await track('')).toBe(null);
  });

  test('[RG6] tries are limited by address', async () => {
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push(await submit({ customer: { phone: '13700000003' } }));
    const limited = answers.filter(({ __typename }) => __typename === 'RateLimitedError');
    expect(limited.length).toBeGreaterThan(0);
    expect(answers.at(-1)).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  });
});
