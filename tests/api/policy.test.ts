import { directoryPut } from '@redress/domain/actions/directory-put';
import { encodeId } from '@redress/schema/ids';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
let admin: Client;
beforeAll(async () => {
  company = await startCompany();
  admin = await company.as('admin');
});
afterAll(() => company.stop());

const VALUE = `value { __typename
  ... on DeadlinePolicy { minutes { urgent important general } runsIn { urgent important general } warnPercent }
  ... on LimitsPolicy { openDuties openPromises holdDays holdsWithoutApproval contestedAfterDeclines appealHours unjustifiedDeclinesPercent groupOwnerFrom }
  ... on CalendarPolicy { nameZh nameEn timeZone week { weekday spans { from to } } holidays makeUp { from to } days { day name } }
  ... on DesksPolicy { intake coordination national }
  ... on CriteriaPolicy { required }
  ... on StageNamePolicy { zh en }
  ... on LadderPolicy { urgent { ...step } important { ...step } general { ...step } }
  ... on QuietHoursPolicy { from to zone: timeZone }
  ... on RosterPolicy { timeZone shifts { weekday from to members { id } } exceptions { from to members { id } } }
  ... on TriagePolicy { injury legal press publicChannels tiers angryWords }
  ... on SurveyPolicy { firstReminderHours secondReminderHours expiryHours reopenAtOrBelow maxReopenings }
  ... on CompensationPolicy { lines { kind basis value } }
  ... on ApprovalPolicy { currency steps { role aboveMinor } giftAboveMinor }
  ... on ContactTemplatePolicy { purpose nameZh nameEn textZh: zh textEn: en }
  ... on DutyTemplatePolicy { duties { departmentCode what whatEn minutes owner } } }`;
const STEP = 'fragment step on LadderStep { afterMinutes roles members { id } supervise onlyCategories }';
const POLICY = `query ($kind: PolicyKind!, $key: String!, $after: String) { policy(kind: $kind, key: $key) {
  kind key version origin reason changedBy { name } isNewest ${VALUE}
  history(first: 2, after: $after) { nodes { version origin reason isNewest } pageInfo { hasNextPage endCursor } } } } ${STEP}`;
const SET = `mutation ($input: PolicySetInput!) { set: policySet(input: $input) { __typename
  ... on UserError { code message } ... on InvalidInputError { issues { path message } }
  ... on StalePolicyError { current { version } } ... on PolicySetPayload { policy { version origin reason } cursor } } }`;
const RESET = SET.replace('PolicySetInput', 'PolicyResetInput')
  .replace('policySet(', 'policyReset(')
  .replace('PolicySetP', 'PolicyResetP');

