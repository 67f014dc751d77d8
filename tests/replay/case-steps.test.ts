import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storyOf } from '@redress/api/replay/case-steps';
import type { CaseStory, Step } from '@redress/api/replay/case-steps';
import type { LogRow } from '@redress/api/replay/log-row';
import { readLog } from '@redress/api/replay/read-log';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logOf, onTheDay } from './log.ts';
import type { LogCase } from './log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-replay-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function told(given: LogCase): Promise<CaseStory> {
  const path = join(folder, 'log.csv');
  await writeFile(path, logOf(given));
  for await (const rows of readLog(path, 'UTC')) return storyOf(rows);
  throw new Error('the log has no case');
}

/** The steps as a person would tell them: `08:05 route 70`. */
const lines = ({ steps }: CaseStory) => steps.map(lineOf);

function lineOf(step: Step): string {
  const time = new Date(step.at).toISOString().slice(11, 16);
  return 'group' in step ? `${time} ${step.do} ${step.group}` : `${time} ${step.do}`;
}

describe('the story of a case', () => {
  test('[RP1] what changes from row to row is what somebody did', async () => {
    const story = await told({
      opened: '08:00',
      resolved: '11:00',
      rows: [
        { at: '08:05', state: 'New' },
        { at: '08:10', priority: '1 - Critical', category: '56' },
        { at: '08:30', state: 'Active', assignee: '5' },
        { at: '09:00', group: '71' },
        { at: '09:30', state: 'Awaiting User Info' },
        { at: '09:40', assignee: '6' },
        { at: '11:00', state: 'Resolved' },
        { at: '12:00', state: 'Closed' },
      ],
    });
    expect(lines(story)).toEqual([
      '08:00 register',
      '08:05 route 70',
      '08:10 grade',
      '08:30 takeOn',
      '08:30 work',
      '09:00 handOver 71',
      '09:30 contact',
      '11:00 resolve',
      '12:00 close',
    ]);
    expect(story.steps[0]).toMatchObject({ severity: 'GENERAL', category: '55', channel: 'PHONE' });
    expect(story.steps[2]).toMatchObject({ severity: 'URGENT', category: '56' });
    expect(story.slips).toEqual([]);
  });

  test('[RP1] what was resolved or closed and goes on was opened again; a closed case is taken on anew', async () => {
    const story = await told({
      opened: '08:00',
      resolved: '12:20',
      rows: [
        { at: '08:00', state: 'Active' },
        { at: '09:00', state: 'Resolved' },
        { at: '10:00', state: 'Active' },
        { at: '11:00', state: 'Resolved' },
        { at: '11:30', state: 'Closed' },
        { at: '12:00', state: 'Active' },
        { at: '12:10', state: 'Resolved' },
        { at: '12:20', assignee: '5' },
        { at: '12:30', state: 'Closed' },
      ],
    });
    expect(lines(story).slice(4)).toEqual([
      '09:00 resolve',
      '10:00 reopen',
      '11:00 resolve',
      '11:30 close',
      '12:00 reopen',
      '12:00 takeOn',
      '12:00 work',
      // The log names the moment of the last resolution: a later row of that stretch.
      '12:20 resolve',
      '12:30 close',
    ]);
  });

  test('[RP1] what the customer is asked comes before the work that it begins', async () => {
    const story = await told({ opened: '08:00', rows: [{ at: '08:00', state: 'Awaiting User Info' }] });
    expect(lines(story).slice(2)).toEqual(['08:00 takeOn', '08:00 contact', '08:00 work']);
  });

  test('[RP2] a row counts from the opening at the earliest, and from the rows that follow it at the latest', async () => {
    const story = await told({
      opened: '08:00',
      rows: [
        { at: '07:00', state: 'New' },
        { at: '11:10', state: 'Active' },
        { at: '09:00', state: 'Active', group: '71' },
        { at: '10:00', state: 'Resolved' },
      ],
    });
    expect(lines(story)).toEqual([
      '08:00 register',
      '08:00 route 70',
      '09:00 takeOn',
      '09:00 work',
      '09:00 handOver 71',
      '10:00 resolve',
    ]);
    expect(story.slips).toEqual(['DATED_BEFORE_OPENING', 'DATED_AFTER_A_LATER_ROW']);
  });

  test('[RP2] whatever a log holds, a story goes forward in time and closes nothing that it did not resolve', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
        const { steps } = storyOf(rows.map((row) => ({ ...row, openedAt: OPENED })));
        expect(steps[0]).toMatchObject({ do: 'register', at: OPENED });
        expect(steps[1]).toMatchObject({ do: 'route' });
        let done: Step['do'] = 'reopen';
        steps.forEach((step, i) => {
          expect(step.at).toBeGreaterThanOrEqual(steps[Math.max(0, i - 1)]!.at);
          if (step.do === 'resolve') expect(done).toBe('reopen');
          if (step.do === 'close') expect(done).toBe('resolve');
          if (step.do === 'reopen') expect(['resolve', 'close']).toContain(done);
          if (['resolve', 'close', 'reopen'].includes(step.do)) done = step.do;
        });
      }),
    );
  });

  test('[RP3] a group that the log does not name is one that cases are handed to', async () => {
    const story = await told({
      opened: '08:00',
      rows: [
        { at: '08:00', group: '?' },
        { at: '09:00', group: '70' },
        { at: '10:00', group: '?' },
      ],
    });
    expect(lines(story).slice(1)).toEqual(['08:00 route unnamed', '09:00 handOver 70', '10:00 handOver unnamed']);
  });

  test('[RP4] what the log leaves out is read into it, and counted', async () => {
    const story = await told({
      opened: '08:00',
      channel: 'Direct opening',
      rows: [
        { at: '08:00', state: '-100' },
        { at: '09:00', state: 'New', reassignments: 1 },
        { at: '10:00', state: 'Closed' },
        { at: '11:00', state: 'Resolved' },
      ],
    });
    expect(lines(story).slice(1)).toEqual(['08:00 route 70', '09:00 handOver 70', '10:00 resolve', '10:00 close']);
    expect(story.steps[0]).toMatchObject({ channel: 'WEB_FORM' });
    expect(story.slips.toSorted()).toEqual([
      'CHANGED_AFTER_CLOSING',
      'CLOSED_UNRESOLVED',
      'COUNTED_WITHOUT_CHANGE',
      'UNKNOWN_CHANNEL',
      'UNKNOWN_STATE',
    ]);
  });
});

const OPENED = onTheDay('08:00');

const anyMoment = fc.integer({ min: -60, max: 600 }).map((minutes) => OPENED + minutes * 60_000);

const anyRow: fc.Arbitrary<LogRow> = fc.record({
  line: fc.constant(2),
  caseId: fc.constant('0001'),
  phase: fc.constantFrom('NEW', 'WORKING', 'RESOLVED', 'CLOSED', null),
  awaitsCustomer: fc.boolean(),
  openedAt: fc.constant(OPENED),
  updatedAt: anyMoment,
  resolvedAt: fc.option(anyMoment),
  group: fc.constantFrom('70', '71', null),
  isAssigned: fc.boolean(),
  reassignments: fc.nat(3),
  category: fc.constantFrom('55', null),
  severity: fc.constantFrom('GENERAL', 'URGENT'),
  channel: fc.constantFrom('PHONE', null),
});
