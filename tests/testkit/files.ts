/** Files for tests, and their way into a complaint. */
import sharp from 'sharp';
import { act } from '../api/act.ts';
import type { Client } from './client.ts';

export interface Sent {
  status: number;
  body: { id: string; cursor: string; error?: { code: string; message: string } };
}

/** A picture of one colour. */
export function picture(width = 60, height = 40): ReturnType<typeof sharp> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 40 } } });
}

/** A picture as a phone takes it: on its side, with place, device and time. */
export function photo(): Promise<Buffer> {
  return picture(400, 300)
    .jpeg()
    .withExif({
      IFD0: { Make: 'PhoneMaker', Model: 'Secret Phone 9', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A recording of silence. */
export function recording(bytes = 8_000): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(8_000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return Buffer.concat([header, Buffer.alloc(bytes, 128)]);
}

export async function announce(client: Client, complaintId: string, name: string, bytes: number): Promise<string> {
  const { upload } = await act(client, 'attachmentUploadCreate', { complaintId, name, bytes });
  return upload.url;
}

/** Sends bytes to the link of an upload. */
export async function put(
  client: Client,
  url: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const init = { method: 'PUT', body, headers: { 'accept-language': 'en', ...headers }, duplex: 'half' };
  const response = await client.fetch(url, init as RequestInit & { headers: Record<string, string> });
  return { status: response.status, body: (await response.json()) as Sent['body'] };
}

/** Announces the file and sends it. */
export async function attach(client: Client, complaintId: string, name: string, content: Buffer): Promise<Sent> {
  return put(client, await announce(client, complaintId, name, content.length), new Uint8Array(content));
}
