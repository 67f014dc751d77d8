import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import { type Endpoint, SETTINGS_FILE, SOCKET_PORT } from './endpoint.ts';
import type { Layout } from './layout.ts';

/**
 * What one company's board needs: nothing is acknowledged before it is on the disk, and everything is in UTC. An
 * operator overrides any of it with ALTER SYSTEM, which PostgreSQL reads last.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

/** Writes the settings for the next start. @param overrides names and values as postgresql.conf has them. */
export async function writeSettings(
  layout: Layout,
  user: DatabaseUser | null,
  endpoint: Endpoint,
  overrides: Readonly<Record<string, string>>,
): Promise<void> {
  const place: Record<string, string> =
    endpoint.kind === 'socket'
      ? {
          listen_addresses: '',
          unix_socket_directories: quoteInList(endpoint.folder),
          unix_socket_permissions: '0700',
          port: String(SOCKET_PORT),
        }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(endpoint.port) };
  const lines = Object.entries({ ...DEFAULTS, ...overrides, ...place }).map(
    ([name, value]) => `${name} = '${escape(value)}'`,
  );
  const file = join(layout.cluster, SETTINGS_FILE);
  await writeFile(file, `# Written at each start. To change a setting, use ALTER SYSTEM.\n${lines.join('\n')}\n`);
  if (user) await chown(file, user.uid, user.gid);
}

/** The value is a list of folders: one with a comma or a space in its name has to be quoted inside the list as well. */
function quoteInList(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}

function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll("'", "''");
}
