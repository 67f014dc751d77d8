import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

/**
 * Runs a script of a workspace package. npm does it, because it is there wherever Node is, while the pnpm that npx
 * fetched need not be on the PATH.
 *
 * @param workspace folder relative to the root.
 */
export function runPackageScript(workspace: string, script: string): void {
  const result = spawnSync('npm', ['run', '--silent', script], {
    cwd: join(root, workspace),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`The script "${script}" of ${workspace} failed.`);
}