interface Answer {
  set: {
    __typename: string;
    issues: { path: string[]; message: string }[];
    current: { version: number } | null;
    policy: { version: number; origin: string; reason: string };
  };
}
interface Read {
  policy: {
    version: number;
    value: Record<string, unknown>;
    history: { nodes: { version: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
}

const set = async (input: object, client = admin) =>
  (await client.ok<Answer>(SET, { input: { reason: '年度调整', ...input } })).set;
const read = async (kind: string, key: string, after: string | null = null) =>
  (await admin.ok<Read>(POLICY, { kind, key, after })).policy;

const always = { urgent: 'ALWAYS', important: 'ALWAYS', general: 'ALWAYS' };
const firstResponse = (urgent: number, important: number, general: number) => ({
  deadline: { minutes: { urgent, important, general }, runsIn: always, warnPercent: 75 },
});
const LIMITS = {
  openDuties: 100,
  openPromises: 20,
  holdDays: 3,
  holdsWithoutApproval: 1,
  contestedAfterDeclines: 2,
  appealHours: 24,
  unjustifiedDeclinesPercent: 3,
  groupOwnerFrom: 10,
};

describe('policies', () => {
  test('[PO1] every kind is read by type, and every member may read', async () => {
    const agent = await company.as('agent');
    for (const kind of ['DEADLINE', 'CALENDAR', 'DESKS', 'LIMITS', 'CRITERIA', 'STAGE_NAME', 'LADDER', 'QUIET_HOURS']) {
      const query = `query ($kind: PolicyKind!) { policies(kind: $kind) { id kind key version ${VALUE} } } ${STEP}`;
      const { policies } = await agent.ok<{ policies: { id: string; kind: string; key: string }[] }>(query, { kind });
      expect(policies.length).toBeGreaterThan(0);
      expect(policies.every((policy) => policy.kind === kind)).toBe(true);
      const { node } = await agent.ok<{ node: { key: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Policy { key } } }',
        { id: policies[0]!.id },
      );
      expect(node.key).toBe(policies[0]!.key);
    }
    expect((await read('CALENDAR', 'NATIONAL')).value).toMatchObject({
      week: expect.arrayContaining([
        { weekday: 1, spans: [{ from: '00:00', to: '24:00' }] },
        { weekday: 7, spans: [] },
      ]),
    });
  });

  test('[PO2] a change is a new version, with who, why and what was before; nobody but an administrator makes one', async () => {
    const before = (await read('LIMITS', 'COMPANY')).version;
    const done = await set({ key: 'COMPANY', value: { limits: { ...LIMITS, holdDays: 5 } }, expectedVersion: before });
    expect(done).toMatchObject({ policy: { version: before + 1, origin: 'ADMIN', reason: '年度调整' } });
    expect(await read('LIMITS', 'COMPANY')).toMatchObject({
      version: before + 1,
      isNewest: true,
      changedBy: { name: '褚管理' },
      value: { __typename: 'LimitsPolicy', holdDays: 5 },
    });
    for (const person of ['coordinator', 'supervisor', 'auditor', 'logistics'] as const) {
      const refused = await set({ key: 'COMPANY', value: { limits: LIMITS } }, await company.as(person));
      expect(refused.__typename).toBe('ForbiddenError');
    }
    const token = company.client().withToken(await company.seed.token('erp', ['READ', 'ACT']));
    expect((await set({ key: 'COMPANY', value: { limits: LIMITS } }, token)).__typename).toBe('ForbiddenError');
  });

  test('[PO20] anybody reads what a policy would go back to, and who leads a department', async () => {
    const agent = await company.as('agent');
    const { policy, departments } = await agent.ok<{
      policy: { default: object | null };
      departments: { code: string; heads: { name: string }[]; deputies: object[] }[];
    }>(
      `{ policy(kind: LIMITS, key: "COMPANY") { default { __typename ... on LimitsPolicy { holdDays } } }
         departments { code heads { name } deputies { name } } }`,
    );
    expect(policy.default).toEqual({ __typename: 'LimitsPolicy', holdDays: 3 });
    const logistics = departments.find(({ code }) => code === 'logistics');
    expect(logistics).toMatchObject({ heads: [{ name: '李物流' }], deputies: [{ name: '陈副手' }] });
    await set({
      key: 'OWN',
      value: {
        calendar: {
          ...{ nameZh: '自定', nameEn: 'Own', timeZone: 'Asia/Shanghai', days: [] },
          week: [{ weekday: 1, spans: [{ from: '09:00', to: '18:00' }] }],
        },
      },
    });
    const own = await agent.ok<{ policy: { default: object | null } }>(
      '{ policy(kind: CALENDAR, key: "OWN") { default { __typename } } }',
    );
    expect(own.policy.default).toBeNull();
  });

  test('[PO3] what is absurd is refused at its field, and nothing is written', async () => {
    const { version } = await read('DEADLINE', 'CLAIM');
    const runsIn = { urgent: 'ALWAYS', important: 'DEPARTMENT', general: 'DEPARTMENT' };
    const claim = (minutes: object | null, warnPercent = 75) => ({
      key: 'CLAIM',
      value: { deadline: { minutes, runsIn, warnPercent } },
    });
    const calendar = (monday: object[]) => ({
      key: 'NIGHT',
      value: {
        calendar: {
          nameZh: '夜班',
          nameEn: 'Night',
          timeZone: 'Asia/Shanghai',
          week: [{ weekday: 1, spans: monday }],
          days: [],
        },
      },
    });
    const cases: [object, string][] = [
      [claim({ urgent: -15, important: 60, general: 60 }), 'value.deadline.minutes.urgent'],
      [claim({ urgent: 15, important: 60, general: 525_601 }), 'value.deadline.minutes.general'],
      [claim({ urgent: 15, important: 60, general: 60 }, 100), 'value.deadline.warnPercent'],
      [claim(null), 'value.deadline.minutes'],
      [{ ...claim({ urgent: 15, important: 60, general: 60 }), key: 'DUTY' }, 'value.deadline.minutes'],
      [{ ...claim({ urgent: 15, important: 60, general: 60 }), key: 'LUNCH' }, 'key'],
      [{ key: 'COMPANY', value: { limits: { ...LIMITS, openDuties: 0 } } }, 'value.limits.openDuties'],
      [
        { key: 'COMPANY', value: { desks: { intake: 'NOWHERE', coordination: 'STANDARD', national: 'NATIONAL' } } },
        'value.desks.intake',
      ],
      [calendar([]), 'value.calendar.week'],
      [
        calendar([
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '18:00' },
        ]),
        'value.calendar.week.1.1.from',
      ],
      [{ key: 'CLOSED', value: { criteria: { required: ['CLAIM'] } } }, 'key'],
      [{ key: 'RECEIVED', value: { stageName: { zh: ' ', en: 'Inbox' } } }, 'value.stageName.zh'],
      [{ ...claim({ urgent: 15, important: 60, general: 60 }), reason: ' ' }, 'reason'],
    ];
    for (const [input, path] of cases) {
      const refused = await set(input);
      expect(refused.__typename, path).toBe('InvalidInputError');
      expect(refused.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
      expect(refused.issues[0]!.message).not.toBe('');
    }
    expect((await read('DEADLINE', 'CLAIM')).version).toBe(version);
  });

  test('[PO4] of two administrators who edit one policy, the second is shown what the first wrote', async () => {
    const { version } = await read('DEADLINE', 'FOLLOW_UP');
    const input = { key: 'FOLLOW_UP', expectedVersion: version };
    const answers = await Promise.all(
      [40, 50].map((hours) => set({ ...input, value: firstResponse(hours * 60, hours * 60, hours * 60) })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PolicySetPayload', 'StalePolicyError']);
    const stale = answers.find(({ __typename }) => __typename === 'StalePolicyError')!;
    expect(stale.current).toEqual({ version: version + 1 });
    // Who names no version means whatever stands.
    expect(await set({ key: 'FOLLOW_UP', value: firstResponse(1, 2, 3) })).toMatchObject({
      policy: { version: version + 2 },
    });
  });

  test('[PO5] a policy goes back to the default as a version of its own; what has no default says so', async () => {
    const reset = async (input: object) => (await admin.ok<Answer>(RESET, { input })).set;
    await set({ key: 'PROGRESS', value: firstResponse(1, 2, 3) });
    expect(await reset({ kind: 'DEADLINE', key: 'PROGRESS', reason: '恢复' })).toMatchObject({
      policy: { origin: 'DEFAULT', version: 3 },
    });
    expect(await read('DEADLINE', 'PROGRESS')).toMatchObject({
      value: { minutes: { urgent: 240, important: 1_440, general: 2_880 } },
    });
    expect(await reset({ kind: 'CALENDAR', key: 'NOWHERE', reason: '恢复' })).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['key'] }],
    });
    const first = await read('DEADLINE', 'PROGRESS');
    expect(first.history.nodes.map(({ version }) => version)).toEqual([3, 2]);
    const { nodes, pageInfo } = (await read('DEADLINE', 'PROGRESS', first.history.pageInfo.endCursor)).history;
    expect([nodes.map(({ version }) => version), pageInfo.hasNextPage]).toEqual([[1], false]);
  });

  test('[PO5] a request that is sent again with its key writes once', async () => {
    const input = { key: 'RULING', reason: '两次', value: firstResponse(5, 6, 7) };
    const send = () => admin.ok<Answer>(SET, { input }, { headers: { 'idempotency-key': 'twice' } });
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
  });
});

