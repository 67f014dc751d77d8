/**
 * Look-ups by key, those of a moment together: the first goes at once, whatever is asked for while it is under way goes in
 * the next. So thousands who come back at the same time cost a few statements, and one connection to the database.
 */
interface Asked<T> {
  key: string;
  resolve: (found: T | null) => void;
  reject: (error: unknown) => void;
}

const TOGETHER = 500;

export class LookUps<T> {
  private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  private asked: Asked<T>[] = [];
  private isReading = false;

  /** @param read gives what there is of the keys; they may repeat. */
  constructor(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>) {
    this.read = read;
  }

  /** What is behind the key, read after this was called; null when there is nothing. */
  find(key: string): Promise<T | null> {
    return new Promise((resolve, reject) => {
      this.asked.push({ key, resolve, reject });
      if (!this.isReading) this.readOn().catch(reject);
    });
  }

  private async readOn(): Promise<void> {
    this.isReading = true;
    while (this.asked.length > 0) {
      const now = this.asked.splice(0, TOGETHER);
      try {
        const found = await this.read(now.map(({ key }) => key));
        for (const { key, resolve } of now) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    this.isReading = false;
  }
}
