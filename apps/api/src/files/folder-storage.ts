/** Files in a folder of this machine, or of a share that all machines mount. */
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStorage, Stretch } from './storage.ts';

export class FolderStorage implements FileStorage {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async put(key: string, path: string): Promise<void> {
    const place = this.placeOf(key);
    await mkdir(dirname(place), { recursive: true });
    try {
      await rename(path, place);
    } catch (error) {
      // The folder for what comes in may be on another device.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(path, `${place}.part`);
      await rename(`${place}.part`, place);
    }
  }

  async read(key: string, stretch?: Stretch): Promise<Readable | null> {
    try {
      const handle = await open(this.placeOf(key), 'r');
      return createReadStream('', { fd: handle, ...stretch });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  /** By the end of the id, which is random: its beginning is the time, and a day's files would share a folder. */
  private placeOf(key: string): string {
    if (!/^[0-9a-f-]{36}(\.thumbnail)?$/.test(key)) throw new Error('not a key of a file');
    return join(this.folder, key.slice(34, 36), key);
  }
}
