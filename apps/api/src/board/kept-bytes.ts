/** An answer as bytes, and as compressed bytes once somebody accepts them. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const compressors: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  // The levels at which a board of 500 cards costs a few milliseconds, off the main thread, and is a tenth of its size.
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 4 }),
};

/** Less than that is not worth the trouble. */
const WORTH_IT = 2_048;

export class KeptBytes {
  readonly plain: Buffer;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.plain = Buffer.from(text);
  }

  /** How much room it takes, roughly: what is compressed is a fraction. */
  get length(): number {
    return this.plain.length;
  }

  /** The best encoding that the header Accept-Encoding allows; null for none. */
  encodingFor(accepted: string | undefined): Encoding | null {
    if (accepted === undefined || this.plain.length < WORTH_IT) return null;
    const allows = (encoding: Encoding) =>
      new RegExp(`(^|[\\s,])${encoding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`).test(accepted);
    return allows('br') ? 'br' : allows('gzip') ? 'gzip' : null;
  }

  /** Compressed once, however many ask. */
  encoded(encoding: Encoding): Promise<Buffer> {
    let bytes = this.compressed.get(encoding);
    if (bytes === undefined) this.compressed.set(encoding, (bytes = compressors[encoding](this.plain)));
    return bytes;
  }
}
