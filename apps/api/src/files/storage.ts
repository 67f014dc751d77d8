/** Where the bytes of files lie (docs/SPEC.md, FL10). A key is an id of the product's own making, never anybody's name. */
import type { Readable } from 'node:stream';
import { FolderStorage } from './folder-storage.ts';

export interface Stretch {
  /** The first byte and the last one, both included. */
  start: number;
  end: number;
}

export interface FileStorage {
  /** Takes a finished file of this machine in. Afterwards it is all there, or nothing of it is. The file itself may be moved. */
  put(key: string, path: string, mediaType: string): Promise<void>;
  /** The bytes, or a stretch of them; null when there are none under this key. */
  read(key: string, stretch?: Stretch): Promise<Readable | null>;
  /** Deletes the bytes; deleting what is not there is no error. */
  remove(key: string): Promise<void>;
}

export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

export interface FileSettings {
  /** Where the files lie; with `s3`, where they stand while they come in. */
  folder: string;
  s3: S3Settings | null;
}

/** The key of a file's small picture. */
export function thumbnailKey(id: string): string {
  return `${id}.thumbnail`;
}

/** The client of S3 is large, and loaded only where it is used. */
export async function createStorage({ folder, s3 }: FileSettings): Promise<FileStorage> {
  if (s3 === null) return new FolderStorage(folder);
  const { S3Storage } = await import('./s3-storage.ts');
  return new S3Storage(s3);
}
