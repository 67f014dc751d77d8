/** The cases that a database holds, as moulds of all their rows. */
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Mould } from './mould.ts';
import type { Marks } from './mould.ts';
import { caseTables, columnsBesides } from './tables.ts';

export interface TemplateCase {
  receivedAt: number;
  closedAt: number | null;
  stage: string;
  /** How many events it has. */
  events: number;
  /** By table, its rows without what `LoadedTable` says comes before them. */
  moulds: Map<string, Mould>;
  /** Its changes in order: how many events each has, and whether an audit row. */
  changes: { events: number; audited: boolean }[];
}

/** A table as it is written: columns that are made anew for every copy, then those of the moulds. */
export interface LoadedTable {
  name: string;
  columns: string[];
}

export interface Cases {
  cases: TemplateCase[];
  tables: LoadedTable[];
  /** What the log holds besides cases: as it is, without its numbers. */
  settings: { events: string[]; audit: string | null }[];
}

/** Of the complaint's columns: unique, so that no two copies may share them. */
const OWN_COLUMNS = ['"position"', '"externalSource"', '"externalId"'];
const EVENT_NUMBER = ['"seq"'];
const AUDIT_NUMBERS = ['"firstSeq"', '"lastSeq"'];

interface Found extends Marks {
  id: string;
  stage: string;
  receivedAt: Date;
  closedAt: Date | null;
}

/** Reads them in one snapshot; cases that touch other cases (groups, merged ones, those of one bulk change) are left out. */
export async function readCases(client: Client): Promise<Cases> {
  await client.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TIME ZONE 'UTC'; SET LOCAL DATESTYLE TO ISO`,
  );
  try {
    const found = await standingAlone(client);
    const foreign = await foreignIds(client);
    const tables: LoadedTable[] = [];
    const moulds = found.map(() => new Map<string, Mould>());
    for (const { name, owner, columns } of await caseTables(client)) {
      const kept = name === 'complaint' ? columns.filter((column) => !OWN_COLUMNS.includes(column)) : columns;
      const lines = await linesByCase(client, owner, kept, `"${name}" r`, '');
      tables.push({ name, columns: name === 'complaint' ? [OWN_COLUMNS[0]!, ...kept] : kept });
      found.forEach((one, i) => moulds[i]!.set(name, new Mould(lines.get(one.id) ?? [], one, foreign)));
    }
    const eventColumns = await columnsBesides(client, 'event', EVENT_NUMBER);
    const auditColumns = await columnsBesides(client, 'audit', AUDIT_NUMBERS);
    tables.push({ name: 'event', columns: [...EVENT_NUMBER, ...eventColumns] });
    tables.push({ name: 'audit', columns: [...AUDIT_NUMBERS, ...auditColumns] });
    const events = await linesByCase(
      client,
      `r."complaintId", r."changeId"`,
      eventColumns,
      '"event" r',
      'ORDER BY r."seq"',
    );
    const audits = await linesByCase(client, `r."changeId"`, auditColumns, '"audit" r', '');
    const cases = found.map((one, i): TemplateCase => {
      const logged = changesOf(events.get(one.id) ?? [], audits);
      const lines = logged.flatMap((change) => change.events);
      const audited = logged.flatMap(({ audit }) => (audit === null ? [] : [audit]));
      moulds[i]!.set('event', new Mould(lines, one, foreign));
      moulds[i]!.set('audit', new Mould(audited, one, foreign));
      return {
        receivedAt: one.receivedAt.getTime(),
        closedAt: one.closedAt?.getTime() ?? null,
        stage: one.stage,
        events: lines.length,
        moulds: moulds[i]!,
        changes: logged.map((change) => ({ events: change.events.length, audited: change.audit !== null })),
      };
    });
    return { cases, tables, settings: changesOf(events.get('\\N') ?? [], audits) };
  } finally {
    await client.query('COMMIT');
  }
}

async function standingAlone(client: Client): Promise<Found[]> {
  const { rows } = await client.query<Found>(
    `SELECT c."id", c."stage", c."receivedAt", c."closedAt", c."number", c."trackingHash", cu."phone", cu."email"
     FROM "complaint" c LEFT JOIN "customer" cu ON cu."id" = c."customerId"
     WHERE NOT c."isGroup" AND c."parentId" IS NULL AND c."mergedIntoId" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "complaint" o WHERE o."parentId" = c."id" OR o."mergedIntoId" = c."id")
       AND NOT EXISTS (SELECT 1 FROM "complaint" o WHERE o."customerId" = c."customerId" AND o."id" <> c."id")
       AND NOT EXISTS (SELECT 1 FROM "audit" a WHERE c."id" = ANY (a."complaintIds") AND cardinality(a."complaintIds") > 1)
     ORDER BY c."id"`,
  );
  return rows;
}

/** Ids of what no case owns: every table that is not a case's. */
async function foreignIds(client: Client): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const table of ['member', 'member_role', 'department', 'policy', 'routing_rule', 'integration_token']) {
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "${table}"`);
    for (const { id } of rows) ids.add(id);
  }
  return ids;
}

/** Rows as COPY writes them, by the first column of `owner`; its others stay in front of the row. */
async function linesByCase(
  client: Client,
  owner: string,
  columns: readonly string[],
  from: string,
  order: string,
): Promise<Map<string, string[]>> {
  const list = columns.map((column) => `r.${column}`).join(', ');
  const stream = client.query(copyTo(`COPY (SELECT ${owner}, ${list} FROM ${from} ${order}) TO STDOUT`));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const byCase = new Map<string, string[]>();
  for (const line of Buffer.concat(chunks).toString('utf8').split('\n')) {
    if (line === '') continue;
    const end = line.indexOf('\t');
    const key = line.slice(0, end);
    const lines = byCase.get(key);
    const row = line.slice(end + 1);
    if (lines === undefined) byCase.set(key, [row]);
    else lines.push(row);
  }
  return byCase;
}

/** Events that lead with their change's id, in order, put together by it, with the change's row of the audit. */
function changesOf(
  events: readonly string[],
  audits: ReadonlyMap<string, string[]>,
): { events: string[]; audit: string | null }[] {
  const changes = new Map<string, string[]>();
  for (const line of events) {
    const end = line.indexOf('\t');
    const change = line.slice(0, end);
    const own = changes.get(change) ?? [];
    own.push(line.slice(end + 1));
    changes.set(change, own);
  }
  return [...changes].map(([change, own]) => ({ events: own, audit: audits.get(change)?.[0] ?? null }));
}
