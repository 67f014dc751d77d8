/** The processes of the product: started, stopped in order, stalled and killed. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../../scripts/bundle-server.ts';
import type { ServerAnswer, ServerOrder } from './server-orders.ts';

/** Beside the server's own packages, which what is bundled finds from there. */
const BUNDLE = 'apps/api/.cache/fuzz';
const ENTRY = fileURLToPath(new URL(`../../${BUNDLE}/server-process.js`, import.meta.url));

export interface FleetOptions {
  databaseUrl: string;
  /** For files and logs. */
  folder: string;
  /** The moment at which clocks stand, in milliseconds since 1970. */
  now: () => number;
}

interface Running {
  child: ChildProcess;
  port: number;
  stalled: boolean;
  gone: Promise<void>;
}

let bundled: Promise<void> | null = null;

/** Sources take several times as long to start as their bundle. */
function bundle(): Promise<void> {
  mkdirSync(new URL(`../../${BUNDLE}`, import.meta.url), { recursive: true });
  bundled ??= bundleServer(['tests/fuzz/server-process.ts'], BUNDLE);
  return bundled;
}

export class Fleet {
  readonly #options: FleetOptions;
  readonly #places: (Running | null)[];
  readonly #starting = new Map<number, Promise<void>>();

  private constructor(options: FleetOptions, size: number) {
    this.#options = options;
    this.#places = Array.from({ length: size }, () => null);
  }

  static async start(options: FleetOptions, size: number): Promise<Fleet> {
    await bundle();
    const fleet = new Fleet(options, size);
    await Promise.all(fleet.#places.map((_, place) => fleet.startAt(place)));
    return fleet;
  }

  get size(): number {
    return this.#places.length;
  }

  /** The ports that somebody listens on, stalled ones included: a balancer does not know. */
  get ports(): number[] {
    return this.#places.flatMap((one) => (one === null ? [] : [one.port]));
  }

  /** How many answer. */
  get answering(): number {
    return this.#places.filter((one) => one !== null && !one.stalled).length;
  }

  /** Starts the process of a place, unless it runs. */
  startAt(place: number): Promise<void> {
    if (this.#places[place] !== null) return Promise.resolve();
    const known = this.#starting.get(place);
    if (known !== undefined) return known;
    const starting = this.#start(place).finally(() => this.#starting.delete(place));
    this.#starting.set(place, starting);
    return starting;
  }

  async #start(place: number): Promise<void> {
    const { databaseUrl, folder, now } = this.#options;
    const log = openSync(join(folder, `server-${place}.log`), 'a');
    const child = fork(ENTRY, { stdio: ['ignore', log, log, 'ipc'], execArgv: ['--enable-source-maps'] });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const started = new Promise<number>((resolve, reject) => {
      child.on('message', (answer: ServerAnswer) => {
        if (answer.answer === 'started') resolve(answer.port);
      });
      child.once('exit', (code) => reject(new Error(`server ${place} ended with ${code}; see ${folder}`)));
    });
    send(child, { order: 'start', databaseUrl, folder, at: now() });
    const port = await started;
    const running = { child, port, stalled: false, gone };
    this.#places[place] = running;
    child.once('exit', () => {
      if (this.#places[place] === running) this.#places[place] = null;
    });
    // They may have moved while it started.
    send(child, { order: 'hands', at: now() });
  }

  /** Ends it without a word. */
  async kill(place: number): Promise<void> {
    const running = this.#places[place];
    running?.child.kill('SIGKILL');
    await running?.gone;
  }

  /** Stops it in order, as an upgrade does. */
  async stop(place: number): Promise<void> {
    const running = this.#places[place];
    if (running === null || running === undefined) return;
    if (running.stalled) running.child.kill('SIGCONT');
    send(running.child, { order: 'stop' });
    await running.gone;
  }

  /** It stands still, with everything that it holds, as a machine that swaps does. */
  stall(place: number): void {
    const running = this.#places[place];
    if (running === null || running === undefined) return;
    running.stalled = true;
    running.child.kill('SIGSTOP');
  }

  goOn(place: number): void {
    const running = this.#places[place];
    if (running === null || running === undefined || !running.stalled) return;
    running.stalled = false;
    running.child.kill('SIGCONT');
  }

  /** Moves the hands of all clocks to the present moment. Returns when those that answer have done so. */
  async moveHands(): Promise<void> {
    const at = this.#options.now();
    const awaited = this.#places.map(async (running) => {
      if (running === null) return;
      const { child, stalled, gone } = running;
      const moved = new Promise<void>((resolve) => {
        child.on('message', function heard(answer: ServerAnswer) {
          if (answer.answer !== 'hands' || answer.at < at) return;
          child.off('message', heard);
          resolve();
        });
      });
      send(child, { order: 'hands', at });
      if (!stalled) await Promise.race([moved, gone]);
    });
    await Promise.all(awaited);
  }

  /** Everything runs again. */
  async heal(): Promise<void> {
    await Promise.all(this.#places.map((_, place) => (this.goOn(place), this.startAt(place))));
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.#starting.values());
    await Promise.all(this.#places.map((_, place) => this.kill(place)));
  }
}

function send(child: ChildProcess, order: ServerOrder): void {
  // One that was killed just now does not hear it, and need not.
  if (child.connected) child.send(order, () => undefined);
}
