/** How the product's processes get into a database that its owner has brought up to date. */
import pg from 'pg';
import { APP_ROLE, actingAs, ensureAppRole, grantTo } from './app-role.ts';

export interface AppAccess {
  /** Connection string for the product's processes. */
  readonly url: string;
  /** Whether what they connect as can neither change nor remove what the log holds. */
  readonly keepsTheLog: boolean;
}

/**
 * Makes sure that the product's processes get in with what they need and no more.
 *
 * With `appUrl`, the user that it names is given what processes need. Without one, processes sign in as the owner and
 * switch to the role APP_ROLE at once; where that can't be had (roles can't be made here, or a pooler drops the option)
 * they stay what they signed in as, and `keepsTheLog` says so. A user who owns nothing of the product stays as it is:
 * the owner has given it what it needs elsewhere.
 *
 * @param owner connected as `ownerUrl` says, holding the lock of the set-up.
 */
export async function admitApp(owner: pg.Client, ownerUrl: string, appUrl: string | null): Promise<AppAccess> {
  if (appUrl !== null) {
    const user = await who(appUrl);
    if (!(await owns(owner, user))) await grantTo(owner, user);
    return access(appUrl);
  }
  const { rows } = await owner.query<{ name: string }>('SELECT current_user AS "name"');
  if (!(await owns(owner, rows[0]!.name))) return access(ownerUrl);
  if (await ensureAppRole(owner)) {
    await grantTo(owner, APP_ROLE);
    const switched = await access(actingAs(ownerUrl, APP_ROLE)).catch(() => null);
    if (switched !== null) return switched;
  }
  return access(ownerUrl);
}

async function who(url: string): Promise<string> {
  return ask<string>(url, 'SELECT current_user AS "answer"');
}

/** Whether the user may do with the log whatever its owner may. */
async function owns(client: pg.Client, user: string): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean }>(
    `SELECT pg_has_role($1, "relowner", 'USAGE') AS "owns" FROM pg_class WHERE "oid" = '"audit"'::regclass`,
    [user],
  );
  return rows[0]!.owns;
}

async function access(url: string): Promise<AppAccess> {
  const keepsTheLog = await ask<boolean>(
    url,
    `SELECT NOT (has_table_privilege('"audit"', 'UPDATE, DELETE, TRUNCATE')
       OR has_table_privilege('"event"', 'UPDATE, DELETE, TRUNCATE')) AS "answer"`,
  );
  return { url, keepsTheLog };
}

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'redress set-up' });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: T }>(sql);
    return rows[0]!.answer;
  } finally {
    await client.end();
  }
}
