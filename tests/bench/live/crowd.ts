/** The other side of `clients.ts`: opens, drops and asks a crowd of sockets in a process of its own. */
import { boardEventsSubscription } from '@redress/board/features/board/board-documents';
import { print as printDocument } from 'graphql';
import { startFile } from '../kit/child.ts';
import type { Child } from '../kit/child.ts';
import type { OpenOrder, Seen } from './clients.ts';
import type { Place, Way } from './follower.ts';
import type { Mover } from './mover.ts';

/** A board follows the stream by this. */
export const BOARDS_OWN: Way = { kind: 'redress', query: printDocument(boardEventsSubscription) };
export const BARE: Way = { kind: 'bare' };

/** Where a board that is loaded now stands. The limit serves none: it is the log's head there. */
export async function standing(way: Way, url: string, cookie: string, mover: Mover): Promise<Place> {
  if (way.kind === 'bare') return { cursor: await mover.cursor(), scope: '' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ board { cursor scope } }' }),
  });
  return ((await response.json()) as { data: { board: Place } }).data.board;
}

export class Crowd {
  readonly size: number;
  private readonly child: Child;

  private constructor(child: Child, size: number) {
    this.child = child;
    this.size = size;
  }

  /** Opens a socket for each cookie; resolves when all of them are current. */
  static async open(order: OpenOrder): Promise<Crowd> {
    const child = await startFile('live/clients.ts');
    const crowd = new Crowd(child, order.cookies.length);
    try {
      await crowd.ask('/open', order);
    } catch (error) {
      await child.kill();
      throw error;
    }
    return crowd;
  }

  /** All lines are cut. */
  async drop(): Promise<void> {
    await this.ask('/drop');
  }

  /** All come back at once, each with its cursor; gives the milliseconds until the last one was current. */
  async rejoin(): Promise<number> {
    return (await this.ask<{ ms: number }>('/rejoin')).ms;
  }

  /** They go and come back so many times in all. */
  async churn(times: number): Promise<void> {
    await this.ask('/churn', { times });
  }

  /** Resolves when every socket has been told up to this number. */
  async reach(seq: number): Promise<void> {
    await this.ask('/reach', { seq });
  }

  /** What arrived since this was asked last. Throws when anything was lost, came twice or out of order. */
  async seen(): Promise<Seen['arrivals']> {
    return (await this.told()).arrivals;
  }

  /** The same, with how much it was. */
  async told(): Promise<Seen> {
    const seen = await this.ask<Seen>('/seen');
    const { faults } = seen;
    if (faults.length > 0) throw new Error(`${faults.length} faults, such as: ${faults.slice(0, 3).join('; ')}`);
    return seen;
  }

  async close(): Promise<void> {
    await this.child.kill();
  }

  private async ask<T>(path: string, body: unknown = {}): Promise<T> {
    const response = await fetch(this.child.url + path, { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text) as T;
  }
}