describe('ladders, quiet hours and rosters', () => {
  const idOf = (uuid: string) => encodeId('Member', uuid);
  const step = (facts: object = {}) => ({
    afterMinutes: 0,
    roles: ['ASSIGNEE'],
    members: [] as object[] | string[],
    supervise: false,
    onlyCategories: null,
    ...facts,
  });
  const ladder = (...urgent: object[]) => ({
    key: 'CLAIM',
    value: { ladder: { urgent, important: [step()], general: [step()] } },
  });
  const roster = (facts: object) => ({
    key: 'COORDINATION',
    value: { roster: { timeZone: 'Asia/Shanghai', shifts: [], exceptions: [], ...facts } },
  });
  const quiet = (quietHours: object) => ({ key: 'COMPANY', value: { quietHours } });
  const refusalsOf = async (input: object) => {
    const answer = await set(input);
    return [answer.__typename, ...(answer.issues ?? []).map(({ path }) => path.join('.'))];
  };

  test('[PO14] they are written, and read as they were written', async () => {
    const [coordinator, supervisor] = [idOf(company.members.coordinator.id), idOf(company.members.supervisor.id)];
    const first = { roles: ['DEPARTMENT_LEADS', 'OWNER'], onlyCategories: ['logistics'] };
    const second = { afterMinutes: 30, roles: [], supervise: true };
    const urgent = [step({ ...first, members: [supervisor] }), step({ ...second, members: [coordinator] })];
    expect(await set(ladder(...urgent))).toMatchObject({ policy: { origin: 'ADMIN' } });
    const members = [{ id: coordinator }];
    expect((await read('LADDER', 'CLAIM')).value).toEqual({
      __typename: 'LadderPolicy',
      urgent: [step({ ...first, members: [{ id: supervisor }] }), step({ ...second, members })],
      important: [step()],
      general: [step()],
    });
    const night = { weekday: 5, from: '18:00', to: '09:00' };
    const feast = { from: '2026-10-01T00:00:00.000Z', to: '2026-10-02T00:00:00.000Z', members: [] };
    await set(roster({ shifts: [{ ...night, members: [coordinator] }], exceptions: [feast] }));
    expect((await read('ROSTER', 'COORDINATION')).value).toEqual({
      __typename: 'RosterPolicy',
      timeZone: 'Asia/Shanghai',
      shifts: [{ ...night, members }],
      exceptions: [feast],
    });
    for (const hours of [
      { from: '23:00', to: '07:00', zone: 'Asia/Shanghai' },
      { from: null, to: null, zone: null },
    ]) {
      await set(quiet({ from: hours.from, to: hours.to, timeZone: hours.zone }));
      expect((await read('QUIET_HOURS', 'COMPANY')).value).toEqual({ __typename: 'QuietHoursPolicy', ...hours });
    }
  });

  test('[PO14] what makes no sense is refused at its field, and nothing is written', async () => {
    const { version } = await read('LADDER', 'CLAIM');
    const shift = { weekday: 1, from: '09:00', to: '18:00' };
    const members = [idOf(company.members.coordinator.id)];
    const days = (from: number, to: number) => ({
      from: `2026-10-0${from}T00:00:00Z`,
      to: `2026-10-0${to}T00:00:00Z`,
      members,
    });
    const cases: [object, string][] = [
      [ladder(), 'ladder.urgent'],
      [ladder(step(), step({ roles: [] })), 'ladder.urgent.1'],
      [ladder(step({ afterMinutes: 30 }), step({ afterMinutes: 10 })), 'ladder.urgent.1.afterMinutes'],
      [ladder(step({ afterMinutes: 43_201 })), 'ladder.urgent.0.afterMinutes'],
      [ladder(step({ afterMinutes: -1 })), 'ladder.urgent.0.afterMinutes'],
      [ladder(step({ onlyCategories: [] })), 'ladder.urgent.0.onlyCategories'],
      [roster({ exceptions: [days(1, 3), days(2, 4)] }), 'roster.exceptions.1.from'],
      [roster({ exceptions: [days(3, 1)] }), 'roster.exceptions.0.to'],
      [roster({ shifts: [{ ...shift, members: [] }] }), 'roster.shifts.0.members'],
      [roster({ shifts: [{ ...shift, to: '6 pm', members }] }), 'roster.shifts.0.to'],
      [roster({ shifts: [{ ...shift, weekday: 8, members }] }), 'roster.shifts.0.weekday'],
      [roster({ timeZone: 'Asia/Nowhere' }), 'roster.timeZone'],
      [quiet({ from: '22:00', to: '22:00', timeZone: 'Asia/Shanghai' }), 'quietHours.to'],
      [quiet({ from: '22:00', timeZone: 'Asia/Shanghai' }), 'quietHours.to'],
    ];
    for (const [input, path] of cases) {
      expect(await refusalsOf(input)).toEqual(['InvalidInputError', `value.${path}`]);
    }
    expect((await read('LADDER', 'CLAIM')).version).toBe(version);
  });

  test('[PO15] whom a ladder or a roster names is there and can sign in, or is refused at their place', async () => {
    const gone = await company.seed.member({ role: 'COORDINATOR', name: '何离职' });
    await company.seed.disable(gone);
    await company.settled();
    const here = idOf(company.members.coordinator.id);
    for (const wrong of [idOf(gone.id), idOf(uuidv7()), encodeId('Complaint', uuidv7()), gone.id]) {
      expect(await refusalsOf(ladder(step({ members: [here, wrong] })))).toEqual([
        'InvalidInputError',
        'value.ladder.urgent.0.members.1',
      ]);
      const shifts = [{ weekday: 1, from: '09:00', to: '18:00', members: [here, wrong] }];
      expect(await refusalsOf(roster({ shifts }))).toEqual(['InvalidInputError', 'value.roster.shifts.0.members.1']);
    }
    // The roster is one of coordinators; others would be on duty for nothing.
    const night = { from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z' };
    expect(await refusalsOf(roster({ exceptions: [{ ...night, members: [idOf(company.members.agent.id)] }] }))).toEqual(
      ['InvalidInputError', 'value.roster.exceptions.0.members.0'],
    );
  });

  test('[PO15] a category that a step is limited to is there and in use, or is refused at its place', async () => {
    await archive('shut');
    for (const wrong of ['no.such', 'shut.any']) {
      const steps = ladder(step(), step({ onlyCategories: ['logistics', wrong] }));
      expect(await refusalsOf(steps)).toEqual(['InvalidInputError', 'value.ladder.urgent.1.onlyCategories.1']);
    }
  });

  test('[PO16] a ladder of a kind is withdrawn: the one for any kind holds again', async () => {
    const reset = async (input: object) =>
      (await admin.ok<Answer>(RESET, { input: { reason: '不再需要', ...input } })).set;
    const none = { kind: 'LADDER', key: 'PROGRESS' };
    expect(await reset(none)).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['key'] }] });
    await set({ ...ladder(step({ roles: ['OWNER'] })), key: 'PROGRESS' });
    expect(await reset(none)).toMatchObject({ policy: { version: 2, origin: 'DEFAULT' } });
    expect((await read('LADDER', 'PROGRESS')).value).toMatchObject({ urgent: [], important: [], general: [] });
    // What is withdrawn can be written again, and one for any kind has a default to go back to.
    expect(await set({ ...ladder(step()), key: 'PROGRESS' })).toMatchObject({ policy: { version: 3 } });
    await reset({ kind: 'LADDER', key: 'ANY' });
    expect((await read('LADDER', 'ANY')).value['urgent']).not.toEqual([]);
  });

  test('[RO1] a preview of the roster says who is on duty when, and when nobody is', async () => {
    const second = await company.seed.member({ role: 'COORDINATOR', name: '许值班' });
    await company.settled();
    const [first, other] = [idOf(company.members.coordinator.id), idOf(second.id)];
    const query = `query ($input: RosterPreviewInput!) { p: rosterPreview(input: $input) { __typename
      ... on InvalidInputError { issues { path } }
      ... on RosterPreview { turns { from to members { name } } everybody { name } onDutyNow { name } } } }`;
    const ask = async (input: object, client = admin) =>
      (await client.ok<{ p: Record<string, unknown> }>(query, { input })).p;
    // 23 November 2026 is a Monday.
    const day = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };
    const shifts = [
      { weekday: 1, from: '08:00', to: '16:00', members: [first] },
      { weekday: 1, from: '14:00', to: '20:00', members: [other, first] },
    ];
    const feast = { from: '2026-11-23T10:00:00Z', to: '2026-11-23T11:00:00Z', members: [] };
    const draft = { timeZone: 'UTC', shifts, exceptions: [feast] };
    const agent = await company.as('agent');
    const { turns, everybody } = (await ask({ ...day, roster: draft }, agent)) as {
      turns: { from: string; members: { name: string }[] }[];
      everybody: object[];
    };
    expect(turns.map(({ from, members }) => [from.slice(11, 16), ...members.map(({ name }) => name)])).toEqual([
      ['00:00'],
      ['08:00', '周协调'],
      ['10:00'],
      ['11:00', '周协调'],
      ['14:00', '周协调', '许值班'],
      ['16:00', '许值班', '周协调'],
      ['20:00'],
    ]);
    expect(everybody).toEqual([{ name: '周协调' }, { name: '许值班' }]);
    for (const [wrong, path] of [
      [{ ...day, to: day.from }, 'to'],
      [{ ...day, to: '2027-11-23T00:00:00Z' }, 'to'],
      [{ ...day, roster: { ...draft, timeZone: 'Moon' } }, 'roster.timeZone'],
      [{ ...day, roster: { ...draft, shifts: [{ ...shifts[0], members: [] }] } }, 'roster.shifts.0.members'],
    ] as const) {
      const { issues } = (await ask(wrong)) as { issues: { path: string[] }[] };
      expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    }
    await company.seed.disable(second);
    await company.settled();
    const after = (await ask({ ...day, roster: draft })) as { turns: { members: object[] }[] };
    expect(after.turns.at(-1)!.members).toEqual([]);
    expect(after.turns.flatMap(({ members }) => members)).not.toContainEqual({ name: '许值班' });
  });
});

