import { realpathSync } from 'node:fs';
import pg from 'pg';
import { ensureAppRole } from '../app-role.ts';

/**
 * Whether the server of this very cluster answers. On loopback another program may have been given the port since, so
 * the server is asked for its data folder.
 */
export async function probe(url: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {
    // A server that goes away while it is asked has not answered; connect() or query() says so.
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database when it is not there. @param adminUrl of the cluster's `postgres` database. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
  });
}

/** Makes the role of the product's processes when it is not there. @param adminUrl as for `ensureDatabase`. */
export async function ensureRole(adminUrl: string, password: string): Promise<void> {
  await asAdmin(adminUrl, (admin) => ensureAppRole(admin, password));
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
