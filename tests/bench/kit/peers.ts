/** Peers: other servers' packages. They are installed when a bench first asks for one, apart from the product's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';

const PEERS = join(root, 'tests/bench/peers');
/** What pnpm writes last. */
const INSTALLED = join(PEERS, 'node_modules/.modules.yaml');

export type Peer = 'mercurius' | 'postgraphile';

/** Starts one on a company's database, as its owner. */
export async function startPeer(peer: Peer, databaseUrl: string): Promise<Child> {
  if (!existsSync(INSTALLED)) install();
  return startChild([join(PEERS, `${peer}.mjs`)], { DATABASE_URL: databaseUrl });
}

function install(): void {
  console.log('installing the peers into tests/bench/peers, once');
  const args = ['--yes', 'pnpm', 'install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts'];
  const { status } = spawnSync('npx', args, { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`the peers could not be installed: run pnpm install in ${PEERS}`);
}