describe('duty templates', () => {
  const line = (facts: object = {}) => ({
    departmentCode: 'warehouse',
    what: '核对出库',
    whatEn: 'Check the picking',
    minutes: 90,
    owner: null,
    ...facts,
  });
  const template = (duties: object[], key = 'logistics') => ({ key, value: { dutyTemplate: { duties } } });
  const refusalsOf = async (input: object) => {
    const answer = await set(input);
    return [answer.__typename, ...(answer.issues ?? []).map(({ path }) => path.join('.'))];
  };

  test('[PO14] they are written, read as they were written, and withdrawn', async () => {
    const duties = [line(), line({ departmentCode: 'service', minutes: 525_600, owner: 'HEAD' })];
    expect(await set(template(duties))).toMatchObject({ policy: { origin: 'ADMIN', version: 1 } });
    expect((await read('DUTY_TEMPLATE', 'logistics')).value).toEqual({ __typename: 'DutyTemplatePolicy', duties });
    const input = { kind: 'DUTY_TEMPLATE', key: 'logistics', reason: '取消' };
    expect((await admin.ok<Answer>(RESET, { input })).set).toMatchObject({ policy: { version: 2 } });
    expect((await read('DUTY_TEMPLATE', 'logistics')).value).toMatchObject({ duties: [] });
  });

  test('[PO14] [PO15] what makes no sense, or names what is gone, is refused at its field; nothing is written', async () => {
    await archive('shut');
    const { version } = await read('DUTY_TEMPLATE', 'logistics');
    const cases: [object, string][] = [
      [template([]), 'value.dutyTemplate.duties'],
      [template(Array.from({ length: 1_000 }, () => line())), 'value.dutyTemplate.duties'],
      [template([line(), line({ departmentCode: 'nowhere' })]), 'value.dutyTemplate.duties.1.departmentCode'],
      [template([line({ departmentCode: 'shut' })]), 'value.dutyTemplate.duties.0.departmentCode'],
      [template([line({ minutes: -30 })]), 'value.dutyTemplate.duties.0.minutes'],
      [template([line({ minutes: 0 })]), 'value.dutyTemplate.duties.0.minutes'],
      [template([line({ minutes: 525_601 })]), 'value.dutyTemplate.duties.0.minutes'],
      [template([line({ what: ' ' })]), 'value.dutyTemplate.duties.0.what'],
      [template([line({ whatEn: 'x'.repeat(501) })]), 'value.dutyTemplate.duties.0.whatEn'],
      [template([line()], 'no.such'), 'key'],
      [template([line()], 'shut.any'), 'key'],
    ];
    for (const [input, path] of cases) expect(await refusalsOf(input)).toEqual(['InvalidInputError', path]);
    const tooLong = await admin.ask(SET, { input: { reason: '一万项', ...template(Array(10_000).fill(line())) } });
    expect(tooLong.errors[0]).toMatchObject({ extensions: { code: 'REQUEST_ENTITY_TOO_LARGE' } });
    expect((await read('DUTY_TEMPLATE', 'logistics')).version).toBe(version);
  });
});

