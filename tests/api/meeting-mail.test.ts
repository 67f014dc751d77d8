import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { bodyOf, startMailServer } from '../testkit/mail-server.ts';
import type { TestMailServer } from '../testkit/mail-server.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { act } from './act.ts';

let mail: TestMailServer;
let server: TestServer;

beforeAll(async () => {
  mail = await startMailServer();
  server = await startServer({
    mail: { url: mail.url, from: 'Redress <redress@example.com>' },
    publicOrigins: ['https://redress.example.com'],
  });
});
afterAll(async () => {
  await server.stop();
  await mail.stop();
});

/** A coordinator who runs a meeting, and somebody who is reached by mail, in their language. */
async function people(locale: 'zh-CN' | 'en') {
  const coordinator = await server.seed.member({ role: 'COORDINATOR' });
  const member = await server.seed.member({ role: 'SUPERVISOR' });
  await server.db.prisma.member.update({ where: { id: member.id }, data: { locale } });
  await server.seed.channel(member, { kind: 'EMAIL', target: member.email });
  return { runs: await server.signedIn(coordinator), memberId: encodeId('Member', member.id) };
}

/** What went out since it was asked last. */
async function sent(): Promise<string[]> {
  await server.app.reminders.look();
  // The clock of the tests is ahead of that of the jobs.
  await server.db.pool.query(`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    FROM graphile_worker.jobs HAVING count(*) > 0`);
  await server.app.deliveries.runDue();
  const bodies = mail.mails.map(({ raw }) => bodyOf(raw));
  mail.mails = [];
  return bodies;
}

/** A series of the member's that meets in ten minutes, on the clock of the company's calendar. */
async function seriesOf(runs: Client, memberId: string) {
  const at = new Date(server.time.now().getTime() + (8 * 60 + 10) * 60_000);
  const startsAt = at.getUTCHours() * 60 + at.getUTCMinutes();
  const rhythm = { weekday: at.getUTCDay() || 7, startsAt, timeZone: 'Asia/Shanghai' };
  const put = { name: '周会，找 13812345678', memberIds: [memberId], rhythm, remindMinutes: 15 };
  const { series } = await act(runs, 'meetingSeriesPut', put);
  return { date: { seriesId: series.id, day: at.toISOString().slice(0, 10) }, startsAt };
}

/** The revision of the series' next date. */
async function revisionOf(client: Client, id: string): Promise<number | undefined> {
  const query = 'query ($id: ID!) { meetingSeries(id: $id) { dates { revision } } }';
  const { meetingSeries } = await client.ok<{ meetingSeries: { dates: { revision: number }[] }[] }>(query, { id });
  return meetingSeries[0]?.dates[0]?.revision;
}

/** HH:MM of so many minutes after midnight. */
const time = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');

test.for([
  { locale: 'zh-CN', begins: '开始时间', was: '原定时间', off: '取消' },
  { locale: 'en', begins: 'Begins', was: 'Was to begin', off: 'called off' },
] as const)('[NT20][NT21] says in $locale when it begins, and of a changed date both times', async (said) => {
  const { runs, memberId } = await people(said.locale);
  const { date, startsAt } = await seriesOf(runs, memberId);
  const [ahead] = await sent();
  expect(ahead).toContain(said.begins);
  expect(ahead).toContain(time(startsAt));
  expect(ahead).not.toContain('13812345678');
  const toDay = new Date(Date.parse(date.day) + 86_400_000).toISOString().slice(0, 10);
  const toStartsAt = (startsAt + 90) % 1440;
  await act(runs, 'meetingDateMove', { ...date, expectedRevision: 0, toDay, toStartsAt });
  const [moved] = await sent();
  for (const words of [said.was, time(startsAt), said.begins, time(toStartsAt)]) expect(moved).toContain(words);
  const callOff = { ...date, expectedRevision: (await revisionOf(runs, date.seriesId))!, reason: '不说的理由' };
  await act(runs, 'meetingDateCallOff', callOff);
  const [off] = await sent();
  for (const words of [said.was, time(toStartsAt), said.off]) expect(off).toContain(words);
  expect(off).not.toContain('不说的理由');
  await act(runs, 'meetingDatePutBack', { ...date, expectedRevision: (await revisionOf(runs, date.seriesId))! });
  const [back] = await sent();
  for (const words of [said.off, time(startsAt)]) expect(back).toContain(words);
});

test('[NT18][NT19] says that there is something to see to and by when, and not what', async () => {
  const { runs, memberId } = await people('en');
  const { id } = (await act(runs, 'meetingStart', { name: '协调会' })).meeting;
  const itemId = (await act(runs, 'meetingItemAdd', { id, title: '排班' })).meeting.items.at(-1)!.id;
  await act(runs, 'meetingFocus', { id, itemId });
  const dueAt = new Date(server.time.now().getTime() + 3_600_000).toISOString();
  await act(runs, 'meetingDecide', { id, itemId, text: '补发给王女士', ownerId: memberId, dueAt });
  const [decided] = await sent();
  server.time.advance(3_700_000);
  const [due] = await sent();
  for (const message of [decided, due]) {
    expect(message).toContain('/desk');
    expect(message).toContain('Due');
    expect(message).not.toContain('王女士');
  }
});

test('[NX5][NT20] a reminder of a date that was moved before it went out is not sent', async () => {
  const { runs, memberId } = await people('en');
  const { date } = await seriesOf(runs, memberId);
  await server.app.reminders.look();
  await act(runs, 'meetingDateCallOff', { ...date, expectedRevision: 0, reason: '放假' });
  expect(await sent()).toHaveLength(1);
});
