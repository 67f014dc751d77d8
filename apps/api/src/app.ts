/**
 * One server process over a database that is there: put together, started and stopped in order. The supervisor runs one;
 * tests run several in one process.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ActionContext } from '@redress/domain/actions/context';
import { installationKey } from '@redress/domain/actions/installation-key';
import type { StoredEvent } from '@redress/domain/events/types';
import { formatCursor } from '@redress/domain/events/cursor';
import { Directory, isOfDirectory } from '@redress/domain/reads/directory';
import { HeldCases } from '@redress/domain/actions/held-cases';
import { HeldBoard } from '@redress/domain/reads/held-board';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { schema } from '@redress/schema/schema';
import { Bus } from './bus/bus.ts';
import { chooseLine } from './bus/choose-line.ts';
import { Lookout } from './bus/lookout.ts';
import { DeadlineClock } from './clock/deadlines.ts';
import { Deliveries } from './clock/deliveries.ts';
import { Housekeeping } from './clock/housekeeping.ts';
import { Leadership } from './clock/leadership.ts';
import { MeetingReminders } from './clock/meeting-reminders.ts';
import { Recomputer } from './clock/recomputer.ts';
import type { TimeSource } from './clock/time-source.ts';
import type { MailSettings } from './delivery/mail.ts';
import { Outbound } from './delivery/outbound.ts';
import type { SmsSettings } from './delivery/sms.ts';
import { createStorage } from './files/storage.ts';
import type { FileSettings } from './files/storage.ts';
import { createExecute } from './http/compiled.ts';
import { CostBudget } from './http/cost-budget.ts';
import { Documents } from './http/documents.ts';
import { maskError } from './http/masked-error.ts';
import { LoopDelay } from './http/loop-delay.ts';
import { OVERLOAD_LIMITS, Overload } from './http/overload.ts';
import type { LoadProbe, OverloadLimits } from './http/overload.ts';
import { createHttpServer } from './http/server.ts';
import { attachSockets } from './http/socket-server.ts';
import { Boards } from './live/boards.ts';
import { Connections } from './live/connections.ts';
import { Feed } from './live/feed.ts';
import { Inboxes } from './live/inboxes.ts';
import { Meetings } from './live/meetings.ts';
import { Presence } from './live/presence.ts';
import type { Log } from './log.ts';
import type { Services } from './services.ts';
import { createLucia } from './session/lucia.ts';
import { Principals } from './session/principals.ts';
import { SignInPlaces } from './session/sign-in-places.ts';
import { createThrottle } from './session/throttle.ts';

export interface AppOptions {
  /** Migrated and set up. */
  databaseUrl: string;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Where the board was built. */
  boardDir: string;
  publicOrigins: readonly string[];
  trustProxy: boolean;
  /** What carries wake-ups between processes: NATS or Redis; null: NOTIFY. */
  busUrl?: string | null;
  /** To the database, at most, besides one that listens and one for the clock. Default 20. */
  connections?: number;
  /** What one caller may ask for in a minute, in the units of operation costs. Default 10,000,000,000. */
  costPerMinute?: number;
  /** From where on requests are sent away; see `OVERLOAD_LIMITS`. */
  overload?: OverloadLimits;
  /** What tells it; the event loop and the database's pool unless a test says otherwise. */
  loadProbe?: LoadProbe;
  /** How many sign-ins may be under way at once. */
  signInsAtMost?: number;
  /** How long ago a board's last cursor may be for it to go on from there. Default 72. */
  resumeHours?: number;
  /** Where the files of complaints lie. */
  files: FileSettings;
  /** The company's mail server; null: nothing goes out by e-mail. */
  mail?: MailSettings | null;
  /** The company's gateway for text messages; null: nobody gets any. */
  sms?: SmsSettings | null;
  /** Origins of the company's own gateways to robots. */
  robotOrigins?: readonly string[];
  /** Whether this process sends deliveries by itself. Default true; tests send them when they look. */
  delivers?: boolean;
  time: TimeSource;
  log: Log;
}

export interface App {
  db: Database;
  services: Services;
  clock: DeadlineClock;
  housekeeping: Housekeeping;
  reminders: MeetingReminders;
  deliveries: Deliveries;
  /** Where it answers, without a slash at the end. */
  url: string;
  /** Not ready, no new requests, sockets closed, clock and feed still, database left. May be called twice. */
  stop(): Promise<void>;
}

/** How long requests that are under way may take to end. */
const DRAIN_MS = 5_000;
const CONNECTIONS = 20;
const RESUME_HOURS = 72;
/** Lines that wait to be taken: when thousands break at once, thousands come back at once. */
const BACKLOG = 4_096;
/** More than a process can deliver: what bounds a caller by default is the machine, and what bounds an operation. */
const COST_PER_MINUTE = 10_000_000_000;