/** A department that was closed, and its category with it. */
async function archive(code: string): Promise<void> {
  await company.seed.departments(code);
  // No door of the product archives a category yet; the department that follows has the directory read again.
  await company.db.pool.query('UPDATE "category" SET "archivedAt" = now() WHERE "code" = $1', [`${code}.any`]);
  const names = { nameZh: code, nameEn: code, shortZh: code, shortEn: code };
  await directoryPut(company.seed.system, { departments: [{ code, ...names, archived: true }] });
  await company.settled();
}

test('[PO17] a preview says what a policy that moves no clock is there for, and in what it goes on as it was', async () => {
  const preview = `query ($input: PolicyPreviewInput!) { p: policyPreview(input: $input) { __typename
    ... on PolicyPreview { clocks ahead begun } ... on InvalidInputError { issues { path } } } }`;
  const ask = async (key: string, value: object) =>
    (await admin.ok<{ p: { ahead: number; begun: number } }>(preview, { input: { key, value } })).p;
  const duties = [{ departmentCode: 'warehouse', what: '核对', whatEn: 'Check', minutes: 60, owner: null }];
  const template = { dutyTemplate: { duties } };
  const before = await ask('service', template);
  await set({ key: 'service', value: template });
  const waiting = await company.seed.complaint({ categoryCode: 'service.any' }).routed('service');
  expect(await ask('service', template)).toEqual({
    __typename: 'PolicyPreview',
    clocks: 0,
    ahead: before.ahead + 1,
    begun: 0,
  });
  await act(await company.as('coordinator'), 'complaintClaim', { id: waiting.id });
  expect(await ask('service', template)).toMatchObject({ ahead: before.ahead, begun: 1 });
  const step = { afterMinutes: 0, roles: ['OWNER'], members: [], supervise: false, onlyCategories: null };
  const ladder = { ladder: { urgent: [step], important: [step], general: [step] } };
  const { ahead } = await ask('FIRST_RESPONSE', ladder);
  await company.seed.complaint({ severity: 'GENERAL' });
  expect((await ask('FIRST_RESPONSE', ladder)).ahead).toBe(ahead + 1);
  const quiet = { quietHours: { from: '22:00', to: '08:00', timeZone: 'Asia/Shanghai' } };
  expect((await ask('COMPANY', quiet)).ahead).toBeGreaterThan(0);
});

