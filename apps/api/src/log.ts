/** The process's log: JSON lines for machines, plain lines for a person at a terminal. */
import { Writable } from 'node:stream';
import { maskText } from '@redress/domain/rules/mask';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Env } from './env.ts';

export type Log = Logger;

/** A log on standard output. Never hand it personal data or free text: ids and codes say what happened. */
export function createLog(level: Env['logLevel'], isTerminal: boolean = process.stdout.isTTY): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: quiet } };
  return isTerminal ? pino(options, plainLines()) : pino(options);
}

/**
 * An error as far as it may be logged. The database's errors carry the rows and values that they are about (`detail`,
 * `where`, `parameters` …): of those nothing, and of the message nothing that looks like somebody's number or address.
 */
function quiet(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? maskText(error) : error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: maskText(error.message),
    ...(typeof code === 'string' && { code }),
    stack: maskText(error.stack ?? ''),
    ...(error.cause !== undefined && { cause: quiet(error.cause) }),
  };
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
