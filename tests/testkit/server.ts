/** The real server in this process, over a scratch database: one process of it, or several on the one database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '@redress/api/app';
import type { App, AppOptions } from '@redress/api/app';
import { createManualTime } from '@redress/api/clock/time-source';
import type { ManualTime } from '@redress/api/clock/time-source';
import type { MailSettings } from '@redress/api/delivery/mail';
import type { SmsSettings } from '@redress/api/delivery/sms';
import type { S3Settings } from '@redress/api/files/storage';
import type { LoadProbe } from '@redress/api/http/overload';
import { createLog } from '@redress/api/log';
import { CRITERIA_WITHOUT_CONTENT } from '@redress/api/replay/criteria';
import { setUp, setUpContext } from '@redress/api/set-up';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { streamHead } from '@redress/domain/events/read';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase, inDatabase } from '@redress/prisma/scratch';
import { inject } from 'vitest';
import { AROUND_THE_CLOCK } from './around-the-clock.ts';
import { Client } from './client.ts';
import { Seed } from './seed.ts';
import type { SeededMember } from './seed.ts';
import { openSocket } from './socket.ts';
import type { SocketOptions, TestSocket } from './socket.ts';

export interface TestServer {
  /** The first process; `processes` has all of them. */
  app: App;
  processes: App[];
  /** As the product's processes connect: as the role that owns nothing. */
  db: Database;
  databaseUrl: string;
  /** As the owner of the tables, for what the product can't do to itself. */
  ownerUrl: string;
  /** Where this server keeps files, unless it keeps them in a bucket. */
  filesFolder: string;
  /** The hands of the clock that all processes and the seed go by. It begins at the present. */
  time: ManualTime;
  seed: Seed;
  /** A caller who is not signed in. */
  client(process?: number): Client;
  /** A caller with a session of their own. */
  signedIn(member: SeededMember, process?: number): Promise<Client>;
  /** A socket with the client's session, to the client's process. */
  socket(client: Client, options?: SocketOptions): Promise<TestSocket>;
  /** Resolves when every process has handled everything that is in the log. */
  settled(): Promise<void>;
  /** Starts one more process on the same database, which may reach it, or anything else, by another way. */
  startProcess(otherwise?: Partial<AppOptions>): Promise<App>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  processes?: number;
  /** NATS or Redis; else the processes wake each other by NOTIFY. */
  busUrl?: string;
  /** What the processes feel of their load, and how many sign-ins they take at once. */
  loadProbe?: LoadProbe;
  signInsAtMost?: number;
  publicOrigins?: string[];
  /** Takes the caller's address from X-Forwarded-For. */
  trustProxy?: boolean;
  /** What one caller may ask for in a minute. */
  costPerMinute?: number;
  mail?: MailSettings;
  sms?: SmsSettings;
  /** Keeps files in a bucket; else in a folder of the test's own. */
  s3?: S3Settings;
  robotOrigins?: string[];
  /**
   * Keeps the office hours and the quiet hours that a new company has. Without it everybody works around the clock, whenever
   * a test runs.
   */
  officeHours?: boolean;
  /**
   * Asks of moves what a new company asks of a case's content: findings, a resolution, the survey, the summary. Without
   * it stages are left as soon as the rest is there, so that tests of other things need not bring it.
   */
  caseContent?: boolean;
  /** Where the hands of the clock begin; the present unless a test is about a certain day. */
  startAt?: Date;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const scratch = await createScratchDatabase(inject('adminUrl'));
  const time = createManualTime(options.startAt ?? new Date());
  const log = createLog(process.env['TEST_LOG'] === '1' ? 'debug' : 'fatal');
  const now = () => time.now();
  const appUrl = inDatabase(inject('appUrl'), new URL(scratch.url).pathname.slice(1));
  const databaseUrl = await setUp({ databaseUrl: scratch.url, appUrl, demo: false, now, log });
  const db = createDatabase({ connectionString: databaseUrl, max: 6 });
  await directoryPut(await setUpContext(db, now), {
    policies: [
      ...(options.officeHours === true ? [] : AROUND_THE_CLOCK),
      ...(options.caseContent === true ? [] : CRITERIA_WITHOUT_CONTENT),
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'redress-files-'));
  const processes: App[] = [];
  const sockets: TestSocket[] = [];

  const startProcess = async (otherwise: Partial<AppOptions> = {}) => {
    const app = await startApp({
      databaseUrl,
      busUrl: options.busUrl ?? null,
      host: '127.0.0.1',
      port: 0,
      boardDir: '/nonexistent',
      // Tests and servers share a process, and often a busy machine: slow is not wrong.
      loadProbe: options.loadProbe ?? { delayMs: () => 0, waiting: () => 0 },
      signInsAtMost: options.signInsAtMost,
      publicOrigins: options.publicOrigins ?? [],
      trustProxy: options.trustProxy ?? false,
      costPerMinute: options.costPerMinute,
      files: { folder, s3: options.s3 ?? null },
      mail: options.mail ?? null,
      robotOrigins: options.robotOrigins ?? [],
      sms: options.sms ?? null,
      // Tests say when something is sent: `app.deliveries.runDue()`.
      delivers: false,
      // Several processes in several workers share one PostgreSQL.
      connections: 8,
      time,
      log,
      ...otherwise,
    });
    processes.push(app);
    return app;
  };
  const settled = async () => {
    const { head } = await streamHead(db);
    await Promise.all(processes.map(({ services }) => services.feed.reached(head, 10_000)));
  };
  for (let n = 0; n < (options.processes ?? 1); n++) await startProcess();

  const client = (process = 0) => new Client(processes[process]!.url);
  return {
    app: processes[0]!,
    processes,
    db,
    databaseUrl,
    ownerUrl: scratch.url,
    filesFolder: folder,
    time,
    seed: await Seed.over(db, now, settled),
    client,
    async signedIn(member, process = 0) {
      const caller = client(process);
      await caller.signIn(member);
      return caller;
    },
    async socket(caller, socketOptions = {}) {
      const socket = await openSocket(caller.url, { cookie: caller.cookie, ...socketOptions });
      sockets.push(socket);
      return socket;
    },
    settled,
    startProcess,
    async stop() {
      for (const socket of sockets) socket.drop();
      await Promise.all(processes.map((app) => app.stop()));
      await db.close();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
