/** The integrators' guide, run as it stands in both languages. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLLOW = join(ROOT, 'tests/guide/follow.mjs');
const LANGUAGES = ['zh', 'en'] as const;

let server: TestServer;
let token: string;
let caller: Client;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('service', 'logistics');
  token = await server.seed.token('crm', ['READ', 'ACT']);
  caller = server.client().withToken(token);
  folder = await mkdtemp(join(tmpdir(), 'redress-guide-'));
});
afterAll(async () => {
  await server?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const guide = (language: string) => readFileSync(join(ROOT, 'docs/guide', language, 'integrators.md'), 'utf8');

/** A block of the guide by its kind and name. */
function block(language: string, kind: string, name: string): string {
  const found = new RegExp(`^\`\`\`${kind} ${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide(language));
  if (found === null) throw new Error(`the guide (${language}) has no block "${kind} ${name}"`);
  return found[1]!;
}

async function run<T>(language: string, name: string, variables?: Record<string, unknown>): Promise<T> {
  const given = variables ?? (JSON.parse(block(language, 'json', name)) as Record<string, unknown>);
  const { status, data, errors } = await caller.ask<T>(block(language, 'graphql', name), given);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data!;
}

interface Registered {
  complaintRegister: { alreadyRegistered: boolean; trackingCode: string | null; complaint: { id: string } };
}

describe('the guide', () => {
  test.each(LANGUAGES)('[GU1] every query of the integrators’ guide is answered as it says: %s', async (language) => {
    const input = JSON.parse(block(language, 'json', 'register')) as { input: { external: { id: string } } };
    input.input.external.id += language;
    const first = (await run<Registered>(language, 'register', input)).complaintRegister;
    expect(first).toMatchObject({ alreadyRegistered: false, trackingCode: expect.stringContaining('-') });
    const again = (await run<Registered>(language, 'register', input)).complaintRegister;
    expect(again).toMatchObject({ alreadyRegistered: true, trackingCode: null, complaint: { id: first.complaint.id } });
    const one = JSON.parse(block(language, 'json', 'one')) as { id: string };
    const found = await run<{ complaint: object }>(language, 'one', { ...one, id: one.id + language });
    expect(found.complaint).toMatchObject({ stage: 'RECEIVED' });
    const { complaints } = await run<{ complaints: { totalCount: number } }>(language, 'list', {});
    expect(complaints.totalCount).toBeGreaterThan(0);
    const { commentAdd } = await run<{ commentAdd: object }>(language, 'comment', { id: first.complaint.id });
    expect(commentAdd).toMatchObject({ __typename: 'CommentAddPayload' });
  });

  test('[GU2] its program prints what happens, and goes on from its cursor without a loss or a repetition', async () => {
    for (const language of LANGUAGES) expect(block(language, 'js', 'follow')).toBe(readFileSync(FOLLOW, 'utf8'));
    const before = follow();
    await before.live();
    const first = await server.seed.complaint({}).routed('service');
    expect(await before.numbers(first.number)).toContain(first.number);
    // It keeps the cursor once it has printed: what comes between the two is told again.
    const { head } = await server.db.prisma.stream.findFirstOrThrow();
    await expect.poll(() => readFileSync(join(folder, 'cursor.json'), 'utf8')).toContain(`${head}"`);
    before.end();
    const second = await server.seed.complaint({}).routed('service');
    const after = follow();
    const told = await after.numbers(second.number);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(new Set([second.number]));
    after.end();
  }, 90_000);

  test('[GU3] every link and picture of the documents leads somewhere', () => {
    const documents = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(ROOT, 'docs', name));
    const broken = [join(ROOT, 'README.md'), ...documents].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .filter(([, link]) => !existsSync(join(dirname(file), link!)))
        .map(([, link]) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});

/** The guide's program as a process; it keeps its cursor in this test's folder. */
function follow() {
  const kept = join(folder, 'cursor.json');
  const env = { ...process.env, REDRESS_URL: server.client().url, REDRESS_TOKEN: token, REDRESS_CURSOR: kept };
  const child = spawn(process.execPath, [FOLLOW], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    end: () => void child.kill('SIGKILL'),
    /** Resolves when it has kept a place to go on from. */
    live: () => expect.poll(() => existsSync(kept)).toBe(true),
    /** What it prints of complaints, until one of this number was routed. */
    async numbers(last: string): Promise<string[]> {
      const numbers: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) return numbers;
        const event = JSON.parse(value) as { __typename: string; complaint?: { number: string } };
        if (event.complaint) numbers.push(event.complaint.number);
        if (event.complaint?.number === last && event.__typename === 'ComplaintRouted') return numbers;
      }
    },
  };
}
