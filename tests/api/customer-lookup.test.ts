import { customerLookup } from '@redress/domain/actions/customer-lookup';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { putInStage } from '../testkit/put-in-stage.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Case {
  number: string;
  subject: string;
  stage: string;
  isReopened: boolean;
  isBreached: boolean;
  department: { code: string } | null;
  complaint: { number: string } | null;
}

interface Found {
  __typename: string;
  code: string;
  message: string;
  retryAfterSeconds: number;
  issues: { path: string[] }[];
  customers: { name: string; phone: string; email: string; region: string; tier: string }[];
  cases: Case[];
  totalCount: number;
}

const LOOK_UP = `query ($by: CustomerLookupBy!) { customerLookup(by: $by) { __typename
  ... on CustomerLookup {
    customers { name phone email region tier }
    cases { number subject kind severity stage category { code } department { code } receivedAt closedAt isReopened isBreached
      complaint { number } }
    totalCount
  }
  ... on UserError { code message }
  ... on InvalidInputError { issues { path } }
  ... on RateLimitedError { retryAfterSeconds }
} }`;

const lookUp = async (client: Client, by: Record<string, string>) =>
  (await client.ok<{ customerLookup: Found }>(LOOK_UP, { by })).customerLookup;

let calls = 0;
const newPhone = () => `1391000${String(++calls).padStart(4, '0')}`;
const CALLER = { name: '王敏', email: null, region: '杭州', tier: '金卡', group: null };
const complain = (phone: string | null, facts: Record<string, unknown> = {}) =>
  company.seed.complaint({ customer: { ...CALLER, phone }, ...facts });

