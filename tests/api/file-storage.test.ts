/** One contract, kept by the folder and by the bucket of a server that speaks S3. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createStorage, thumbnailKey } from '@redress/api/files/storage';
import type { FileStorage, S3Settings } from '@redress/api/files/storage';
import S3rver from 's3rver';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attach, recording } from '../testkit/files.ts';
import { startCompany } from './company.ts';

let room: string;
let s3: S3Settings;
let bucket: S3rver;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'redress-storage-'));
  bucket = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(room, 's3'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = (await bucket.run()) as AddressInfo;
  // The keys that this server knows.
  const keys = { accessKey: 'S3RVER', secretKey: 'S3RVER' };
  s3 = { endpoint: `http://127.0.0.1:${port}`, bucket: 'files', region: 'us-east-1', ...keys };
});
afterAll(async () => {
  await bucket.close();
  await rm(room, { recursive: true, force: true });
});

const KINDS = ['folder', 'bucket'] as const;
const open = (kind: (typeof KINDS)[number]): Promise<FileStorage> =>
  createStorage({ folder: join(room, 'folder'), s3: kind === 'bucket' ? s3 : null });
const all = async (stream: Readable | null) => (stream === null ? null : buffer(stream));

describe.each(KINDS)('files in a %s', (kind) => {
  test('[FL10] go in, come out whole and in stretches, and are gone when they are deleted', async () => {
    const storage = await open(kind);
    const content = recording(300_000);
    const path = join(room, `in-${kind}`);
    const id = uuidv7();
    for (const key of [id, thumbnailKey(id)]) {
      await writeFile(path, content);
      await storage.put(key, path, 'audio/wav');
      expect(await all(await storage.read(key))).toEqual(content);
      expect(await all(await storage.read(key, { start: 10, end: 19 }))).toEqual(content.subarray(10, 20));
    }
    await storage.remove(id);
    await storage.remove(id);
    expect(await storage.read(id)).toBeNull();
    expect(await all(await storage.read(thumbnailKey(id)))).toHaveLength(content.length);
  });
});

test('[FL10] a company with a bucket keeps nothing on its own machine', async () => {
  const company = await startCompany({ s3 });
  try {
    const driver = await company.as('driver');
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const content = recording();
    expect(await attach(driver, id, '通话.wav', content)).toMatchObject({ status: 201 });
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { attachments { nodes { url } } } }`;
    const { complaint } = await driver.ok<{ complaint: { attachments: { nodes: { url: string }[] } } }>(query, { id });
    const [{ url }] = complaint.attachments.nodes as [{ url: string }];
    const part = await driver.fetch(url, { headers: { range: 'bytes=0-43' } });
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(0, 44));
    expect(Buffer.from(await (await driver.fetch(url)).arrayBuffer())).toEqual(content);
    const left = await readdir(company.filesFolder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  } finally {
    await company.stop();
  }
});
