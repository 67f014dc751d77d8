/**
 * Loads a part of the app that comes when it is needed: through a server that is away for a moment, and up to a
 * deployment that took the part away.
 */
import { backoffMs } from '../live/backoff.ts';

/** What the server says of itself: it can't be reached, it holds what this page was made of, or another release. */
export type ServerWord = 'away' | 'same' | 'replaced';

/** What is known of the parts that somebody waits for. */
export type PartsWord = 'coming' | 'away' | 'replaced';

/** The browser, as far as loading parts goes. */
export interface PartsWorld {
  /** Asks for the styles again that did not come; the module loader takes them for loaded. */
  mendStyles: () => Promise<void>;
  askServer: () => Promise<ServerWord>;
  pause: (ms: number) => Promise<void>;
  /** Told of each try that failed, and when the part has come after all. */
  tell: (word: PartsWord) => void;
}

/** A server that answers and still can't give a part has none that works: so many tries, then it is an error. */
const TRIES = 4;

/**
 * The part. Where another release has taken its place, it never comes: the page stays as it is, with what was typed in
 * it, and is told to offer its reload.
 */
export async function loadPart<Part>(load: () => Promise<Part>, world: PartsWorld): Promise<Part> {
  for (let failures = 0; ; ) {
    try {
      if (failures > 0) await world.mendStyles();
      const part = await load();
      if (failures > 0) world.tell('coming');
      return part;
    } catch (error) {
      failures += 1;
      const word = await world.askServer();
      if (word === 'replaced') {
        world.tell(word);
        return new Promise<never>(() => undefined);
      }
      if (word === 'same' && failures >= TRIES) {
        world.tell('coming');
        throw error;
      }
      // A blip is over before anybody has read of it.
      if (failures > 1) world.tell('away');
      await world.pause(backoffMs(failures, Math.random()));
    }
  }
}
