/** Listeners by key, for what changes piece by piece. */
export class KeyedListeners<Key> {
  readonly #byKey = new Map<Key, Set<() => void>>();

  add(key: Key, listener: () => void): () => void {
    const listeners = this.#byKey.get(key) ?? new Set();
    this.#byKey.set(key, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#byKey.get(key) === listeners) this.#byKey.delete(key);
    };
  }

  notify(key: Key): void {
    for (const listener of [...(this.#byKey.get(key) ?? [])]) listener();
  }
}