describe('criteria and names of stages', () => {
  test('[PO11] what leaving a stage takes is what the company settled; the server and its options go by it', async () => {
    await set({ key: 'CONFIRMED', value: { criteria: { required: ['FIRST_RESPONSE', 'CLAIM'] } } });
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED');
    const coordinator = await company.as('coordinator');
    const options = 'query ($id: ID!) { complaint(by: { id: $id }) { stageOptions { stage missing } } }';
    const { complaint } = await coordinator.ok<{ complaint: { stageOptions: { stage: string; missing: string[] }[] } }>(
      options,
      { id },
    );
    const resolving = complaint.stageOptions.find(({ stage }) => stage === 'RESOLVING')!;
    expect(resolving.missing).toEqual(['CLAIM', 'FIRST_RESPONSE']);
    const refused = await act(coordinator, 'complaintMove', { id, toStage: 'RESOLVING' });
    expect(refused).toMatchObject({ __typename: 'StageRequirementsError', missing: ['CLAIM', 'FIRST_RESPONSE'] });
    await set({ key: 'CONFIRMED', value: { criteria: { required: [] } } });
    await act(coordinator, 'complaintMove', { id, toStage: 'RESOLVING' });
    expect((await cardOf(coordinator, id))?.stage).toBe('RESOLVING');
    // What must hold in any case is no criterion that could be taken away.
    await set({ key: 'RECEIVED', value: { criteria: { required: [] } } });
    const nowhere = await company.seed.complaint();
    const move = await act(coordinator, 'complaintMove', { id: nowhere.id, toStage: 'CONFIRMED' });
    expect(move).toMatchObject({ __typename: 'StageRequirementsError', missing: ['DEPARTMENT'] });
  });

  test('[PO12] a stage is called what the company calls it', async () => {
    await set({ key: 'INVESTIGATING', value: { stageName: { zh: '查证', en: 'Fact finding' } } });
    const agent = await company.as('agent');
    const { stages } = await agent.ok<{ stages: { stage: string; nameZh: string; name: string }[] }>(
      '{ stages { stage name nameZh nameEn required } }',
      {},
      { headers: { 'accept-language': 'en' } },
    );
    expect(stages.map(({ stage }) => stage)[0]).toBe('RECEIVED');
    expect(stages[2]).toMatchObject({ stage: 'INVESTIGATING', nameZh: '查证', name: 'Fact finding' });
  });
});

