import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

/**
 * Runs the command line of an npm package with this Node, in the folder of the workspace package that depends on it.
 * That is faster than a nested pnpm, and works where pnpm is not on the PATH.
 *
 * @param workspace folder relative to the root, e.g. `apps/board`.
 * @throws Error when the command fails; its own words have gone to the terminal.
 */
export function runTool(
  workspace: string,
  packageName: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): void {
  const result = spawnSync(process.execPath, [toolPath(workspace, packageName), ...args], {
    cwd: join(root, workspace),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${packageName} ${args.join(' ')} failed in ${workspace}.`);
}

/** The file that the package's own name stands for among its commands. */
export function toolPath(workspace: string, packageName: string): string {
  const manifestPath = findManifest(workspace, packageName);
  const { bin } = createRequire(manifestPath)(manifestPath) as { bin: string | Record<string, string> };
  const command =
    typeof bin === 'string' ? bin : (bin[packageName.split('/').at(-1) ?? packageName] ?? Object.values(bin)[0]);
  if (!command) throw new Error(`${packageName} has no command.`);
  return join(dirname(manifestPath), command);
}

function findManifest(workspace: string, packageName: string): string {
  return join(root, workspace, 'node_modules', packageName, 'package.json');
}
