import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.ts';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'generated', '.cache', '.data', '.git']);

/** A step whose output depends on nothing but its inputs. Paths are relative to the root. */
export interface Step {
  readonly name: string;
  /** Files and folders; a folder counts with all its source files. One that is missing counts as empty. */
  readonly inputs: readonly string[];
  /** What has to be there for the step to be skipped. */
  readonly outputs: readonly string[];
  run(): void | Promise<void>;
}

/** Runs a step, or skips it when its inputs are those of its last success and its outputs are there. Ends the process when it fails. */
export async function runStep(step: Step): Promise<void> {
  const stampFile = join(root, '.cache', `${step.name}.stamp`);
  const stamp = hashFiles([...step.inputs, 'pnpm-lock.yaml']);
  const before = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (before === stamp && step.outputs.every((path) => existsSync(join(root, path)))) return;
  rmSync(stampFile, { force: true });
  const begun = performance.now();
  try {
    await step.run();
  } catch (error) {
    console.error(`${step.name} failed: ${(error as Error).message}`);
    process.exit(1);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`${step.name}: ${Math.round(performance.now() - begun)} ms`);
}

/** SHA-256 over the names and contents of the files. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    for (const file of listFiles(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** All source files below a folder, in a fixed order; a file is itself. Whatever is generated or installed is left out. */
export function listFiles(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !NOT_SOURCE.has(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
