/**
 * Whether this process has more to do than it can (docs/SPEC.md, OV1). It is asked before a request costs anything: what
 * is sent away at once leaves time for the others, what is answered when nobody waits any more takes it from them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainError } from './plain-answer.ts';

/** What a process feels of its load. */
export interface LoadProbe {
  /** How late the event loop is just now, in ms. */
  delayMs(): number;
  /** Statements that wait for a connection to the database. */
  waiting(): number;
}

/** From where on it is too much. 0: never by this. */
export interface OverloadLimits {
  delayMs: number;
  waiting: number;
}

export const OVERLOAD_LIMITS: OverloadLimits = { delayMs: 250, waiting: 200 };

/**
 * What comes, and at how many times the limits it is sent away: a person's change last of all requests, for they have
 * made it already; a socket later still, for a board that follows costs less than one that comes back to ask.
 */
const PATIENCE = { query: 1, change: 2, socket: 10 } as const;
type Kind = keyof typeof PATIENCE;

/** Once it is too much, it is so until the load is down to this part of where it began: no flutter at the edge. */
const ENOUGH = 0.5;
const LONGEST_SECONDS = 10;

export class Overload {
  private readonly probe: LoadProbe;
  private readonly limits: OverloadLimits;
  private readonly shedding: Record<Kind, boolean> = { query: false, change: false, socket: false };

  constructor(probe: LoadProbe, limits: OverloadLimits) {
    this.probe = probe;
    this.limits = limits;
  }

  /** Seconds after which a caller of this kind may come back; null: they are welcome now. */
  retryAfter(kind: Kind): number | null {
    const pressure = this.pressure();
    const patience = PATIENCE[kind];
    this.shedding[kind] = pressure >= patience * (this.shedding[kind] ? ENOUGH : 1);
    return this.shedding[kind] ? Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(pressure))) : null;
  }

  /** The load as a multiple of the limit that is nearest. */
  private pressure(): number {
    const { delayMs, waiting } = this.limits;
    const byLoop = delayMs === 0 ? 0 : this.probe.delayMs() / delayMs;
    const byPool = waiting === 0 ? 0 : this.probe.waiting() / waiting;
    return Math.max(byLoop, byPool);
  }
}

/** The answer for each number of seconds. Made once: those who get it come by the thousand, when time is scarce. */
const SENT_AWAY = Array.from({ length: LONGEST_SECONDS + 1 }, (_, seconds) => {
  const answer = plainError('OVERLOADED', `Too much to do just now. Nothing was done; ask again in ${seconds} s.`);
  // As Node writes them: a flat list is taken as it is.
  return { text: answer.text, headers: Object.entries({ ...answer.headers, 'retry-after': seconds }).flat() };
});

/**
 * Answers 503 in place of what was asked for; false when the request may go on. A body that is still to come is not
 * waited for: Node reads past it, up to the next request of the connection.
 */
export function answeredAsBusy(overload: Overload, request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '/' } = request;
  if (!/^\/(graphql|export\/)/.test(url)) return false;
  const seconds = overload.retryAfter(request.headers['idempotency-key'] === undefined ? 'query' : 'change');
  if (seconds === null) return false;
  const { headers, text } = SENT_AWAY[seconds]!;
  response.writeHead(503, headers).end(text);
  return true;
}
