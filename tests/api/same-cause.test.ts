/** What else a root cause has brought about, for a meeting's item that is there because it comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const DAY = 86_400_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

async function ofCause(rootCauseCode: string, department: string, daysAgo: number): Promise<string> {
  const { number } = await company.seed.complaint().routed(department).claimed();
  const receivedAt = new Date(company.time.now().getTime() - daysAgo * DAY);
  await company.db.prisma.complaint.update({ where: { number }, data: { rootCauseCode, receivedAt } });
  return number;
}

async function named(who: Person, number: string): Promise<string[]> {
  const query = 'query ($number: String!) { complaint(by: { number: $number }) { sameCause { number } } }';
  const caller = await company.as(who);
  const { complaint } = await caller.ok<{ complaint: { sameCause: { number: string }[] } }>(query, { number });
  return complaint.sameCause.map((other) => other.number);
}

test('[ME2] of a cause that comes back the others of the last 30 days are named, to each those in their sight', async () => {
  const own = await ofCause('packaging', 'logistics', 3);
  const beside = await ofCause('packaging', 'logistics', 2);
  const theirs = await ofCause('packaging', 'warehouse', 1);
  const justInTime = await ofCause('packaging', 'logistics', 29.99);
  const tooOld = await ofCause('packaging', 'logistics', 30);
  const another = await ofCause('other', 'logistics', 1);
  const { number: unexplained } = await company.seed.complaint().routed('logistics').claimed();

  expect(await named('coordinator', own)).toEqual([theirs, beside, justInTime]);
  expect(await named('logistics', own)).toEqual([beside, justInTime]);
  expect(await named('coordinator', tooOld)).toEqual([theirs, beside, own, justInTime]);
  expect(await named('coordinator', another)).toEqual([]);
  expect(await named('coordinator', unexplained)).toEqual([]);
});

test('[ME2] at most 50 are named, and those out of sight take none of the places', async () => {
  const own = await ofCause('courier', 'logistics', 5);
  const beside = await ofCause('courier', 'logistics', 4);
  for (let i = 0; i < 51; i += 1) await ofCause('courier', 'warehouse', 1);
  expect(await named('coordinator', own)).toHaveLength(50);
  expect(await named('logistics', own)).toEqual([beside]);
});
