/** The process's log: JSON lines for machines, plain lines for a person at a terminal. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Env } from './env.ts';

export type Log = Logger;

/** A log on standard output. Never hand it personal data or free text: ids and codes say what happened. */
export function createLog(level: Env['logLevel'], isTerminal: boolean = process.stdout.isTTY): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return isTerminal ? pino(options, plainLines()) : pino(options);
}

interface Line {
  level: number;
  time: string;
  msg?: string;
  err?: { stack?: string; message?: string };
  [field: string]: unknown;
}

function plainLines(): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const { level, time, msg = '', err, ...fields } = JSON.parse(chunk.toString()) as Line;
      const at = new Date(time).toTimeString().slice(0, 8);
      const label = pino.levels.labels[level] ?? String(level);
      const rest = Object.entries(fields).map(
        ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const trace = err === undefined ? '' : `\n${err.stack ?? err.message ?? ''}`;
      process.stdout.write(`${at} ${label.padEnd(5)} ${msg}${rest.join('')}${trace}\n`, () => done());
    },
  });
}