describe('finding the caller', () => {
  test('[LK1] who takes complaints in finds them by the number, however it is written', async () => {
    const phone = newPhone();
    const { number } = await complain(`+86 ${phone.slice(0, 3)} ${phone.slice(3)}`).routed('logistics');
    for (const written of [phone, `0086${phone}`, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`]) {
      const found = await lookUp(await company.as('agent'), { phone: written });
      expect(found.cases.map((one) => one.number)).toEqual([number]);
    }
    for (const person of ['coordinator', 'supervisor', 'packer', 'logistics'] satisfies Person[])
      expect(await lookUp(await company.as(person), { phone })).toMatchObject({ totalCount: 1 });
  });

  test.each(['auditor', 'admin'] as const)('[LK1] the %s does not', async (person) => {
    expect(await lookUp(await company.as(person), { phone: newPhone() })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[LK1] a token that may act finds them, one that only reads does not', async () => {
    const [acts, reads] = [
      company.client().withToken(await company.seed.token('phones', ['ACT'])),
      company.client().withToken(await company.seed.token('reader', ['READ'])),
    ];
    expect(await lookUp(acts, { phone: newPhone() })).toMatchObject({ __typename: 'CustomerLookup', totalCount: 0 });
    expect(await lookUp(reads, { phone: newPhone() })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[LK1] by the e-mail address, whatever its case', async () => {
    const { number } = await complain(null, { customer: { ...CALLER, phone: null, email: 'min.wang@example.com' } });
    const found = await lookUp(await company.as('agent'), { email: ' Min.Wang@Example.com' });
    expect(found.cases.map((one) => one.number)).toEqual([number]);
  });

  test('[LK2] a part of a number finds nobody, and too little is said at its field', async () => {
    const phone = newPhone();
    await complain(phone);
    const agent = await company.as('agent');
    for (const part of [phone.slice(0, 10), phone.slice(1), `${phone}0`])
      expect(await lookUp(agent, { phone: part })).toMatchObject({ customers: [], cases: [], totalCount: 0 });
    const wrong: Record<string, string>[] = [{ phone: '139' }, { email: 'wang' }, { orderNumber: '订单' }];
    for (const by of wrong) {
      const refused = await lookUp(agent, by);
      expect(refused.issues).toMatchObject([{ path: ['by', Object.keys(by)[0]] }]);
    }
    const both = await lookUp(agent, { phone, email: 'min.wang@example.com' });
    expect(both.issues).toMatchObject([{ path: ['by'] }]);
  });

  test('[LK3] by the order that a complaint is about, whoever complained', async () => {
    const one = await complain(newPhone(), { about: '订单 YL-40429013，护理床' });
    const other = await complain(newPhone(), { about: 'yl40429013', customer: { ...CALLER, phone: newPhone() } });
    await complain(newPhone(), { about: '订单 YL-40429014' });
    const found = await lookUp(await company.as('agent'), { orderNumber: 'yl-40429013' });
    expect(found.cases.map(({ number }) => number).sort()).toEqual([one.number, other.number].sort());
    expect(found.customers).toHaveLength(2);
    expect(await lookUp(await company.as('agent'), { orderNumber: '40429013' })).toMatchObject({ totalCount: 0 });
  });

  test('[LK4] the customer is masked, and so are the numbers in what a case is about', async () => {
    const phone = newPhone();
    await complain(phone, { subject: `回电 ${phone} 说没送到` }).routed('warehouse');
    const found = await lookUp(await company.as('agent'), { phone });
    expect(found.customers).toEqual([
      { name: '王**', phone: `${phone.slice(0, 3)}****${phone.slice(-2)}`, email: null, region: '杭州', tier: '金卡' },
    ]);
    expect(JSON.stringify(found)).not.toContain(phone);
    expect(found.cases[0]).toMatchObject({ department: { code: 'warehouse' }, complaint: null, isBreached: false });
    expect((await lookUp(await company.as('packer'), { phone })).cases[0]?.complaint).not.toBe(null);
  });

  test('[LK4] all cases: open ones first, each the newest first, those that were opened again marked', async () => {
    const phone = newPhone();
    const at = (hour: number) => new Date(company.time.now().getTime() - hour * 3_600_000);
    const oldest = await complain(phone, { receivedAt: at(30) }).routed('logistics');
    const closed = await complain(phone, { receivedAt: at(20) }).routed('logistics');
    const newest = await complain(phone, { receivedAt: at(10) }).routed('logistics');
    await putInStage(company.db, [closed.uuid], 'CLOSED');
    await company.db.pool.query(`UPDATE "complaint" SET "round" = 2 WHERE "id" = $1`, [oldest.uuid]);
    const { cases, totalCount } = await lookUp(await company.as('agent'), { phone });
    expect(cases.map(({ number }) => number)).toEqual([newest.number, oldest.number, closed.number]);
    expect(cases.map(({ isReopened }) => isReopened)).toEqual([false, true, false]);
    expect(totalCount).toBe(3);
  });

  test('[LK4] two customers of one name stay two', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    await complain(phone);
    await complain(other);
    expect(await lookUp(await company.as('agent'), { phone })).toMatchObject({ totalCount: 1 });
  });
});

describe('beside a complaint', () => {
  const others = async (person: Person, id: string) =>
    (
      await (
        await company.as(person)
      ).ok<{ complaint: { otherCases: unknown[] } | null }>(
        'query ($id: ID!) { complaint(by: { id: $id }) { otherCases { number stage complaint { subject } } } }',
        { id },
      )
    ).complaint?.otherCases;

  test('[LK9] the other cases of the customer stand, in full for who sees them; nobody is joined by a name', async () => {
    const phone = newPhone();
    const mine = await complain(phone, { subject: '冰箱没到' }).routed('logistics');
    const theirs = await complain(phone, { subject: '差价没退' }).routed('warehouse');
    await complain(newPhone(), { subject: '同名的另一位' }).routed('logistics');
    const inFull = { number: theirs.number, stage: 'RECEIVED', complaint: { subject: '差价没退' } };
    expect(await others('logistics', mine.id)).toEqual([{ ...inFull, complaint: null }]);
    expect(await others('coordinator', mine.id)).toEqual([inFull]);
    expect(await others('warehouse', mine.id)).toBe(undefined);
    const alone = await company.seed.complaint({ customer: { ...CALLER, phone: null } }).routed('logistics');
    expect(await others('logistics', alone.id)).toEqual([]);
  });
});

describe('what is kept of it', () => {
  const lookups = async () => {
    const { rows } = await company.db.pool.query<{
      principalId: string;
      payload: Record<string, unknown>;
      audit: string;
    }>(
      `SELECT a."principalId", e."payload", a::text AS "audit" FROM "audit" AS a JOIN "event" AS e ON e."changeId" = a."changeId"
        WHERE a."action" = 'customerLookup' ORDER BY e."seq"`,
    );
    return rows;
  };

  test('[LK5] each look is on record, one that finds nobody too, and never the number', async () => {
    const phone = newPhone();
    await complain(phone);
    const before = (await lookups()).length;
    const driver = await company.as('driver');
    await lookUp(driver, { phone });
    await lookUp(driver, { phone: newPhone() });
    await lookUp(driver, { phone: '1' });
    const told = (await lookups()).slice(before);
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { by: 'PHONE', complaints: 1 },
      { by: 'PHONE', complaints: 0, customerIds: [] },
    ]);
    expect(told.every(({ principalId }) => principalId === company.members.driver.id)).toBe(true);
    expect(JSON.stringify(told)).not.toContain(phone);
    const trail = await (await company.as('auditor')).ok<{ audit: { nodes: { action: string }[] } }>(
      '{ audit(filter: { action: "customerLookup" }, first: 2) { nodes { action } } }',
    );
    expect(trail.audit.nodes.map(({ action }) => action)).toEqual(['customerLookup', 'customerLookup']);
  });

  test('[LK5] a number stands in no address', async () => {
    const agent = await company.as('agent');
    const query = '{ customerLookup(by: { phone: "13800000000" }) { __typename } }';
    expect((await agent.fetch(`/graphql?query=${encodeURIComponent(query)}`)).status).toBe(405);
  });

  test('[LK5] who looks too often waits; others do not', async () => {
    const deputy = await company.as('deputy');
    for (let i = 0; i < 60; i += 1) expect((await lookUp(deputy, { phone: newPhone() })).totalCount).toBe(0);
    const refused = await lookUp(deputy, { phone: newPhone() });
    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect(await lookUp(await company.as('packer'), { phone: newPhone() })).toMatchObject({ totalCount: 0 });
    company.time.advance(refused.retryAfterSeconds * 1000);
    expect(await lookUp(deputy, { phone: newPhone() })).toMatchObject({ totalCount: 0 });
  });
});

test('[LK6] among 100,000 customers a caller is found by indexes', async () => {
  const { pool } = company.db;
  await complain('13700000000', { about: '订单 YL-99990000' });
  await pool.query(`INSERT INTO "customer" ("id", "phone", "email", "createdAt")
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '136' || lpad(n::text, 8, '0'), 'c' || n || '@example.com', now() FROM generate_series(1, 100000) AS n`);
  await pool.query(`WITH made AS (
      INSERT INTO "complaint" SELECT r.* FROM (SELECT one AS whole FROM "complaint" AS one ORDER BY one."id" LIMIT 1) AS c
        CROSS JOIN generate_series(1, 20000) AS n
        CROSS JOIN LATERAL jsonb_populate_record(c.whole, jsonb_build_object('id', gen_random_uuid(), 'number', 'X-' || n,
          'position', 'zz' || lpad(n::text, 8, '0'), 'trackingHash', NULL, 'externalId', NULL, 'customerId', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid)) AS r
      RETURNING "id", "number")
    INSERT INTO "complaint_search" ("complaintId", "tokens") SELECT "id", ARRAY(SELECT 'word' || g FROM generate_series(1, 30) AS g) || ('#' || "number") FROM made`);
  const owner = createDatabase({ connectionString: company.ownerUrl, max: 1 });
  await owner.pool.query('VACUUM (ANALYZE)');
  await owner.close();
  const asked: { text: string; values: unknown[] }[] = [];
  const query = (statement: string | { text: string; values: unknown[] }, values: unknown[] = []) => {
    asked.push(typeof statement === 'string' ? { text: statement, values } : statement);
    return pool.query(statement as string, typeof statement === 'string' ? values : undefined);
  };
  const db = new Proxy(company.db, {
    get: (target, key) =>
      key === 'pool'
        ? new Proxy(pool, { get: (p, k) => (k === 'query' ? query : p[k as 'query']) })
        : target[key as keyof Database],
  });
  const ctx = { ...company.seed.as(company.members.agent), db };
  for (const name of [{ phone: '13700000000' }, { email: 'c77@example.com' }, { orderNumber: 'YL99990000' }])
    await customerLookup(ctx, name);
  const reads = asked.filter(({ text }) => /FROM "(customer|complaint|complaint_search)"/.test(text));
  expect(reads.length).toBeGreaterThanOrEqual(7);
  for (const { text, values } of reads) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan, text).not.toMatch(/Seq Scan on (customer|complaint|complaint_search) /);
  }
});
