import pg from 'pg';

/**
 * A database's structure as lines of text, sorted: one for each column, constraint, index, enum, sequence, view,
 * function and trigger. Two databases have the same structure when they have the same lines; the order of columns, names
 * of owners and contents do not count. The job queue's schema is its library's own, and left out.
 */
export async function readCatalogue(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(CATALOGUE);
    return rows.map((row) => row.line).sort();
  } finally {
    await client.end();
  }
}

/** What only one of two catalogues has: `- ` before lines of the first, `+ ` before lines of the second. */
export function compareCatalogues(first: readonly string[], second: readonly string[]): string[] {
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  return [
    ...first.filter((line) => !inSecond.has(line)).map((line) => `- ${line}`),
    ...second.filter((line) => !inFirst.has(line)).map((line) => `+ ${line}`),
  ].sort((a, b) => a.slice(2).localeCompare(b.slice(2)));
}

const CATALOGUE = `
  WITH ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'graphile_worker')),
       relation AS (
         SELECT c.oid, c.relname, c.relkind, c.relpersistence
         FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
         WHERE c.relname <> '_prisma_migrations' AND c.relname <> '_prisma_migrations_pkey'
       )
  SELECT format('table %I kind %s %s', relname, relkind, relpersistence) AS line FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT format('column %I.%I %s%s%s%s%s%s', r.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN format(' collate %I', l.collname) END,
           CASE WHEN a.attnotnull THEN ' not null' END,
           CASE WHEN d.oid IS NOT NULL AND a.attgenerated = '' THEN ' default ' || pg_get_expr(d.adbin, d.adrelid) END,
           CASE WHEN a.attgenerated <> '' THEN ' generated ' || pg_get_expr(d.adbin, d.adrelid) END,
           CASE WHEN a.attidentity <> '' THEN format(' identity %s', a.attidentity) END)
  FROM relation r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_collation l ON l.oid = a.attcollation
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  WHERE r.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT format('constraint %I.%I %s', r.relname, k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid
  WHERE k.contype <> 'n'
  UNION ALL
  SELECT format('index %s', pg_get_indexdef(r.oid)) FROM relation r WHERE r.relkind IN ('i', 'I')
  UNION ALL
  SELECT format('sequence %I %s from %s by %s', r.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement)
  FROM pg_sequence s JOIN relation r ON r.oid = s.seqrelid
  UNION ALL
  SELECT format('enum %I (%s)', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder))
  FROM pg_type t JOIN ours ON ours.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
  UNION ALL
  SELECT format('view %I as %s', relname, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace WHERE p.prokind IN ('f', 'p')
  UNION ALL
  SELECT format('trigger %s', pg_get_triggerdef(g.oid)) FROM pg_trigger g JOIN relation r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal
  UNION ALL
  SELECT format('extension %I', extname) FROM pg_extension WHERE extname <> 'plpgsql'`;
