/**
 * Messages on their way to many sockets: encoded and framed once. What differs from one member to the next is the id of
 * their subscription, a few bytes in front of each message, which are written into the same frames from member to member.
 */
import type { Duplex } from 'node:stream';

/** One thing told. `body` is what goes behind `{"id":…,` on each member's socket, in UTF-8. */
export interface Message {
  seq: number;
  body: Buffer;
}

/** Where a parcel goes: the stream beneath a WebSocket, and the beginning of each message there, made ready once. */
export interface Address {
  readonly stream: Duplex;
  readonly prefix: Uint8Array;
}

/** The beginning of each message of a subscription. A copy of its own: short ones lie beside their array, not in a pool. */
export function prefixOf(id: string): Uint8Array {
  return new Uint8Array(Buffer.from(`{"id":${JSON.stringify(id)},`));
}

/** Frames with room for a prefix of a certain length, at each of `places`. */
interface Draft {
  bytes: Buffer;
  places: readonly number[];
}

/** Ids that one kind of client makes are of a length or two. */
const DRAFTS_AT_MOST = 8;

export class Parcel {
  private readonly bodies: readonly Buffer[];
  private readonly drafts = new Map<number, Draft>();

  constructor(messages: readonly Pick<Message, 'body'>[]) {
    this.bodies = messages.map(({ body }) => body);
  }

  /** Writes the messages as frames, all at once. */
  send({ stream, prefix }: Address): void {
    const { bytes, places } = this.draftFor(prefix.length);
    for (const place of places) bytes.set(prefix, place);
    stream.write(bytes);
    // Mostly the kernel has taken everything by now. Who has not yet keeps these bytes; the next gets others.
    if (stream.writableLength > 0) this.drafts.delete(prefix.length);
  }

  private draftFor(prefixLength: number): Draft {
    let draft = this.drafts.get(prefixLength);
    if (draft === undefined) {
      if (this.drafts.size >= DRAFTS_AT_MOST) this.drafts.clear();
      draft = makeDraft(prefixLength, this.bodies);
      this.drafts.set(prefixLength, draft);
    }
    return draft;
  }
}

/** FIN and the opcode of text (RFC 6455, 5.2). What a server sends is not masked. */
const FINAL_TEXT = 0x81;
const TWO_BYTES_OF_LENGTH = 126;
const EIGHT_BYTES_OF_LENGTH = 127;

function makeDraft(prefixLength: number, bodies: readonly Buffer[]): Draft {
  const size = bodies.reduce((sum, { length }) => sum + headSize(prefixLength + length) + prefixLength + length, 0);
  const bytes = Buffer.allocUnsafe(size);
  const places: number[] = [];
  let at = 0;
  for (const body of bodies) {
    at = writeHead(bytes, at, prefixLength + body.length);
    places.push(at);
    bytes.set(body, at + prefixLength);
    at += prefixLength + body.length;
  }
  return { bytes, places };
}

function headSize(length: number): number {
  if (length < TWO_BYTES_OF_LENGTH) return 2;
  return length <= 0xffff ? 4 : 10;
}

/** Returns where the head ends. */
function writeHead(bytes: Buffer, at: number, length: number): number {
  bytes[at] = FINAL_TEXT;
  if (length < TWO_BYTES_OF_LENGTH) {
    bytes[at + 1] = length;
    return at + 2;
  }
  if (length <= 0xffff) {
    bytes[at + 1] = TWO_BYTES_OF_LENGTH;
    return bytes.writeUInt16BE(length, at + 2);
  }
  bytes[at + 1] = EIGHT_BYTES_OF_LENGTH;
  return bytes.writeBigUInt64BE(BigInt(length), at + 2);
}
