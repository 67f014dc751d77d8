import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
afterEach(() => server.stop());

/** A company with the product's own office hours, at a moment of China's clock (`2026-03-06 17:50`). */
async function openAt(moment: string, offset = '+08:00'): Promise<Client> {
  server = await startServer({ officeHours: true, startAt: new Date(`${moment.replace(' ', 'T')}:00${offset}`) });
  await server.seed.departments('logistics', 'berlin');
  return server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
}

const BERLIN: CalendarPolicy = {
  nameZh: '柏林',
  nameEn: 'Berlin',
  timeZone: 'Europe/Berlin',
  week: {
    '1': [{ from: '00:00', to: '06:00' }],
    '2': [],
    '3': [],
    '4': [],
    '5': [],
    '6': [],
    '7': [{ from: '00:00', to: '06:00' }],
  },
  holidays: 'DE',
  makeUp: null,
  days: [],
};

interface Clock {
  dueAt: string;
  calendar: { code: string; nameZh: string; nameEn: string } | null;
  allowanceMinutes: number;
}

/** The CLAIM clock of a complaint that is routed now. */
async function claimClock(client: Client, severity: 'GENERAL' | 'URGENT', department: string): Promise<Clock> {
  const { id } = await server.seed.complaint({ severity }).routed(department);
  const { complaint } = await client.ok<{ complaint: { deadlines: { nodes: (Clock & { kind: string })[] } } }>(
    `query ($id: ID!) { complaint(by: { id: $id }) { deadlines {
       nodes { kind dueAt allowanceMinutes calendar { code nameZh nameEn } } } } }`,
    { id },
  );
  return complaint.deadlines.nodes.find(({ kind }) => kind === 'CLAIM')!;
}

const china = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describe('clocks in office hours', () => {
  test.each([
    ['a weekend lies between', '2026-03-06 17:50', '2026-03-09 09:50'],
    ['it comes before the office opens', '2026-03-09 07:00', '2026-03-09 10:00'],
    ['it comes within the day', '2026-03-09 10:00', '2026-03-09 11:00'],
    ['the National Day and its week lie between', '2026-09-30 17:30', '2026-10-08 09:30'],
    ['a Saturday is worked instead', '2026-10-09 17:30', '2026-10-10 09:30'],
    ['a year ends in between', '2026-12-31 17:30', '2027-01-01 09:30'],
  ])('[CAL19] the hour to claim counts open time when %s', async (_what, routed, due) => {
    const client = await openAt(routed);
    const clock = await claimClock(client, 'GENERAL', 'logistics');
    expect(clock).toMatchObject({ allowanceMinutes: 60, calendar: { code: 'STANDARD' } });
    expect(clock.dueAt).toBe(china(due));
  });

  test('[CAL19] URGENT waits for no office', async () => {
    const client = await openAt('2026-03-07 03:00');
    expect(await claimClock(client, 'URGENT', 'logistics')).toMatchObject({
      dueAt: china('2026-03-07 03:15'),
      calendar: null,
    });
  });

  test.each([
    ['an hour is skipped', '2026-03-29 01:30', '+01:00', '2026-03-29T01:30:00.000Z'],
    ['an hour comes twice', '2026-10-25 01:30', '+02:00', '2026-10-25T00:30:00.000Z'],
  ])(
    '[CAL19] another department has its own zone and hours; an hour is an hour when %s',
    async (_, at, offset, due) => {
      const client = await openAt(at, offset);
      await directoryPut(server.seed.system, {
        policies: [{ kind: 'calendar', key: 'BERLIN', value: BERLIN }],
        departments: [
          {
            code: 'berlin',
            nameZh: '柏林',
            nameEn: 'Berlin',
            shortZh: '柏林',
            shortEn: 'Berlin',
            calendarCode: 'BERLIN',
          },
        ],
      });
      await server.settled();
      const clock = await claimClock(client, 'GENERAL', 'berlin');
      expect(clock).toMatchObject({ dueAt: due, calendar: { code: 'BERLIN', nameEn: 'Berlin' } });
    },
  );

  test('[DL5] a complaint that goes to another department goes on in that one’s hours', async () => {
    const client = await openAt('2026-03-06 17:50');
    await directoryPut(server.seed.system, {
      policies: [
        { kind: 'calendar', key: 'BERLIN', value: BERLIN },
        {
          kind: 'deadline',
          key: 'RESOLUTION',
          value: {
            minutes: { URGENT: 60, IMPORTANT: 120, GENERAL: 120 },
            runsIn: { URGENT: 'ALWAYS', IMPORTANT: 'DEPARTMENT', GENERAL: 'DEPARTMENT' },
            warnPercent: 75,
          },
        },
      ],
      departments: [
        {
          code: 'berlin',
          nameZh: '柏林',
          nameEn: 'Berlin',
          shortZh: '柏林',
          shortEn: 'Berlin',
          calendarCode: 'BERLIN',
        },
      ],
    });
    await server.settled();
    const { id, uuid } = await server.seed.complaint({ severity: 'GENERAL' }).routed('logistics');
    const due = async () => {
      const { complaint } = await client.ok<{
        complaint: { deadlines: { nodes: { kind: string; state: string; dueAt: string }[] } };
      }>('query ($id: ID!) { complaint(by: { id: $id }) { deadlines { nodes { kind state dueAt } } } }', { id });
      return complaint.deadlines.nodes.find(({ kind, state }) => kind === 'RESOLUTION' && state === 'OPEN')!.dueAt;
    };
    expect(await due()).toBe(china('2026-03-09 10:50'));
    server.time.advance(5 * 60_000);
    const routed = await complaintRoute(server.seed.system, {
      id: uuid,
      departmentCode: 'berlin',
      categoryCode: null,
      severity: null,
      reason: null,
      expectedVersion: null,
    });
    expect(routed.ok).toBe(true);
    // Five minutes of the two hours were used on Friday; the rest counts from Berlin's Sunday midnight.
    expect(await due()).toBe('2026-03-08T00:55:00.000Z');
    const { rows } = await server.db.pool.query<{ payload: { reason: string } }>(
      `SELECT "payload" FROM "event" WHERE "complaintId" = $1 AND "type" = 'ClocksRecomputed'`,
      [uuid],
    );
    expect(rows.map(({ payload }) => payload.reason)).toEqual(['DEPARTMENT']);
  });
});

