import { afterEach, beforeEach, expect, test } from 'vitest';
import { SAMPLE, SAMPLE_ROWS, longSample, openDesk } from './desk.ts';
import type { ImportDesk } from './desk.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('[IM2] two imports of one file at once bring each complaint in once', async () => {
  const [one, other] = await Promise.all([
    desk.start(SAMPLE, '--mapping', 'cfpb', '--batch', '3').result,
    desk.start(SAMPLE, '--mapping', 'cfpb', '--batch', '4').result,
  ]);
  expect([one.code, other.code], one.err + other.err).toEqual([0, 0]);
  expect(await desk.count('"complaint"')).toBe(SAMPLE_ROWS);
  const added = [one, other].map(({ out }) => Number(/(\d+) added/.exec(out)?.[1]));
  expect((added[0] ?? 0) + (added[1] ?? 0)).toBe(SAMPLE_ROWS);
});

test('[IM2] killed in the middle and run again, it ends with the same complaints', async () => {
  const total = 1_200;
  const file = await desk.write('long.csv', await longSample(total));
  const killed = desk.start(file, '--mapping', 'cfpb', '--batch', '10');
  while ((await desk.count('"complaint"').catch(() => 0)) < 50);
  killed.kill('SIGKILL');
  expect((await killed.result).code).toBeNull();
  const left = await desk.count('"complaint"');
  expect(left).toBeLessThan(total);
  // Whole commits: every complaint that is there has its text and its events.
  expect(await desk.count('"complaint_text"')).toBe(left);
  expect(await desk.count(`"event" WHERE "type" = 'ComplaintRegistered'`)).toBe(left);

  expect(await desk.run(file, '--mapping', 'cfpb')).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${left} known already`),
  });
  expect(await desk.count('"complaint"')).toBe(total);
  expect(await desk.count(`(SELECT DISTINCT "externalId" FROM "complaint") AS "reference"`)).toBe(total);
});

test('[IM10] stopped by Ctrl-C it ends after a commit, says how to go on, and goes on', async () => {
  const total = 1_200;
  const file = await desk.write('long.csv', await longSample(total));
  const running = desk.start(file, '--mapping', 'cfpb', '--batch', '10');
  while ((await desk.count('"complaint"').catch(() => 0)) < 50);
  running.kill('SIGINT');
  const { code, out } = await running.result;
  expect(code).toBe(130);
  expect(out).toContain('Stopped before the end. Run the same command again to go on');
  const left = await desk.count('"complaint"');
  expect(left % 10).toBe(0);
  expect(out).toContain(`${left} added`);
  expect((await desk.run(file, '--mapping', 'cfpb')).out).toContain(
    `${(total - left).toLocaleString('en-US')} added, ${left.toLocaleString('en-US')} known already`,
  );
  expect(await desk.count('"complaint"')).toBe(total);
});
