/**
 * Writes the copies, table by table, in one transaction that empties the tables first: rows come in frozen, so that no
 * vacuum has to pass over them again, and nobody ever sees half of it.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { positionsOnTop } from '@redress/domain/rules/ordering';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { NOTIFICATION_DAYS } from '../clock/housekeeping.ts';
import { fillHoles } from './copied-case.ts';
import type { Copy } from './copied-case.ts';
import type { Cases, LoadedTable, TemplateCase } from './read-cases.ts';
import { NOT_COPIED } from './tables.ts';

export interface Load {
  client: Client;
  cases: Cases;
  copies: readonly Copy[];
  /** When the cases were read. */
  readAt: number;
  onTable: (table: string, rows: number, seconds: number) => void;
}

const CHUNK = 1 << 18;
/** Inboxes were swept since (see clock/housekeeping.ts). */
const NOTIFICATION_MS = NOTIFICATION_DAYS * 86_400_000;
/** So many cases go on side by side, as in life: the events of one lie on as many pages as there are of them. */
const SIDE_BY_SIDE = 500;

/** Gives the number of the last event. */
export async function loadCopies(load: Load): Promise<number> {
  const { client, cases, copies, onTable } = load;
  let head = 0;
  await client.query('BEGIN');
  try {
    // What is copied is consistent as it was: no foreign key is asked again, and the log lets itself be emptied.
    await client.query(`SET LOCAL session_replication_role = replica; SET LOCAL maintenance_work_mem = '1GB'`);
    const names = cases.tables.map(({ name }) => `"${name}"`);
    const emptied = [...names, ...NOT_COPIED.map((name) => `"${name}"`)];
    await client.query(`TRUNCATE ${emptied.join(', ')}`);
    const later = await withoutInvertedIndexes(client, names);
    for (const table of cases.tables) {
      const begun = performance.now();
      let rows = 0;
      const count = (lines: number) => (rows += lines);
      const text =
        table.name === 'event' || table.name === 'audit' ? logText(load, table, count) : caseText(load, table, count);
      const into = client.query(
        copyFrom(`COPY "${table.name}" (${table.columns.join(', ')}) FROM STDIN WITH (FREEZE)`),
      );
      await pipeline(Readable.from(text, { objectMode: true }), into);
      if (table.name === 'event') head = rows;
      onTable(table.name, rows, (performance.now() - begun) / 1_000);
    }
    for (const sql of later) {
      const begun = performance.now();
      await client.query(sql);
      onTable('search index', copies.length, (performance.now() - begun) / 1_000);
    }
    await client.query(`UPDATE "stream" SET "head" = $1, "floor" = $1 WHERE "id" = 1`, [head]);
    await client.query(`SELECT setval('complaint_number', $1)`, [Math.max(1, copies.length)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  const begun = performance.now();
  await client.query('VACUUM (ANALYZE)');
  onTable('statistics', 0, (performance.now() - begun) / 1_000);
  return head;
}

/** Drops what is filled in much faster at the end, and gives the statements that make it again. */
async function withoutInvertedIndexes(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS "name", pg_get_indexdef(i.indexrelid) AS "definition"
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
     WHERE a.amname = 'gin' AND i.indrelid = ANY ($1::regclass[])`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** The rows of one table, in pieces. */
function* caseText(load: Load, { name }: LoadedTable, count: (lines: number) => void): Generator<Buffer> {
  const { cases, copies, readAt } = load;
  const position = name === 'complaint' ? positionsOf(cases.cases, copies) : null;
  let piece = '';
  for (const copy of copies) {
    const { moulds, closedAt } = cases.cases[copy.template]!;
    if (name === 'notification' && closedAt !== null && closedAt + copy.later < readAt - NOTIFICATION_MS) continue;
    const mould = moulds.get(name)!;
    const values = fillHoles(mould.holes, copy, readAt);
    for (let row = 0; row < mould.size; row++) {
      piece += `${position === null ? '' : `${position(copy)}\t`}${mould.fill(row, values)}\n`;
    }
    count(mould.size);
    if (piece.length < CHUNK) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** The log, in the order in which it would have been written: a change of each case in turn. */
function* logText(load: Load, { name }: LoadedTable, count: (lines: number) => void): Generator<Buffer> {
  const { cases, copies, readAt } = load;
  const ofEvents = name === 'event';
  let [seq, piece] = [0, ''];
  for (const { events, audit } of cases.settings) {
    const first = seq + 1;
    seq += events.length;
    if (ofEvents) for (const [i, line] of events.entries()) piece += `${first + i}\t${line}\n`;
    else if (audit !== null) piece += `${first}\t${seq}\t${audit}\n`;
    count(ofEvents ? events.length : Number(audit !== null));
  }
  for (let begin = 0; begin < copies.length; begin += SIDE_BY_SIDE) {
    const going = copies.slice(begin, begin + SIDE_BY_SIDE).map((copy) => {
      const template = cases.cases[copy.template]!;
      const mould = template.moulds.get(name)!;
      return { changes: template.changes, mould, values: fillHoles(mould.holes, copy, readAt), row: 0 };
    });
    for (let turn = 0, left = true; left; turn++) {
      left = false;
      for (const one of going) {
        const change = one.changes[turn];
        if (change === undefined) continue;
        left = true;
        const first = seq + 1;
        seq += change.events;
        if (ofEvents) {
          for (let i = 0; i < change.events; i++) piece += `${first + i}\t${one.mould.fill(one.row++, one.values)}\n`;
        } else if (change.audited) piece += `${first}\t${seq}\t${one.mould.fill(one.row++, one.values)}\n`;
      }
      if (piece.length < CHUNK) continue;
      yield Buffer.from(piece);
      piece = '';
    }
    for (const { row } of going) count(row);
  }
  yield Buffer.from(piece);
}

/** Where a copy stands in its column: the newest on top. */
function positionsOf(cases: readonly TemplateCase[], copies: readonly Copy[]): (copy: Copy) => string {
  const stageOf = (copy: Copy) => cases[copy.template]!.stage;
  const counts = new Map<string, number>();
  for (const copy of copies) counts.set(stageOf(copy), (counts.get(stageOf(copy)) ?? 0) + 1);
  const positions = new Map([...counts].map(([stage, many]) => [stage, positionsOnTop(null, many, 0)]));
  return (copy) => positions.get(stageOf(copy))!.pop()!;
}
