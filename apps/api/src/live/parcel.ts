/**
 * Messages on their way to many sockets: encoded once, framed for each. What differs from one member to the next is the
 * id of their subscription, a few bytes in front of each message; members whose ids are the same get the same frames.
 */

/** One thing told. `body` is what goes behind `{"id":…,` on each member's socket, in UTF-8. */
export interface Message {
  seq: number;
  body: Buffer;
}

/** Where a parcel goes: the client's id of the subscription, made ready once. */
export interface Address {
  readonly id: string;
  readonly prefix: Buffer;
}

export function addressOf(id: string): Address {
  return { id, prefix: Buffer.from(`{"id":${JSON.stringify(id)},`) };
}

/** Clients that count their subscriptions have short ids, and many have the same; longer ones are as good as unique. */
const SHORT_ID = 8;
const SHARED_AT_MOST = 64;

export class Parcel {
  private readonly bodies: readonly Buffer[];
  private shared: Map<string, Buffer> | null = null;

  constructor(messages: readonly Pick<Message, 'body'>[]) {
    this.bodies = messages.map(({ body }) => body);
  }

  /** The messages as frames of a WebSocket, one behind the other. Not to be changed: others may hold the same bytes. */
  framesFor(address: Address): Buffer {
    if (address.id.length > SHORT_ID) return frames(address.prefix, this.bodies);
    const shared = (this.shared ??= new Map<string, Buffer>());
    let bytes = shared.get(address.id);
    if (bytes === undefined) {
      bytes = frames(address.prefix, this.bodies);
      if (shared.size < SHARED_AT_MOST) shared.set(address.id, bytes);
    }
    return bytes;
  }
}

/** FIN and the opcode of text (RFC 6455, 5.2). What a server sends is not masked. */
const FINAL_TEXT = 0x81;
const TWO_BYTES_OF_LENGTH = 126;
const EIGHT_BYTES_OF_LENGTH = 127;

function frames(prefix: Buffer, bodies: readonly Buffer[]): Buffer {
  let size = 0;
  for (const body of bodies) {
    const length = prefix.length + body.length;
    size += headSize(length) + length;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const body of bodies) {
    at = writeHead(bytes, at, prefix.length + body.length);
    bytes.set(prefix, at);
    at += prefix.length;
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
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