test('[PO9] a preview says in numbers what saving would do, and writes nothing', async () => {
  const receivedAt = new Date(company.time.now().getTime() - 30 * 60_000);
  for (const severity of ['GENERAL', 'GENERAL', 'IMPORTANT'] as const) {
    await company.seed.complaint({ severity, receivedAt }).routed('warehouse');
  }
  const preview = `query ($input: PolicyPreviewInput!) { p: policyPreview(input: $input) { __typename
    ... on InvalidInputError { issues { path } }
    ... on PolicyPreview { complaints clocks earlier later overdue
      groups { department { code } kind clocks earlier later overdue } sample { kind severity dueFrom dueTo } } } }`;
  const ask = async (value: object, client = admin) =>
    (
      await client.ok<{ p: Record<string, unknown> & { groups: { department: { code: string } | null }[] } }>(preview, {
        input: { key: 'FIRST_RESPONSE', value },
      })
    ).p;
  const { version } = await read('DEADLINE', 'FIRST_RESPONSE');
  const cut = await ask(firstResponse(30, 20, 2_000));
  expect(cut.groups.find(({ department }) => department?.code === 'warehouse')).toEqual({
    department: { code: 'warehouse' },
    kind: 'FIRST_RESPONSE',
    clocks: 3,
    earlier: 1,
    later: 2,
    overdue: 1,
  });
  expect(await ask(firstResponse(30, 240, 1_440))).toMatchObject({ clocks: 0, complaints: 0, groups: [], sample: [] });
  expect(await ask(firstResponse(0, 240, 1_440))).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['value', 'deadline', 'minutes', 'urgent'] }],
  });
  expect(await ask(firstResponse(1, 1, 1), await company.as('coordinator'))).toMatchObject({
    __typename: 'ForbiddenError',
  });
  expect((await read('DEADLINE', 'FIRST_RESPONSE')).version).toBe(version);
});
