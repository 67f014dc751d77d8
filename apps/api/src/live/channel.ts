/**
 * An async generator that others push into. Its `return()` settles a parked `next()` at once, which a generator function
 * that waits on a promise would not do: every idle unsubscribe would leave a listener behind.
 */
export interface Channel<T> extends AsyncGenerator<T, void, void> {
  /** Hands a value to the reader; dropped once the channel has ended. */
  push(value: T): void;
  /** Ends after what was already pushed. */
  end(): void;
}

/**
 * Makes a channel. `onEnd` runs once, whether the reader left or the writer ended it.
 *
 * @param keeps what waits for a reader who is busy: everything, or, where each value says it all, the last.
 */
export function createChannel<T>(onEnd: () => void = () => undefined, keeps: 'ALL' | 'LAST' = 'ALL'): Channel<T> {
  const values: T[] = [];
  const readers: ((result: IteratorResult<T, void>) => void)[] = [];
  let ended = false;

  const end = () => {
    if (ended) return;
    ended = true;
    for (const reader of readers.splice(0)) reader({ done: true, value: undefined });
    onEnd();
  };

  const channel: Channel<T> = {
    push(value) {
      if (ended) return;
      const reader = readers.shift();
      if (reader === undefined && keeps === 'LAST') values.length = 0;
      if (reader === undefined) values.push(value);
      else reader({ done: false, value });
    },
    end,
    next() {
      const value = values.shift();
      if (value !== undefined) return Promise.resolve({ done: false, value });
      if (ended) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => readers.push(resolve));
    },
    return() {
      values.length = 0;
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error) {
      values.length = 0;
      end();
      return Promise.reject(error);
    },
    [Symbol.asyncIterator]: () => channel,
  };
  return channel;
}

/** What a channel yields, changed on the way. Leaving it leaves the channel. */
export function mapChannel<T, U>(channel: Channel<T>, change: (value: T) => Promise<U>): AsyncGenerator<U, void, void> {
  const mapped: AsyncGenerator<U, void, void> = {
    async next() {
      const result = await channel.next();
      if (result.done === true) return { done: true, value: undefined };
      return { done: false, value: await change(result.value) };
    },
    return: async () => {
      await channel.return();
      return { done: true, value: undefined };
    },
    throw: (error) => channel.throw(error) as Promise<never>,
    [Symbol.asyncIterator]: () => mapped,
  };
  return mapped;
}
