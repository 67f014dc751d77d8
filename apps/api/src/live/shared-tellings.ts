/**
 * What many ask for in the same moment: those whose lines broke together come back with the same cursor, and are told the
 * same. So a replay is rendered once for them, as an event is. It is held for as long as the stream stands still, and not
 * for long: what was rendered before an event is told to nobody after it.
 */
import { Parcel } from './parcel.ts';
import type { Message } from './parcel.ts';

/** Messages on their way; null when there is nothing to tell. */
export interface Telling {
  parcel: Parcel;
  /** The number of the last of them. */
  last: number;
}

const HELD_MS = 1_000;
const HELD_AT_MOST = 64;

export class SharedTellings {
  private readonly held = new Map<string, Promise<Telling | null>>();

  /** @param key whatever changes what is told. */
  get(key: string, render: () => Promise<readonly Message[]>): Promise<Telling | null> {
    let telling = this.held.get(key);
    if (telling === undefined) {
      telling = render().then(pack);
      this.hold(key, telling);
    }
    return telling;
  }

  /** The stream has moved on. */
  drop(): void {
    this.held.clear();
  }

  private hold(key: string, telling: Promise<Telling | null>): void {
    if (this.held.size >= HELD_AT_MOST) this.held.clear();
    this.held.set(key, telling);
    const forget = () => {
      if (this.held.get(key) === telling) this.held.delete(key);
    };
    telling.catch(forget);
    setTimeout(forget, HELD_MS).unref();
  }
}

function pack(messages: readonly Message[]): Telling | null {
  const last = messages.at(-1);
  return last === undefined ? null : { parcel: new Parcel(messages), last: last.seq };
}
