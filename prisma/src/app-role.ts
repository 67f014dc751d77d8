/**
 * The role that the product's processes work as. It owns nothing: it reads and writes rows, and of the log (events and
 * audit) it may add and read alone, so that no fault of the product can rewrite what was done (docs/adr/0009).
 */
import pg from 'pg';

export const APP_ROLE = 'redress_app';

/** Tables that are only ever added to. */
const LOG = ['event', 'audit'];
const BOOKKEEPING = '_prisma_migrations';
/** The job queue's, where there is one, beside the product's own. */
const QUEUE_SCHEMA = 'graphile_worker';

const INSUFFICIENT_PRIVILEGE = '42501';
const UNIQUE_VIOLATION = '23505';
const DUPLICATE_OBJECT = '42710';

/**
 * Makes the role where the server has none. With a password it may sign in; without one it is a role to switch to.
 *
 * @returns whether there is one now; false when this user may not make roles.
 */
export async function ensureAppRole(client: pg.ClientBase, password: string | null = null): Promise<boolean> {
  const { rows } = await client.query<{ login: boolean }>(
    'SELECT "rolcanlogin" AS "login" FROM pg_roles WHERE "rolname" = $1',
    [APP_ROLE],
  );
  const login = password === null ? '' : `LOGIN PASSWORD ${pg.escapeLiteral(password)}`;
  try {
    if (rows[0] === undefined) await make(client, login);
    else if (password !== null && !rows[0].login) await client.query(`ALTER ROLE "${APP_ROLE}" ${login}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}

/** Roles belong to the whole server: a process that sets up another database may be making it just now. */
async function make(client: pg.ClientBase, login: string): Promise<void> {
  try {
    await client.query(`CREATE ROLE "${APP_ROLE}" ${login}`);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code !== UNIQUE_VIOLATION && code !== DUPLICATE_OBJECT) throw error;
    if (login !== '') await client.query(`ALTER ROLE "${APP_ROLE}" ${login}`);
    return;
  }
  // Who made a role may not switch to it for that: only superusers may without being a member.
  await client.query(`DO $$ BEGIN
    IF NOT (SELECT "rolsuper" FROM pg_roles WHERE "rolname" = current_user) THEN
      GRANT "${APP_ROLE}" TO CURRENT_USER;
    END IF;
  END $$`);
}

/**
 * Gives a role what the product's processes need in this database, and takes back what they must not have. It is called
 * after every migration and after the job queue's own, by the owner of the tables: new tables are found by themselves.
 * Nothing is written when nothing is missing. Two at once would refuse each other: call it under a lock.
 */
export async function grantTo(owner: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(NEEDED, [role, LOG, BOOKKEEPING, QUEUE_SCHEMA]);
  if (rows.length > 0) await owner.query(rows.map((row) => row.statement).join(';\n'));
}

/**
 * $1 the role, $2 the log, $3 Prisma's own table, $4 the queue's schema. The queue's tables have row security without
 * a policy, which shuts out everybody but their owner.
 */
const NEEDED = `
  WITH place AS (
    SELECT "oid", "nspname" FROM pg_namespace WHERE "nspname" IN (current_schema(), $4)),
  relation AS (
    SELECT c."oid", format('%I.%I', place."nspname", c."relname") AS "name", c."relkind", c."relrowsecurity",
      place."nspname" = current_schema() AND c."relname" = ANY($2) AS "log",
      CASE WHEN c."relkind" = 'S' THEN ARRAY['USAGE']
        WHEN place."nspname" = current_schema() AND c."relname" = ANY($2) THEN ARRAY['SELECT', 'INSERT']
        WHEN c."relname" = $3 THEN ARRAY['SELECT']
        ELSE ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'] END AS "wanted"
    FROM pg_class c JOIN place ON place."oid" = c."relnamespace"
    WHERE c."relkind" IN ('r', 'p', 'v', 'S') AND pg_has_role(c."relowner", 'USAGE'))
  SELECT format('GRANT USAGE ON SCHEMA %I TO %I', "nspname", $1::text) AS "statement"
  FROM place WHERE NOT has_schema_privilege($1, "oid", 'USAGE')
  UNION ALL
  SELECT format('GRANT %s ON %s TO %I', string_agg(DISTINCT right_, ', '),
    CASE WHEN "relkind" = 'S' THEN 'SEQUENCE ' ELSE '' END || "name", $1::text)
  FROM relation CROSS JOIN unnest("wanted") AS right_
  WHERE CASE WHEN "relkind" = 'S' THEN NOT has_sequence_privilege($1, "oid", right_)
    ELSE NOT has_table_privilege($1, "oid", right_) END
  GROUP BY "name", "relkind"
  UNION ALL
  SELECT format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', "name", $1::text)
  FROM relation WHERE "log" AND has_table_privilege($1, "oid", 'UPDATE, DELETE, TRUNCATE')
  UNION ALL
  SELECT format('CREATE POLICY %I ON %s TO %I USING (true) WITH CHECK (true)', $1::text, "name", $1::text)
  FROM relation WHERE "relrowsecurity" AND NOT EXISTS (
    SELECT 1 FROM pg_policy p WHERE p."polrelid" = relation."oid" AND p."polname" = $1)`;

/** The same connection string, whose sessions are of the role from their first statement on. */
export function actingAs(url: string, role: string): string {
  const changed = new URL(url);
  const given = changed.searchParams.get('options');
  changed.searchParams.set('options', `${given === null ? '' : `${given} `}-c role=${role}`);
  return changed.href;
}

/** The same connection string for another user. */
export function signedInAs(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = encodeURIComponent(password);
  return changed.href;
}
