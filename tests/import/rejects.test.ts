import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import type { ImportDesk } from './desk.ts';
import { HEADER, csv, row } from './rows.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('rows that are rejected', () => {
  test('[IM5] each goes to the reject file with its line and the reason, the others go in, and the exit code says so', async () => {
    const file = await desk.write(
      'mixed.csv',
      csv(
        row(1),
        row(2, ['11/03/2014', '02/30/2014']),
        '',
        row(3, ['11/03/2014', '3 November']),
        row(4, ['11/03/2014,11/03/2014', '01/05/2199,01/06/2199']),
        row(5, ['Web', 'Carrier pigeon']),
        row(6, ['In progress', 'Lost in the post']),
        row(7, ['11/03/2014,11/03/2014', '11/03/2014,11/01/2014']),
        row(8).replace(/^8/, ''),
        `${row(9)},,surplus`,
        row(1),
        row(10, ['First Meadow Bank', '"a\n\nb"']),
        row(11, ['Late fee', `\0`]),
        row(12, ['Late fee', 'x'.repeat(301)]),
      ),
    );
    const result = await desk.run(file, '--mapping', 'cfpb');
    expect(result).toMatchObject({ code: 1, err: '' });
    expect(result.out).toContain('13 rows of mixed.csv');
    expect(result.out).toContain('2 added, 0 known already, 11 rejected');
    expect(result.out).toContain(desk.path('rejects.csv'));
    expect(await desk.count('"complaint"')).toBe(2);

    const [header, ...rejected] = (await desk.read('rejects.csv')).trimEnd().split('\r\n');
    expect(header).toBe(`\uFEFF${HEADER},line,reason`);
    expect(rejected.map((line) => line.split(',').slice(14).join(','))).toEqual([
      '3,"receivedAt is 02/30/2014, which is no day of the calendar"',
      '5,"receivedAt is ""3 November"", which is not written as MM/dd/yyyy"',
      '6,"receivedAt is 01/05/2199, which lies in the future"',
      '7,"Submitted via is ""Carrier pigeon"", which the mapping does not know"',
      '8,"Company response is ""Lost in the post"", which the mapping does not know"',
      '9,claimedAt is before receivedAt',
      '10,externalId is empty',
      ',surplus",11,"the row has 16 cells, but the header has 14 columns"',
      '12,externalId 1 stands on line 2 already',
      '16,subject holds a NUL character',
      '17,subject has 301 characters; 300 are allowed',
    ]);
  });

  test('[IM5] the reject file can be corrected and imported, and no cell of it starts a formula', async () => {
    const bad = row(2, ['Web', 'Pigeon'], ['First Meadow Bank', '=HYPERLINK("x")'], ['CA', '-1']).replace(
      '=HYPERLINK("x")',
      '"=HYPERLINK(""x"")"',
    );
    await desk.run(await desk.write('bad.csv', csv(bad)), '--mapping', 'cfpb');
    const rejects = await desk.read('rejects.csv');
    expect(rejects).toContain(`"'=HYPERLINK(""x"")"`);
    expect(rejects).toContain(`,'-1,`);

    const corrected = await desk.write('corrected.csv', rejects.replace('Pigeon', 'Web'));
    expect(await desk.run(corrected, '--mapping', 'cfpb', '--rejects', desk.path('again.csv'))).toMatchObject({
      code: 0,
    });
    expect(existsSync(desk.path('again.csv'))).toBe(false);
    const { rows } = await desk.db.pool.query('SELECT "about", "region" FROM "complaint_text", "customer"');
    expect(rows).toEqual([{ about: '=HYPERLINK("x")', region: '-1' }]);
  });

  test('[IM5] a row that is rejected twice keeps one line and one reason', async () => {
    await desk.run(await desk.write('bad.csv', csv(row(2, ['Web', 'Pigeon']))), '--mapping', 'cfpb');
    const again = await desk.write('again.csv', await desk.read('rejects.csv'));
    expect((await desk.run(again, '--mapping', 'cfpb')).code).toBe(1);
    expect(await desk.read('rejects.csv')).toBe(await desk.read('again.csv'));
  });

  test('[IM5] a row may be short of its last cells: they are empty', async () => {
    const short = row(2).replace(/,In progress,Yes,$/, ',In progress');
    expect(
      await desk.run(await desk.write('short.csv', csv(row(1), short).trimEnd()), '--mapping', 'cfpb'),
    ).toMatchObject({ code: 0 });
  });

  test('[IM5] a reject file that can not be written ends the import', async () => {
    const file = await desk.write('bad.csv', csv(row(2, ['Web', 'Pigeon'])));
    const result = await desk.run(file, '--mapping', 'cfpb', '--rejects', desk.path('no/such/folder.csv'));
    expect(result.code).toBe(2);
    expect(result.err).toMatch(
      /^Rejected rows can't be written to .*folder\.csv: ENOENT.* Name another file with --rejects\.\n$/,
    );
  });

  test('[IM5] --check finds the same faults and writes no complaint', async () => {
    const file = await desk.write('mixed.csv', csv(row(1), row(2, ['Web', 'Pigeon']), row(3)));
    const result = await desk.run(file, '--mapping', 'cfpb', '--check');
    expect(result).toMatchObject({ code: 1, out: expect.stringContaining('2 can be brought in, 1 rejected') });
    expect(await desk.count('"complaint"')).toBe(0);
    expect(await desk.count('"department"')).toBe(0);
  });
});