const PREVIEW = `query ($input: CalendarPreviewInput!) { calendarPreview(input: $input) { __typename
  ... on CalendarPreview { dueAt holidaysKnownThrough days { day kind nameZh spans { from to minutes } } }
  ... on InvalidInputError { issues { path message } } } }`;

describe('calendars in the contract', () => {
  test('[CAL20] a preview says when a clock would be due, and why', async () => {
    const client = await openAt('2026-03-06 17:50');
    const input = { code: 'STANDARD', from: china('2026-09-30 17:30'), minutes: 60 };
    const { calendarPreview: preview } = await client.ok<{ calendarPreview: Record<string, unknown> }>(PREVIEW, {
      input,
    });
    expect(preview).toMatchObject({ __typename: 'CalendarPreview', dueAt: china('2026-10-08 09:30') });
    const days = preview.days as { day: string; kind: string; nameZh: string | null; spans: { minutes: number }[] }[];
    expect(days.map(({ day, kind, spans }) => [day.slice(5), kind, spans.map(({ minutes }) => minutes)])).toEqual([
      ['09-30', 'WEEKDAY', [30]],
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`10-${day}`, 'PUBLIC_HOLIDAY', []]),
      ['10-08', 'WEEKDAY', [30]],
    ]);
    expect(days[1]!.nameZh).toContain('国庆');
  });

  test('[CAL20] a draft is tried before it is saved; what is wrong with it is said at its field', async () => {
    const client = await openAt('2026-03-06 17:50');
    const draft = {
      nameZh: '夜班',
      nameEn: 'Night',
      timeZone: 'Asia/Shanghai',
      week: [{ weekday: 5, spans: [{ from: '20:00', to: '24:00' }] }],
      days: [],
    };
    const ask = async (input: Record<string, unknown>) =>
      (await client.ok<{ calendarPreview: Record<string, unknown> }>(PREVIEW, { input })).calendarPreview;
    const from = china('2026-03-06 18:00');
    expect(await ask({ calendar: draft, from, minutes: 60 })).toMatchObject({ dueAt: china('2026-03-06 21:00') });
    const paths = async (input: Record<string, unknown>) =>
      ((await ask(input)).issues as { path: string[] }[] | undefined)?.map(({ path }) => path.join('.'));
    const overlapping = [
      {
        weekday: 1,
        spans: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    ];
    expect(await paths({ calendar: { ...draft, week: overlapping }, from, minutes: 60 })).toEqual([
      expect.stringMatching(/^calendar\.week\.1/),
    ]);
    expect(await paths({ calendar: { ...draft, week: [] }, from, minutes: 60 })).toEqual(['calendar.week']);
    expect(await paths({ calendar: draft, from, minutes: 0 })).toEqual(['minutes']);
    expect(await paths({ calendar: draft, from, minutes: 1_000_000_000 })).toEqual(['minutes']);
    const seldom = [{ weekday: 5, spans: [{ from: '20:00', to: '20:01' }] }];
    expect(await paths({ calendar: { ...draft, week: seldom }, from, minutes: 500_000 })).toEqual(['minutes']);
    expect(await paths({ code: 'NOWHERE', from, minutes: 60 })).toEqual(['code']);
    expect(await paths({ from, minutes: 60 })).toEqual(['code']);
  });

  test('[CAL21] a calendar file is read for an administrator, and for nobody else', async () => {
    const coordinator = await openAt('2026-03-06 17:50');
    const admin = await server.signedIn(await server.seed.member({ role: 'ADMIN' }));
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//test//EN',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;VALUE=DATE:20260501',
      'DTEND;VALUE=DATE:20260503',
      'SUMMARY:盘点',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'DTSTART:20260504T090000Z',
      'SUMMARY:开会',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const ask = async (client: Client, input: Record<string, unknown>) =>
      (
        await client.ok<{ calendarImport: Record<string, unknown> }>(
          `query ($input: CalendarImportInput!) { calendarImport(input: $input) { __typename
             ... on CalendarImport { days { day name spans { from } } skipped { reason count } }
             ... on InvalidInputError { issues { path message } } } }`,
          { input },
        )
      ).calendarImport;
    const window = { from: '2026-01-01', to: '2026-12-31' };
    expect(await ask(admin, { text, ...window })).toEqual({
      __typename: 'CalendarImport',
      days: [
        { day: '2026-05-01', name: '盘点', spans: [] },
        { day: '2026-05-02', name: '盘点', spans: [] },
      ],
      skipped: [{ reason: 'TIMED', count: 1 }],
    });
    expect(await ask(coordinator, { text, ...window })).toEqual({ __typename: 'ForbiddenError' });
    const problem = async (input: Record<string, unknown>) =>
      ((await ask(admin, input)).issues as { path: string[] }[])[0]!.path;
    expect(await problem({ text: 'x'.repeat(600_000), ...window })).toEqual(['text']);
    expect(await problem({ text: 'no calendar', ...window })).toEqual(['text']);
    expect(await problem({ text, from: '2026-02-30', to: '2026-12-31' })).toEqual(['from']);
    expect(await problem({ text, from: '2026-12-31', to: '2026-01-01' })).toEqual(['to']);
  });

  test('[CAL22] a clock is tried by what holds now: in whose calendar, why, and what a hold makes of it', async () => {
    const client = await openAt('2026-03-06 17:50');
    await directoryPut(server.seed.system, {
      policies: [{ kind: 'calendar', key: 'BERLIN', value: BERLIN }],
      departments: [
        {
          code: 'berlin',
          nameZh: '柏林',
          nameEn: 'Berlin',
          shortZh: '柏林',
          shortEn: 'Berlin',
          calendarCode: 'BERLIN',
        },
      ],
    });
    await server.settled();
    const ask = async (input: Record<string, unknown>) => {
      const query = `query ($input: DeadlinePreviewInput!) { deadlinePreview(input: $input) { __typename
        ... on DeadlinePreview { dueAt minutes runsIn calendar { key } days { day kind spans { minutes } } }
        ... on InvalidInputError { issues { path } } } }`;
      return (await client.ok<{ deadlinePreview: Record<string, unknown> }>(query, { input })).deadlinePreview;
    };
    const claim = { kind: 'CLAIM', severity: 'GENERAL', from: china('2026-03-06 17:30') };
    const logistics = await ask({ ...claim, departmentCode: 'logistics' });
    expect(logistics).toMatchObject({
      dueAt: china('2026-03-09 09:30'),
      minutes: 60,
      runsIn: 'DEPARTMENT',
      calendar: { key: 'STANDARD' },
    });
    const days = logistics.days as { kind: string; spans: { minutes: number }[] }[];
    expect(days.map(({ kind, spans }) => [kind, spans.map(({ minutes }) => minutes)])).toEqual([
      ['WEEKDAY', [30]],
      ['CLOSED', []],
      ['CLOSED', []],
      ['WEEKDAY', [30]],
    ]);
    expect(await ask({ ...claim, departmentCode: 'berlin' })).toMatchObject({ calendar: { key: 'BERLIN' } });
    expect(await ask({ ...claim, severity: 'URGENT' })).toMatchObject({
      dueAt: china('2026-03-06 17:45'),
      runsIn: 'ALWAYS',
      calendar: null,
      days: [],
    });

    const duty = { kind: 'DUTY', severity: 'GENERAL', departmentCode: 'logistics', minutes: 120 };
    const held = { pausedFrom: china('2026-03-09 09:30'), pausedTo: china('2026-03-09 12:00') };
    const paused = await ask({ ...duty, from: china('2026-03-06 17:30'), ...held });
    // Half an hour on Friday, half an hour before the hold, an hour after it.
    expect(paused).toMatchObject({ dueAt: china('2026-03-09 13:00') });
    expect((paused.days as { spans: { minutes: number }[] }[]).at(-1)!.spans.map(({ minutes }) => minutes)).toEqual([
      30, 60,
    ]);
    const paths = async (input: Record<string, unknown>) =>
      ((await ask(input)).issues as { path: string[] }[] | undefined)?.map(({ path }) => path.join('.'));
    const { from } = claim;
    expect(await paths({ ...duty, from, ...held, pausedTo: held.pausedFrom })).toEqual(['pausedTo']);
    expect(await paths({ ...duty, from, pausedTo: held.pausedTo })).toEqual(['pausedFrom']);
    expect(await paths({ ...duty, from, ...held, pausedFrom: china('2026-03-01 09:30') })).toEqual(['pausedFrom']);
    expect(await paths({ ...claim, ...held })).toEqual(['pausedFrom']);
    expect(await paths({ ...duty, from, minutes: null })).toEqual(['minutes']);
    expect(await paths({ ...duty, from, minutes: -1 })).toEqual(['minutes']);
    expect(await paths({ ...duty, from, departmentCode: 'nowhere' })).toEqual(['departmentCode']);
  });

  test('[CAL23] a year says what is closed, what is worked instead, and why', async () => {
    const client = await openAt('2026-03-06 17:50');
    const ask = async (input: Record<string, unknown>) => {
      const query = `query ($input: CalendarYearInput!) { calendarYear(input: $input) { __typename
        ... on CalendarYear { holidaysKnownThrough days { day kind nameZh nameEn spans { from to } } }
        ... on InvalidInputError { issues { path } } } }`;
      return (await client.ok<{ calendarYear: Record<string, unknown> }>(query, { input })).calendarYear;
    };
    const { days } = (await ask({ code: 'STANDARD', year: 2026 })) as { days: { day: string; kind: string }[] };
    expect(days.filter(({ day }) => day.startsWith('2026-10'))).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) =>
        expect.objectContaining({ day: `2026-10-${day}`, kind: 'PUBLIC_HOLIDAY', spans: [] }),
      ),
      expect.objectContaining({ day: '2026-10-10', kind: 'MAKE_UP', spans: [{ from: '09:00', to: '18:00' }] }),
    ]);
    const draft = {
      nameZh: '仓库',
      nameEn: 'Warehouse',
      timeZone: 'Europe/Berlin',
      week: [{ weekday: 1, spans: [{ from: '20:00', to: '24:00' }] }],
      holidays: 'DE-BY',
      days: [{ day: '2026-03-07', spans: [], name: '盘点' }],
    };
    const bavaria = (await ask({ calendar: draft, year: 2026 })) as { days: { day: string }[] };
    expect(bavaria).toMatchObject({ holidaysKnownThrough: null });
    expect(bavaria.days).toContainEqual({
      day: '2026-03-07',
      kind: 'OWN_DAY',
      nameZh: '盘点',
      nameEn: '盘点',
      spans: [],
    });
    expect(bavaria.days.map(({ day }) => day)).toContain('2026-01-06');
    const paths = async (input: Record<string, unknown>) =>
      ((await ask(input)).issues as { path: string[] }[]).map(({ path }) => path.join('.'));
    expect(await paths({ code: 'STANDARD', year: 9999 })).toEqual(['year']);
    expect(await paths({ code: 'NOWHERE', year: 2026 })).toEqual(['code']);
    expect(await paths({ calendar: { ...draft, holidays: 'XX' }, year: 2026 })).toEqual(['calendar.holidays']);

    const { holidayPlaces } = await client.ok<{ holidayPlaces: { code: string }[] }>(
      '{ holidayPlaces { code country name } }',
    );
    const codes = holidayPlaces.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['CN', 'DE', 'DE-BY', 'US']));
    expect(codes.filter((code) => code.startsWith('CN'))).toEqual(['CN']);
  });
});
