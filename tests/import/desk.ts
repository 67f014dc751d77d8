/** A place to import at: a database and a folder of its own, and the command as a person types it. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importCommand } from '@redress/api/import/command';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import { inject, vi } from 'vitest';

export const FIXTURES = resolve(import.meta.dirname, '../fixtures/import');
const SHIPPED = resolve(import.meta.dirname, '../../apps/api/mappings/cfpb.json');
export const SAMPLE = join(FIXTURES, 'cfpb-sample.csv');
export const SAMPLE_ROWS = 30;

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

export interface RunningCommand {
  kill(signal: NodeJS.Signals): void;
  result: Promise<CommandResult>;
}

export interface ImportDesk {
  db: Database;
  /** A file in the desk's folder; gives its path. */
  write(name: string, content: string | Buffer): Promise<string>;
  read(name: string): Promise<string>;
  path(name: string): string;
  /** The command in this process. */
  run(...args: string[]): Promise<CommandResult>;
  /** The command in a process that may be killed. */
  start(...args: string[]): RunningCommand;
  /** The same on another database. */
  startAt(databaseUrl: string, ...args: string[]): RunningCommand;
  count(sql: string): Promise<number>;
  close(): Promise<void>;
}

/** @param databaseUrl of a database that is there already; without it the desk has one of its own. */
export async function openDesk(databaseUrl?: string): Promise<ImportDesk> {
  const scratch =
    databaseUrl === undefined
      ? await createScratchDatabase(inject('adminUrl'))
      : { url: databaseUrl, drop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'redress-import-'));
  const db = createDatabase({ connectionString: scratch.url, max: 2 });
  const path = (name: string) => join(folder, name);
  return {
    db,
    path,
    async write(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
    read: (name) => readFile(path(name), 'utf8'),
    async run(...args) {
      vi.stubEnv('DATABASE_URL', scratch.url);
      const written = { out: '', err: '' };
      const io = {
        stdout: { write: (text: string) => void (written.out += text) },
        stderr: { write: (text: string) => void (written.err += text) },
      };
      const code = await importCommand(withRejects(args, path('rejects.csv')), io).finally(() => vi.unstubAllEnvs());
      return { code, ...written };
    },
    start: (...args) => start(scratch.url, withRejects(args, path('rejects.csv'))),
    startAt: (databaseUrl, ...args) => start(databaseUrl, withRejects(args, path('rejects.csv'))),
    async count(sql) {
      const { rows } = await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
      return rows[0]?.n ?? 0;
    },
    async close() {
      await db.close();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function start(databaseUrl: string, args: readonly string[]): RunningCommand {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'run-command.ts'), ...args], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (written.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (written.err += data.toString()));
  const result = new Promise<CommandResult>((done) => child.on('close', (code) => done({ code, ...written })));
  return { kill: (signal) => child.kill(signal), result };
}

/** Fixtures lie in the repository, where nothing may be written. */
function withRejects(args: readonly string[], path: string): string[] {
  return args.includes('--rejects') ? [...args] : [...args, '--rejects', path];
}

/** A file in the shape of the sample, as long as a test needs it. */
export async function longSample(rows: number): Promise<string> {
  const [header, ...lines] = (await readFile(SAMPLE, 'utf8')).trimEnd().split('\n');
  const body = Array.from({ length: rows }, (_, n) =>
    lines[n % (lines.length - 1)]?.replace(/^\d+/, String(5_000_000 + n)),
  );
  return `${[header, ...body].join('\n')}\n`;
}

/** The shipped mapping, but for what a test wants otherwise; fields are merged one by one. */
export async function mappingLike({
  fields,
  ...others
}: Record<string, unknown> & { fields?: object }): Promise<string> {
  const shipped = JSON.parse(await readFile(SHIPPED, 'utf8')) as Record<string, unknown> & { fields: object };
  return JSON.stringify({ ...shipped, ...others, fields: { ...shipped.fields, ...fields } });
}
