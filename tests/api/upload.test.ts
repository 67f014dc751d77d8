import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { announce, attach, photo, picture, put, recording } from '../testkit/files.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
let driver: Client;
let stranger: Client;
beforeAll(async () => {
  company = await startCompany();
  [driver, stranger] = await Promise.all([company.as('driver'), company.as('packer')]);
});
afterAll(() => company.stop());

const claimed = async () => (await company.seed.complaint().routed('logistics').claimed()).id;
const MEGABYTE = 1024 * 1024;

interface File {
  id: string;
  name: string;
  mediaType: string;
  width: number | null;
  height: number | null;
  bytes: number;
  url: string;
  thumbnailUrl: string | null;
}
const filesOf = async (id: string) => {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) {
    attachments { nodes { id name mediaType width height bytes url thumbnailUrl } } } }`;
  return (await driver.ok<{ complaint: { attachments: { nodes: File[] } } }>(query, { id })).complaint.attachments
    .nodes;
};
const stored = async () =>
  (await readdir(company.filesFolder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const read = async (path: string, headers: Record<string, string> = {}, client = driver) =>
  client.fetch(path, { headers });

/** A picture whose header promises so many pixels, and whose few bytes hold none of them. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('sending a file', () => {
  test('[FL4] a link takes one PUT, in time', async () => {
    const id = await claimed();
    const content = recording();
    const url = await announce(driver, id, '通话.wav', content.length);
    expect(await put(driver, url, new Uint8Array(content))).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^att_/) },
    });
    expect(await put(driver, url, new Uint8Array(content))).toMatchObject({
      status: 409,
      body: { error: { code: 'UPLOAD_USED' } },
    });
    const late = await announce(driver, id, '通话.wav', content.length);
    company.time.advance(15 * 60_000);
    expect(await put(driver, late, new Uint8Array(content))).toMatchObject({ status: 410 });
    const forged = `${late.slice(0, -6)}aaaaaa`;
    expect(await put(driver, forged, new Uint8Array(content))).toMatchObject({ status: 404 });
    expect((await driver.fetch(late)).status).toBe(405);
    expect(await filesOf(id)).toHaveLength(1);
  });

  test('[FL4] exactly what was announced, and never more than 25 MB', async () => {
    const id = await claimed();
    const content = recording();
    const before = (await stored()).length;
    const code = async (bytes: number, body: BodyInit, headers = {}) =>
      (await put(driver, await announce(driver, id, 'a.wav', bytes), body, headers)).body.error?.code;
    expect(await code(content.length - 1, new Uint8Array(content))).toBe('FILE_SIZE_DIFFERS');
    expect(await code(content.length + 1, new Uint8Array(content))).toBe('FILE_SIZE_DIFFERS');
    expect(await code(content.length, new Uint8Array())).toBe('FILE_EMPTY');
    expect(await code(25 * MEGABYTE, new Uint8Array(25 * MEGABYTE + 1))).toBe('FILE_TOO_LARGE');
    const unsized = (bytes: number) => {
      let left = bytes;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          const size = Math.min(left, MEGABYTE);
          left -= size;
          if (size > 0) controller.enqueue(new Uint8Array(size));
          else controller.close();
        },
      });
    };
    expect(await code(25 * MEGABYTE, unsized(26 * MEGABYTE))).toBe('FILE_TOO_LARGE');
    expect(await code(5, unsized(10))).toBe('FILE_SIZE_DIFFERS');
    expect(await filesOf(id)).toEqual([]);
    expect(await stored()).toHaveLength(before);
  });

  test('[FL4] one that breaks off leaves nothing behind, and its link is used', async () => {
    const id = await claimed();
    const before = (await stored()).length;
    const url = await announce(driver, id, 'a.wav', 1_000_000);
    const broken = httpRequest(company.app.url + url, { method: 'PUT', headers: { 'content-length': '1000000' } });
    broken.on('error', () => undefined);
    await new Promise<void>((done) => broken.write(Buffer.alloc(100_000), () => done()));
    // The link is taken when the bytes begin to come.
    await expect.poll(async () => (await put(driver, url, 'x')).body.error?.code).toBe('UPLOAD_USED');
    broken.destroy();
    await expect.poll(async () => (await stored()).length).toBe(before);
    expect(await filesOf(id)).toEqual([]);
  });

  test('[FL5] what it is, its content says', async () => {
    const id = await claimed();
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    const png = await picture().png().toBuffer();
    const code = async (name: string, content: Buffer) => (await attach(driver, id, name, content)).body.error?.code;
    expect(await code('a.jpg', html)).toBe('FILE_TYPE_LIES');
    expect(await code('a.png', svg)).toBe('FILE_TYPE_LIES');
    expect(await code('nameless', svg)).toBe('FILE_TYPE_NOT_TAKEN');
    expect(await code('a.png', pdf)).toBe('FILE_TYPE_LIES');
    expect(await code('a.pdf', png)).toBe('FILE_TYPE_LIES');
    expect(await code('a.mp3', png)).toBe('FILE_TYPE_LIES');
    expect(await code('a.txt', Buffer.from([1, 2, 3, 0, 255]))).toBe('FILE_TYPE_LIES');
    expect(
      await code('a.docx', Buffer.from('PK\x03\x04 not an archive at all, but long enough to look at')),
    ).toBeDefined();
    expect(await code('nameless', html)).toBe('FILE_TYPE_NOT_TAKEN');
    const url = await announce(driver, id, 'a.png', png.length);
    const lies = await put(driver, url, new Uint8Array(png), { 'content-type': 'application/pdf' });
    expect(lies).toMatchObject({ status: 415, body: { error: { code: 'FILE_TYPE_LIES' } } });
    expect(lies.body.error?.message).toContain('right name');
    expect(await filesOf(id)).toEqual([]);
    expect(await code('a.jpg', png)).toBeUndefined();
    expect(await code('b.txt', Buffer.from('你好，\r\n世界'))).toBeUndefined();
    expect(await code('c.pdf', pdf)).toBeUndefined();
    expect((await filesOf(id)).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['c.pdf', 'application/pdf'],
      ['b.txt', 'text/plain'],
      ['a.png', 'image/png'],
    ]);
  });

  test('[FL5] a refusal comes in the language of who sent it', async () => {
    const url = await announce(driver, await claimed(), 'a.jpg', 4);
    const { body } = await put(driver, url, 'abcd', { 'accept-language': 'zh-CN' });
    expect(body.error).toMatchObject({ code: 'FILE_TYPE_LIES', message: expect.stringContaining('不符') });
  });

  test('[FL6] a phone’s picture comes out upright, and says nothing of where it was taken', async () => {
    const id = await claimed();
    const original = await photo();
    expect((await sharp(original).metadata()).exif?.length).toBeGreaterThan(50);
    const page = Buffer.concat([original, Buffer.from('<script>alert(1)</script>')]);
    expect(await attach(driver, id, '现场.jpg', page)).toMatchObject({ status: 201 });
    const [file] = (await filesOf(id)) as [File];
    expect(file).toMatchObject({ width: 300, height: 400, mediaType: 'image/jpeg' });
    const content = Buffer.from(await (await read(file.url)).arrayBuffer());
    expect(content).toHaveLength(file.bytes);
    const facts = await sharp(content).metadata();
    expect([facts.exif, facts.orientation, facts.width]).toEqual([undefined, undefined, 300]);
    expect(content.includes('Secret Phone')).toBe(false);
    expect(content.includes('script')).toBe(false);
    const small = await sharp(Buffer.from(await (await read(file.thumbnailUrl!)).arrayBuffer())).metadata();
    expect([small.format, small.width, small.height]).toEqual(['webp', 240, 320]);
  });

  test('[FL6] a picture that would fill the memory is refused, and a damaged one', async () => {
    const id = await claimed();
    const code = async (content: Buffer) => (await attach(driver, id, 'a.png', content)).body.error?.code;
    expect(await code(bomb(50_000, 50_000))).toBe('PICTURE_TOO_LARGE');
    expect(await code(bomb(3_000, 3_000))).toBe('PICTURE_UNREADABLE');
    const png = await picture(300, 300).png().toBuffer();
    expect(await code(png.subarray(0, png.length - 40))).toBe('PICTURE_UNREADABLE');
    expect(await filesOf(id)).toEqual([]);
  });

  test('[FL7] who may not attach any more when the bytes come attaches nothing', async () => {
    const id = await claimed();
    const member = await company.seed.member({ role: 'AGENT', department: 'logistics' });
    const client = await company.signedIn(member);
    const content = recording();
    const url = await announce(client, id, 'a.wav', content.length);
    await company.seed.setRoles(member, [{ role: 'AGENT', department: 'warehouse' }]);
    expect(await put(client, url, new Uint8Array(content))).toMatchObject({ status: 403 });
    expect(await filesOf(id)).toEqual([]);
  });
});

describe('reading a file', () => {
  test('[FL8] for those who see the complaint, and not there for everybody else', async () => {
    const id = await claimed();
    await attach(driver, id, '现场 "1".png', await picture().png().toBuffer());
    const [file] = (await filesOf(id)) as [File];
    for (const path of [file.url, file.thumbnailUrl!]) {
      expect((await read(path)).status).toBe(200);
      expect((await read(path, {}, company.client())).status).toBe(401);
      const hidden = await read(path, {}, stranger);
      const absent = await read(path.replace(/att_\w+/, 'att_01890000000070008000000000000000'), {}, stranger);
      expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
      expect(hidden.status).toBe(404);
      expect(hidden.headers.get('etag')).toBeNull();
      expect((await read(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    }
    await act(driver, 'attachmentRemove', { id: file.id, reason: '传错了' });
    expect((await read(file.url)).status).toBe(404);
  });

  test('[FL8] nothing that a browser would run', async () => {
    const id = await claimed();
    await attach(driver, id, '说明.txt', Buffer.from('<script>alert(1)</script> 13812345678'));
    await attach(driver, id, '通话13812345678.wav', recording());
    const [audio, text] = (await filesOf(id)) as [File, File];
    for (const file of [audio, text]) {
      const { headers } = await read(file.url);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('cache-control')).toBe('private, no-cache');
    }
    const textHeaders = (await read(text.url)).headers;
    expect(textHeaders.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E8%AF%B4%E6%98%8E\.txt/);
    expect(textHeaders.get('content-type')).toBe('text/plain');
    expect((await read(audio.url)).headers.get('content-disposition')).toMatch(/^inline; /);
    expect((await read(audio.url)).headers.get('content-disposition')).not.toContain('13812345678');
    expect((await read(`${audio.url}?download`)).headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  test('[FL8] stretches for players; what is known already is not sent again', async () => {
    const id = await claimed();
    const content = recording();
    await attach(driver, id, 'a.wav', content);
    const [{ url }] = (await filesOf(id)) as [File];
    const part = await read(url, { range: 'bytes=44-143' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 44-143/${content.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(44, 144));
    expect((await read(url, { range: 'bytes=999999-' })).status).toBe(416);
    expect((await read(url, { range: 'nonsense' })).status).toBe(200);
    const etag = (await read(url)).headers.get('etag')!;
    expect((await read(url, { 'if-none-match': etag })).status).toBe(304);
    expect((await read(url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    const head = await driver.fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(content.length)]);
  });
});

describe('housekeeping', () => {
  test('[FL11] deletes the bytes of removed files and forgets links that were not used', async () => {
    const id = await claimed();
    await company.app.housekeeping.sweep();
    const before = (await stored()).length;
    await attach(driver, id, 'a.png', await picture().png().toBuffer());
    await announce(driver, id, 'b.png', 100);
    expect((await stored()).length).toBe(before + 2);
    const [file] = (await filesOf(id)) as [File];
    await act(driver, 'attachmentRemove', { id: file.id, reason: '传错了' });
    company.time.advance(2 * 3_600_000);
    await company.app.housekeeping.sweep();
    expect((await stored()).length).toBe(before);
    const { rows } = await company.db.pool.query('SELECT 1 FROM "upload"');
    expect(rows).toEqual([]);
  });
});
