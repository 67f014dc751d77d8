import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SAMPLE, mappingLike, openDesk } from './desk.ts';
import type { ImportDesk } from './desk.ts';
import { GOOD, csv, row } from './rows.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('what ends an import', () => {
  const failures: [what: string, content: string | Buffer | null, message: RegExp][] = [
    ['a file that is not there', null, /^There is no file .*file\.csv\.\n$/],
    ['an empty file', '', /file\.csv is empty\.\n$/],
    ['a file of empty lines', '\n\n\n', /file\.csv has no header: all its lines are empty\.\n$/],
    [
      'no header',
      `${GOOD}\n`,
      /^Line 1 should be the header, but has no column .*"Complaint ID", .* It has: "1", "Mortgage"/,
    ],
    [
      'a column that is missing',
      csv().replace(',Company,', ',Firm,'),
      /^Line 1 should be the header, but has no column "Company"\. It has: .*"Firm"/,
    ],
    ['a column that is there twice', csv().replace('ZIP code', 'Issue'), /^Line 1: the header has "Issue" twice\.\n$/],
    [
      'a quotation mark that stays open',
      csv(row(1), row(2), row(3, ['Late fee', '"Late fee'])),
      /^Line 4: the row opens a quotation mark that is never closed\.\n/m,
    ],
    [
      'text behind a quotation mark',
      csv(row(1), row(2, ['Late fee', '"Late" fee'])),
      /^Line 3: text follows a closing quotation mark\./,
    ],
    [
      'a quotation mark inside a cell',
      csv(row(1), row(2, ['Late fee', '5" fee'])),
      /^Line 3: a quotation mark stands inside a cell/,
    ],
    [
      'a byte that is no UTF-8',
      Buffer.concat([Buffer.from(csv(row(1, ['CA', '加州，中国人在那里很多']))), Buffer.from([0xff])]),
      /is UTF-8 but for line 3: the byte 0xFF there/,
    ],
    [
      'another encoding',
      Buffer.from(csv(row(1), row(2, ['CA', 'Québec'])), 'latin1'),
      /is neither UTF-8 nor GB18030: line 3 has the byte 0xE9/,
    ],
    [
      'a broken GB18030',
      Buffer.concat([Buffer.from(csv(row(1))), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xb5, 0x0a])]),
      /is GB18030 but for line 3: the byte 0xB5 there/,
    ],
    ['UTF-16', Buffer.from(`\uFEFF${csv(GOOD)}`, 'utf16le'), /is UTF-16\. Save it as "CSV UTF-8" first\.\n$/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), /is a spreadsheet or an archive/],
  ];

  test.each(failures)('[IM6] %s', async (_what, content, message) => {
    const file = content === null ? desk.path('file.csv') : await desk.write('file.csv', content);
    const result = await desk.run(file, '--mapping', 'cfpb');
    expect(result.err).toMatch(message);
    expect(result.code).toBe(2);
    expect(existsSync(desk.path('rejects.csv'))).toBe(false);
  });

  test('[IM6] a quotation mark that stays open does not swallow the memory of the machine', async () => {
    const file = await desk.write(
      'file.csv',
      csv(row(1), row(2, ['Late fee', '"Late fee']), 'x'.repeat(3 * 1024 * 1024)),
    );
    expect(await desk.run(file, '--mapping', 'cfpb')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Line 3: the row is longer than 1 MB; a quotation mark in it is not closed.'),
    });
  });

  test('[IM6] rows before a broken one are in, and are known when it is mended', async () => {
    const file = await desk.write('file.csv', csv(row(1), row(2), row(3), row(4, ['Late fee', '"Late" fee'])));
    const broken = await desk.run(file, '--mapping', 'cfpb', '--batch', '2');
    expect(broken.err).toMatch(/^Of the rows before it, 2 were added; the next run knows them\.\nLine 5:/);
    await desk.write('file.csv', csv(row(1), row(2), row(3), row(4)));
    expect((await desk.run(file, '--mapping', 'cfpb')).out).toContain('2 added, 2 known already');
  });

  test('[IM1] a mapping that is not there, that is no JSON, or that means nothing is refused field by field', async () => {
    expect(await desk.run(SAMPLE, '--mapping', 'nobody')).toMatchObject({
      code: 2,
      err: 'There is no mapping "nobody". Redress ships with: cfpb; else give the path of a mapping file.\n',
    });
    expect((await desk.run(SAMPLE, '--mapping', await desk.write('m.json', '{ "source": '))).err).toContain(
      'm.json is no JSON',
    );
    const faulty = await mappingLike({
      zone: 'Mars/Olympus',
      dateFormats: ['DD.MM.YYYY'],
      surplus: 1,
      fields: {
        subject: '{Issue',
        description: undefined,
        channel: { column: 'Submitted via', values: { Web: 'FAX' } },
        stage: 'ANYWHERE',
      },
    });
    const { code, err } = await desk.run(SAMPLE, '--mapping', await desk.write('m.json', faulty));
    expect(code).toBe(2);
    for (const fault of [
      'zone: must be a time zone such as Asia/Shanghai',
      'dateFormats.0: "DD.MM.YYYY" is no date format',
      'fields.subject.0: "{Issue": braces name no column',
      'fields.description: must be a text with columns, such as "{Column}", or a list of such texts',
      'fields.channel: "FAX": must be one of PHONE, EMAIL',
      'fields.stage: "ANYWHERE": must be one of RECEIVED, CONFIRMED',
      'surplus',
    ]) {
      expect(err).toContain(fault);
    }
  });

  test('[IM6] a database that is not there', async () => {
    const result = await desk.startAt('postgres://nobody@127.0.0.1:1/none', SAMPLE, '--mapping', 'cfpb').result;
    expect(result).toMatchObject({ code: 2, err: expect.stringContaining('DATABASE_URL') });
  });
});

test('[IM7] UTF-8 with and without a byte order mark, and lines that end as on Windows, are read alike', async () => {
  const text = csv(row(1, ['First Meadow Bank', '"第一草地\n银行"']), row(2, ['CA', '加州']));
  await desk.run(await desk.write('bom.csv', `\uFEFF${text.replaceAll('\n', '\r\n')}`), '--mapping', 'cfpb');
  const other = await desk.write('other.json', await mappingLike({ source: 'other' }));
  await desk.run(await desk.write('plain.csv', text), '--mapping', other);
  const read = (source: string) =>
    desk.db.pool
      .query(
        `SELECT t."subject", t."description", t."about" FROM "complaint" c JOIN "complaint_text" t ON t."complaintId" = c."id"
         WHERE c."externalSource" = $1 ORDER BY c."externalId"`,
        [source],
      )
      .then(({ rows }) => rows);
  expect(await read('cfpb')).toHaveLength(2);
  expect(await read('cfpb')).toEqual(await read('other'));
});
