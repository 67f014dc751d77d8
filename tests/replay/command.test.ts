import { holdClock } from '@redress/api/replay/hold-clock';
import { readStories } from '@redress/api/replay/read-stories';
import { runReplay } from '@redress/api/replay/run-replay';
import { Directory } from '@redress/domain/reads/directory';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SAMPLE, openDesk } from './desk.ts';
import type { ReplayDesk } from './desk.ts';
import { logOf } from './log.ts';

let desk: ReplayDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const LOG = logOf({ opened: '08:00', rows: [{ at: '08:05' }, { at: '09:00', state: 'Closed' }] });

describe('a replay that can’t be', () => {
  const broken: [string, string, string][] = [
    ['is empty', '', 'is empty'],
    ['has a header only', LOG.split('\n')[0]!, 'has no case'],
    [
      'has no groups',
      LOG.replace('assignment_group', 'team'),
      'Line 1 should be the header, but has no column "assignment_group"',
    ],
    ['has no states', LOG.replace('ident_state', 'status'), 'Line 1: the header has no column "incident_state"'],
    ['has no categories', LOG.replaceAll('category', 'kind'), 'Line 1: the header has no column "category"'],
    [
      'has a moment of another form',
      LOG.replace('1/3/2016 09:00', '2016-03-01'),
      'Line 3: sys_updated_at is "2016-03-01"',
    ],
    [
      'has a day that there is not',
      LOG.replace('1/3/2016 09:00', '31/2/2016 09:00'),
      'Line 3: sys_updated_at is no day',
    ],
    ['has a row without a moment', LOG.replace('1/3/2016 09:00', '?'), 'Line 3: sys_updated_at is missing'],
    ['counts in words', LOG.replace('New,0', 'New,none'), 'Line 2: reassignment_count is "none"'],
    [
      'has a case in two places',
      LOG + LOG.split('\n').slice(1).join('\n').replace('0001', '0002'),
      'Line 5: rows of case 0001 stand apart',
    ],
    [
      'tells of the future',
      LOG.replace('1/3/2016 09:00', '1/3/2999 09:00'),
      'Line 2: case 0001 goes on until 2999-03-01T09:00:00.000Z',
    ],
  ];
  test.each(broken)('[RP9] a log that %s is refused with its line, and nothing is written', async (_, log, message) => {
    const { code, out, err } = await desk.replay(log);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(await desk.rows('SELECT 1 FROM "event"')).toEqual([]);
  });

  test('[RP9] a file that is not there, and a zone that nobody lives in', async () => {
    expect(await desk.replayFile('/nonexistent/log.csv')).toMatchObject({
      code: 2,
      err: 'There is no file /nonexistent/log.csv.\n',
    });
    await expect(desk.replay(LOG, '--zone', 'Mars/Olympus')).rejects.toThrow('--zone is a time zone');
  });

  test('[RP9] what was replayed once is not replayed again, but under another name', async () => {
    expect(await desk.replay(LOG)).toMatchObject({ code: 0 });
    const again = await desk.replay(LOG);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('There are 1 complaints of "log" already') });
    expect(await desk.replay(LOG, '--source', 'other')).toMatchObject({ code: 0 });
    expect(await desk.rows('SELECT "externalSource" AS "source" FROM "complaint" ORDER BY 1')).toEqual([
      { source: 'log' },
      { source: 'other' },
    ]);
  });

  test('[RP9] nothing is replayed beside a server, whose clock runs on its own', async () => {
    const release = await holdClock(desk.db);
    expect(await desk.replay(LOG)).toMatchObject({
      code: 2,
      err: expect.stringContaining('A server runs on this database'),
    });
    expect(await desk.rows('SELECT 1 FROM "complaint"')).toEqual([]);
    release?.();
    expect(await desk.replay(LOG)).toMatchObject({ code: 0 });
  });

  test('[RP9] --check tells what the log holds and writes nothing', async () => {
    const { code, out } = await desk.replay(LOG, '--check');
    expect(code).toBe(0);
    expect(out).toContain('1 cases.');
    expect(out).toContain('1  the case was closed without having been resolved');
    expect(await desk.rows(`SELECT 1 FROM pg_tables WHERE "tablename" = 'event'`)).toEqual([{ '?column?': 1 }]);
    expect(await desk.rows('SELECT 1 FROM "event"')).toEqual([]);
  });

  test('[RP10] times are in the zone that is named', async () => {
    await desk.replay(LOG, '--zone', 'Asia/Shanghai');
    expect(await desk.rows('SELECT "receivedAt" FROM "complaint"')).toEqual([
      { receivedAt: new Date('2016-03-01T08:00:00+08:00') },
    ]);
  });

  test('[RP10] one that is stopped ends with the hour that it is at', async () => {
    await desk.replay(LOG, '--source', 'other');
    const stop = new AbortController();
    const ctx = {
      db: desk.db,
      directory: await Directory.load(desk.db),
      principal: { kind: 'SYSTEM', name: 'import' },
      origin: { via: 'import', address: null, userAgent: null, requestId: null },
      now: () => new Date(),
      idempotency: null,
    } as const;
    const stories = await readStories(SAMPLE, 'UTC', new Date());
    let until = 0;
    const onHour = (end: number) => {
      until = end;
      stop.abort();
    };
    await runReplay({ ctx, stories, source: 'log', writers: 2, signal: stop.signal, onHour });
    const steps = stories.flatMap(({ steps }) => steps);
    const played = await desk.rows<{ n: number }>(
      `SELECT count(*)::int AS "n" FROM "complaint" WHERE "externalSource" = 'log'`,
    );
    expect(played).toEqual([{ n: steps.filter((step) => step.do === 'register' && step.at <= until).length }]);
    expect(played[0]!.n).toBeLessThan(stories.length);
  });
});