export async function startApp(options: AppOptions): Promise<App> {
  const { databaseUrl, log, time } = options;
  const db = createDatabase({ connectionString: databaseUrl, max: options.connections ?? CONNECTIONS }, (error) => {
    log.warn({ err: error }, 'a database connection broke');
  });
  const now = () => time.now();
  const directory = await Directory.load(db);
  const key = await installationKey(db);
  const { mail = null, sms = null, robotOrigins = [] } = options;
  const storage = await createStorage(options.files);
  const outbound = new Outbound({ mail, sms, robotOrigins, key, now });
  const lucia = createLucia(db);
  const principals = new Principals({ db, lucia, directory, now });
  const connections = new Connections({ directory, now });
  const presence = new Presence((payload) => bus.publish('presence', payload));
  const inboxes = new Inboxes({ db, now, log });
  const meetings = new Meetings({ db, log });
  const mask = (error: unknown) => maskError(error, log);

  const refresh = async (event: StoredEvent) => {
    if (isOfDirectory(event)) await directory.reload();
    principals.forget(event);
    await connections.heed(event);
  };
  const held = new HeldBoard({ db, now });
  const cases = new HeldCases({
    db,
    board: held,
    isTold: () => bus.isConnected,
    tellOwn: (stretch) => feed.own(stretch),
  });
  const feed: Feed = new Feed({
    db,
    log,
    onStretch: (stretch) => {
      held.moveOn(stretch);
      cases.moveOn(stretch);
      clock.heed(stretch.wakeAt);
    },
    outdates: (event) => event.complaintId === null,
    refresh,
    onEvents: (events) => {
      boards.hear(events);
      inboxes.hear(events);
      meetings.hear(events);
      recomputer.heed(events);
    },
    onRestored: async () => {
      cases.clear();
      await Promise.all([directory.reload(), held.reload()]);
      principals.forgetAll();
      await connections.reviewAll();
      await boards.resetAll('STREAM_RESTORED');
      inboxes.lookAgain();
      meetings.lookAgain();
    },
  });
  const execute = createExecute(schema);
  const boards = new Boards({ db, feed, held, log, execute, maskError: mask });
  const clockContext: ActionContext = {
    db,
    principal: { kind: 'SYSTEM', name: 'clock' },
    origin: { via: 'clock', address: null, userAgent: null, requestId: null },
    now,
    directory,
    idempotency: null,
  };
  const clock = new DeadlineClock({ context: clockContext, time, log });
  const recomputer = new Recomputer({ context: clockContext, log });
  const reminders = new MeetingReminders({ context: clockContext, log });
  const housekeeping = new Housekeeping({
    context: clockContext,
    storage,
    resumeHours: options.resumeHours ?? RESUME_HOURS,
    log,
  });
  const busUrl = options.busUrl ?? null;
  const bus = new Bus({
    open: await chooseLine({ databaseUrl, busUrl, key }),
    log,
    channels: {
      stream: (payload) => feed.notified(payload),
      presence: (payload) => presence.notified(payload),
    },
    onConnected: () => feed.wake(),
  });
  // NOTIFY is told by the statement that writes; on a bus it is told by whose statement it was.
  if (busUrl !== null) {
    db.commits.hear(({ epoch, seq }) => bus.publish('stream', formatCursor(epoch, seq)));
  }
  const lookout = new Lookout({ hearsEverything: () => busUrl === null && bus.isConnected, look: () => feed.wake() });
  const leadership = new Leadership({
    databaseUrl,
    log,
    onChange: (leads) => {
      if (leads) {
        clock.start();
        recomputer.start();
        reminders.start();
        return;
      }
      Promise.all([clock.stop(), recomputer.stop(), reminders.stop()]).catch((error: unknown) => {
        log.error({ err: error }, 'the clock did not stop');
      });
    },
  });

  const loopDelay = new LoopDelay();
  const ownProbe: LoadProbe = { delayMs: () => loopDelay.ms, waiting: () => db.pool.waitingCount };
  const services: Services = {
    db,
    directory,
    lucia,
    principals,
    throttle: createThrottle(db, now),
    signIns: new SignInPlaces(options.signInsAtMost),
    overload: new Overload(options.loadProbe ?? ownProbe, options.overload ?? OVERLOAD_LIMITS),
    feed,
    boards,
    held,
    cases,
    isListening: () => bus.isConnected,
    connections,
    inboxes,
    meetings,
    presence,
    outbound,
    key,
    storage,
    incoming: join(options.files.folder, '.incoming'),
    documents: new Documents(schema),
    budget: new CostBudget(options.costPerMinute ?? COST_PER_MINUTE),
    schema,
    execute,
    time,
    log,
    publicOrigins: options.publicOrigins,
    trustProxy: options.trustProxy,
  };

  let url = '';
  const boardUrl = () => options.publicOrigins[0] ?? url;
  const deliveries = new Deliveries({ db, directory, outbound, key, boardUrl, now, log });
  let stopping: Promise<void> | null = null;
  const readiness = { db, hears: () => bus.isConnected, isStopping: () => stopping !== null };
  const server = createHttpServer({ services, readiness, boardDir: options.boardDir });
  const sockets = attachSockets(server, services);

  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await sockets.stop();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(cut);
    connections.stop();
    presence.stop();
    await inboxes.stop();
    await meetings.stop();
    housekeeping.stop();
    await deliveries.stop();
    outbound.close();
    await leadership.stop();
    await clock.stop();
    await recomputer.stop();
    await reminders.stop();
    lookout.stop();
    loopDelay.stop();
    await bus.stop();
    await feed.stop();
    await cases.stop();
    await db.close();
  };

  await feed.start();
  await held.load();
  cases.start();
  // What changed between the first reading and the head that the feed begins at, no event would tell.
  await directory.reload();
  await bus.start();
  lookout.start();
  connections.start();
  presence.start();
  housekeeping.start();
  leadership.start();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, BACKLOG, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  url = `http://${host}:${port}`;
  if (options.delivers ?? true) await deliveries.start();
  return { db, services, clock, housekeeping, reminders, deliveries, url, stop: () => (stopping ??= stop()) };
}
