import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIXTURES, SAMPLE, SAMPLE_ROWS, longSample, mappingLike, openDesk } from './desk.ts';
import type { ImportDesk } from './desk.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('bringing complaints in', () => {
  test('[IM1] the shipped mapping brings a row in as its columns say', async () => {
    expect(await desk.run(SAMPLE, '--mapping', 'cfpb')).toMatchObject({ code: 0, err: '' });
    const { rows } = await desk.db.pool.query(
      `SELECT c."channel", c."stage", c."severity", c."categoryCode", c."receivedAt", c."claimedAt", c."closedAt", c."history",
         d."code" AS "department", t."subject", t."description", t."about", cu."region", cu."name"
       FROM "complaint" c JOIN "complaint_text" t ON t."complaintId" = c."id" JOIN "customer" cu ON cu."id" = c."customerId"
       JOIN "department" d ON d."id" = c."departmentId" WHERE c."externalSource" = 'cfpb' AND c."externalId" = '9000001'`,
    );
    expect(rows).toEqual([
      {
        channel: 'WEB_FORM',
        stage: 'CLOSED',
        severity: 'GENERAL',
        categoryCode: 'cfpb.debt-collection.medical',
        receivedAt: new Date('2014-11-03T17:00:00Z'),
        claimedAt: new Date('2014-11-03T17:00:00Z'),
        closedAt: new Date('2014-11-03T17:00:00Z'),
        history: true,
        department: 'consumer-response',
        subject: 'Disclosure verification of debt — Right to dispute notice not received',
        description:
          'A consumer in OH complains to Harbor Lane Recovery, LLC about Debt collection (Medical): Disclosure verification of debt, ' +
          "namely: Right to dispute notice not received. The company's answer so far: Closed with explanation. It came in time: Yes.",
        about: 'Harbor Lane Recovery, LLC',
        region: 'OH',
        name: null,
      },
    ]);
  });

  test('[IM1] an old Chinese system comes in by a mapping of its own, from GB18030', async () => {
    const mapping = `${FIXTURES}/retail.json`;
    expect(await desk.run(`${FIXTURES}/retail-gb18030.csv`, '--mapping', mapping)).toMatchObject({ code: 0, err: '' });
    const { rows } = await desk.db.pool.query(
      `SELECT c."externalId", c."channel", c."severity", c."stage", c."categoryCode", c."receivedAt", c."closedAt", c."history",
         t."subject", t."description", t."demand", cu."name", cu."phone"
       FROM "complaint" c JOIN "complaint_text" t ON t."complaintId" = c."id" JOIN "customer" cu ON cu."id" = c."customerId"
       ORDER BY c."externalId"`,
    );
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      externalId: 'W-0001',
      channel: 'PHONE',
      severity: 'URGENT',
      stage: 'INVESTIGATING',
      categoryCode: 'old.配送',
      receivedAt: new Date('2026-03-02T00:15:00Z'),
      closedAt: null,
      history: false,
      subject: '冰箱改期三次仍未送到',
      description: '约好上午送，等到晚上没人来电话，说车坏了。\n第二天又说仓库没货。',
      demand: '今天必须送到，另赔一天误工费',
      name: '陈雨桐',
      phone: '13900000001',
    });
    expect(rows[4]).toMatchObject({ channel: 'LETTER', stage: 'CONFIRMED', severity: 'IMPORTANT' });
    expect(rows[5]).toMatchObject({ severity: 'GENERAL', stage: 'RECEIVED' });
  });

  test('[IM2] a second run ends with the same complaints', async () => {
    const first = await desk.run(SAMPLE, '--mapping', 'cfpb');
    expect(first.out).toContain(`${SAMPLE_ROWS} added, 0 known already, 0 rejected`);
    const head = () => desk.db.pool.query('SELECT "head" FROM "stream"').then(({ rows }) => rows[0]);
    const before = await head();
    const second = await desk.run(SAMPLE, '--mapping', 'cfpb');
    expect(second.code).toBe(0);
    expect(second.out).toContain(`0 added, ${SAMPLE_ROWS} known already, 0 rejected`);
    expect(await desk.count('"complaint"')).toBe(SAMPLE_ROWS);
    expect(await head()).toEqual(before);
  });

  test('[IM3] commits are as small as they were asked for, and all their events are in the log', async () => {
    await desk.run(SAMPLE, '--mapping', 'cfpb', '--batch', '7');
    const { rows } = await desk.db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "event" WHERE "type" = 'ComplaintRegistered' GROUP BY "recordedAt" ORDER BY min("seq")`,
    );
    expect(Math.max(...rows.map(({ n }) => n))).toBeLessThanOrEqual(7);
    const { rows: gaps } = await desk.db.pool.query(
      `SELECT "seq" FROM (SELECT "seq", lag("seq", 1, 0::bigint) OVER (ORDER BY "seq") AS "before" FROM "event") e WHERE "seq" <> "before" + 1`,
    );
    expect(gaps).toEqual([]);
    const open = await desk.count(`"complaint" WHERE "stage" <> 'RECEIVED'`);
    expect(await desk.count(`"event" WHERE "type" = 'ComplaintMoved'`)).toBe(open);
  });

  test('[IM4] history is recorded with the times of the file, and none of its clocks will be published', async () => {
    await desk.run(SAMPLE, '--mapping', 'cfpb');
    expect(await desk.count(`"deadline" WHERE "silent"`)).toBe(SAMPLE_ROWS * 3);
    expect(await desk.count(`"deadline" WHERE NOT "silent" OR "breachPublishedAt" IS NOT NULL`)).toBe(0);
    expect(await desk.count(`"event" WHERE "type" = 'DeadlineBreached'`)).toBe(0);
    expect(
      await desk.count(`"complaint" WHERE "isBreached" OR "stageSince" > '2014-12-01' OR "routedAt" > '2014-12-01'`),
    ).toBe(0);
    expect(
      await desk.count(
        `"deadline" WHERE "state" <> 'OPEN' AND ("metAt" > '2014-12-01' OR ("state" = 'ENDED' AND "endedAt" > '2014-12-01'))`,
      ),
    ).toBe(0);
    expect(
      await desk.count(
        `"deadline" JOIN "complaint" c ON c."id" = "complaintId" WHERE c."stage" = 'CLOSED' AND "state" = 'OPEN'`,
      ),
    ).toBe(0);
  });

  test('[IM4] history goes below what is on the board, other rows on top of it, whatever the size of a commit', async () => {
    const today = await desk.write('today.json', await mappingLike({ source: 'today', history: false }));
    const yesterday = await desk.write('yesterday.json', await mappingLike({ source: 'yesterday', history: true }));
    const file = await desk.write('short.csv', await longSample(12));
    await desk.run(file, '--mapping', today, '--batch', '2');
    await desk.run(file, '--mapping', yesterday, '--batch', '2');
    const { rows } = await desk.db.pool.query<{ source: string; id: string }>(
      `SELECT "externalSource" AS source, "externalId" AS id FROM "complaint" WHERE "stage" = 'INVESTIGATING' ORDER BY "position"`,
    );
    const order = (source: string) => rows.filter((row) => row.source === source).map(({ id }) => id);
    expect(rows.map(({ source }) => source)).toEqual([
      ...order('today').map(() => 'today'),
      ...order('yesterday').map(() => 'yesterday'),
    ]);
    expect(order('yesterday')).toHaveLength(4);
    expect(order('yesterday')).toEqual(order('yesterday').toSorted());
    expect(order('today')).toEqual(order('yesterday').toReversed());
  });

  test('[IM8] departments and categories are added when they are named for the first time, and kept as they are', async () => {
    await desk.run(SAMPLE, '--mapping', 'cfpb');
    const { rows } = await desk.db.pool.query(
      `SELECT "code", "parentCode", "nameZh", "nameEn" FROM "category" WHERE "code" LIKE 'cfpb.debt-collection%' ORDER BY "code"`,
    );
    expect(rows).toEqual([
      { code: 'cfpb.debt-collection', parentCode: null, nameZh: '债务催收', nameEn: 'Debt collection' },
      { code: 'cfpb.debt-collection.medical', parentCode: 'cfpb.debt-collection', nameZh: '医疗', nameEn: 'Medical' },
      {
        code: 'cfpb.debt-collection.other-phone-health-club-etc',
        parentCode: 'cfpb.debt-collection',
        nameZh: '其他（电话、健身会所等）',
        nameEn: 'Other (phone, health club, etc.)',
      },
      {
        code: 'cfpb.debt-collection.payday-loan',
        parentCode: 'cfpb.debt-collection',
        nameZh: '发薪日贷款',
        nameEn: 'Payday loan',
      },
    ]);
    await desk.db.pool.query(`UPDATE "department" SET "nameEn" = 'Renamed'`);
    await desk.run(SAMPLE, '--mapping', await desk.write('again.json', await mappingLike({ source: 'again' })));
    expect(await desk.count(`"department" WHERE "nameEn" = 'Renamed'`)).toBe(1);
    expect(await desk.count(`"department"`)).toBe(1);
  });

  test('[IM8] --department sends all rows to a department that is there, and refuses one that is not', async () => {
    const refused = await desk.run(SAMPLE, '--mapping', 'cfpb', '--department', 'nobody');
    expect(refused).toMatchObject({
      code: 2,
      err: 'There is no department "nobody". Add it first, or correct the mapping.\n',
    });
    expect(await desk.count(`"department"`)).toBe(0);
    await desk.run(`${FIXTURES}/retail-gb18030.csv`, '--mapping', `${FIXTURES}/retail.json`);
    expect((await desk.run(SAMPLE, '--mapping', 'cfpb', '--department', 'service')).code).toBe(0);
    expect(
      await desk.count(
        `"complaint" c JOIN "department" d ON d."id" = c."departmentId" WHERE d."code" = 'service' AND c."externalSource" = 'cfpb'`,
      ),
    ).toBe(SAMPLE_ROWS);
  });

  test('[IM2] one person who complained twice stays one customer, within a commit and across', async () => {
    await desk.run(`${FIXTURES}/retail-gb18030.csv`, '--mapping', `${FIXTURES}/retail.json`);
    const { rows } = await desk.db.pool.query(
      `SELECT array_agg(c."externalId" ORDER BY c."externalId") AS ids FROM "complaint" c JOIN "customer" cu ON cu."id" = c."customerId"
       GROUP BY cu."id" HAVING count(*) > 1`,
    );
    expect(rows).toEqual([{ ids: ['W-0001', 'W-0004'] }]);
  });
});
