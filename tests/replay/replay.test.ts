import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardFigures } from './board-figures.ts';
import { SAMPLE, openDesk } from './desk.ts';
import type { ReplayDesk } from './desk.ts';
import { fileFigures } from './file-figures.ts';
import { logOf } from './log.ts';

let desk: ReplayDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const day = (time: string) => new Date(`2016-03-01T${time}:00Z`);

describe('replaying a log', () => {
  test('[RP5] every step is an action of who would do it, at its own time', async () => {
    const log = logOf({
      opened: '08:00',
      rows: [
        { at: '08:05', state: 'New' },
        { at: '08:30', state: 'Active', category: '56' },
        { at: '09:00', group: '71' },
        { at: '09:30', state: 'Awaiting User Info' },
        { at: '11:00', state: 'Resolved' },
        { at: '12:00', state: 'Closed' },
      ],
    });
    expect(await desk.replay(log)).toMatchObject({ code: 0 });
    const story = await desk.rows(
      `SELECT a."action", to_char(a."at" AT TIME ZONE 'UTC', 'HH24:MI') AS "at", split_part(m."email", '@', 1) AS "by"
       FROM "audit" a LEFT JOIN "member" m ON m."id" = a."principalId"
       WHERE a."complaintIds" <> '{}' AND a."principalKind" <> 'SYSTEM' ORDER BY a."firstSeq"`,
    );
    expect(story).toEqual([
      { action: 'complaintRoute', at: '08:05', by: 'coordinator' },
      { action: 'complaintRoute', at: '08:30', by: 'coordinator' },
      { action: 'complaintClaim', at: '08:30', by: 'group-70' },
      { action: 'complaintMove', at: '08:30', by: 'group-70' },
      { action: 'complaintMove', at: '08:30', by: 'coordinator' },
      { action: 'handoffRequest', at: '09:00', by: 'group-70' },
      { action: 'handoffAccept', at: '09:00', by: 'group-71' },
      { action: 'contactRecord', at: '09:30', by: 'group-71' },
      { action: 'complaintMove', at: '11:00', by: 'group-71' },
      { action: 'complaintMove', at: '12:00', by: 'group-71' },
    ]);
    expect(
      await desk.rows(`SELECT "stage", "receivedAt", "closedAt", "categoryCode", "externalId" FROM "complaint"`),
    ).toEqual([
      { stage: 'CLOSED', receivedAt: day('08:00'), closedAt: day('12:00'), categoryCode: 'log-56', externalId: '0001' },
    ]);
  });

  test('[RP5] a coordinator waives what nothing in the log meets; what the rules refuse is counted, and the case goes on', async () => {
    const log = logOf({
      opened: '08:00',
      rows: [
        { at: '08:05', category: '?' },
        { at: '09:00', reassignments: 1 },
        { at: '10:00', state: 'Resolved' },
        { at: '11:00', state: 'Closed' },
      ],
    });
    const { out } = await desk.replay(log);
    expect(out).toContain('1  handoffRequest: toDepartmentCode handoffToItself');
    for (const criterion of ['CATEGORY', 'FACTS_CONFIRMED', 'FIRST_RESPONSE']) expect(out).toContain(`1  ${criterion}`);
    expect(await desk.rows('SELECT "stage" FROM "complaint"')).toEqual([{ stage: 'CLOSED' }]);
  });

  test('[RP6] clocks strike between the steps, each at its own moment; the minute of a step is in time', async () => {
    const claimedAt = (at: string) => ({
      opened: '08:05',
      rows: [
        { at: '08:05', priority: '1' },
        { at, state: 'Active' },
        { at: '2/3/2016 08:00', state: 'Closed' },
      ],
    });
    const { out } = await desk.replay(
      logOf(claimedAt('08:19'), claimedAt('08:20'), claimedAt('08:21'), claimedAt('1/3/2016 23:00')),
    );
    const breaches = await desk.rows(
      `SELECT c."externalId" AS "case", e."occurredAt" FROM "event" e JOIN "complaint" c ON c."id" = e."complaintId"
       WHERE e."type" = 'DeadlineBreached' AND e."payload"->>'kind' = 'CLAIM' ORDER BY 1`,
    );
    expect(breaches).toEqual([
      { case: '0003', occurredAt: day('08:20') },
      { case: '0004', occurredAt: day('08:20') },
    ]);
    expect(out).toMatch(/^Published by the clock:\n(.+\n)* +\d+ {2}DeadlineBreached$/m);
    const late = await desk.rows(
      `SELECT e."type" FROM "event" e JOIN "audit" a ON a."changeId" = e."changeId"
       WHERE a."via" = 'clock' AND e."recordedAt" <> e."occurredAt"`,
    );
    expect(late).toEqual([]);
  });

  test('[RP7] afterwards the figures of the board are those of the file', async () => {
    const { figures, counted } = fileFigures(SAMPLE);
    const { code, out } = await desk.replayFile(SAMPLE);
    expect(code).toBe(0);
    expect(await boardFigures(desk.db, 'log')).toEqual(figures);
    // The log counts some reassignments that leave the case where it is: the product calls that no handoff.
    const refused = counted.reassignments - figures.reassignments;
    expect(out).toMatch(new RegExp(`^ +${refused} {2}handoffRequest: toDepartmentCode handoffToItself$`, 'm'));
    expect(counted.reopenings).toBe(figures.reopenings);
    expect(await desk.rows('SELECT DISTINCT "stage" FROM "complaint"')).toEqual([{ stage: 'CLOSED' }]);
  }, 120_000);
});
