/** How PostgreSQL carries out what the product asks while some work is done: a few lines for each statement. */
import type { Database } from '@redress/prisma/client';
import { print } from './transcript.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

interface Explained {
  Plan: PlanNode;
  'Execution Time': number;
}

/** Runs the work on a database that explains each statement, within a transaction that is taken back, before it runs it. */
export async function explainWork(what: string, db: Database, work: (db: Database) => Promise<unknown>): Promise<void> {
  print(`\n${what}`);
  const pool = new Proxy(db.pool, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name, target) as unknown;
      return async (config: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
        const { text, values: own } = typeof config === 'string' ? { text: config, values } : config;
        tell(await explain(db, text, own ?? []));
        return values === undefined ? target.query(config as never) : target.query(text, values);
      };
    },
  });
  await work({ ...db, pool });
}

async function explain(db: Database, text: string, values: readonly unknown[]): Promise<Explained> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    // Twice: what is told is how it goes when the pages are at hand.
    const sql = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`;
    await client.query(sql, [...values]);
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(sql, [...values]);
    return rows[0]!['QUERY PLAN'][0];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function tell({ Plan: plan, 'Execution Time': ms }: Explained): void {
  print(`  ${ms.toFixed(2)} ms, ${plan['Shared Hit Blocks'] + plan['Shared Read Blocks']} pages`);
  const scans = new Map<string, number>();
  for (const scan of scansOf(plan)) scans.set(scan, (scans.get(scan) ?? 0) + 1);
  for (const [scan, times] of scans) print(`    ${scan}${times > 1 ? `, ${times} times` : ''}`);
}

/** What is read of tables, in the order of the plan; scans of results of the statement's own are left out. */
function scansOf(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  const on = node['Relation Name'] ?? node['Index Name'];
  if (on === undefined || !node['Node Type'].includes('Scan') || node['Actual Loops'] === 0) return below;
  const through = node['Index Name'] === undefined || node['Index Name'] === on ? '' : ` by ${node['Index Name']}`;
  const rows = Math.round(node['Actual Rows'] * node['Actual Loops']);
  const removed = node['Rows Removed by Filter'] ? `, ${node['Rows Removed by Filter']} passed over` : '';
  return [`${node['Node Type']} of ${on}${through}: ${rows} row${rows === 1 ? '' : 's'}${removed}`, ...below];
}
