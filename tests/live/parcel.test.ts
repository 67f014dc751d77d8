import { Duplex } from 'node:stream';
import { Parcel, prefixOf } from '@redress/api/live/parcel';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** What a client takes from frames: whole, unmasked texts (RFC 6455, 5.2). */
function textsIn(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x81);
    const short = bytes[at + 1]!;
    const [head, length] =
      short < 126
        ? [2, short]
        : short === 126
          ? [4, bytes.readUInt16BE(at + 2)]
          : [10, Number(bytes.readBigUInt64BE(at + 2))];
    texts.push(bytes.toString('utf8', at + head, at + head + length));
    at += head + length;
  }
  return texts;
}

const LENGTHS = fc.oneof(fc.constantFrom(0, 100, 125, 126, 65_500, 65_535, 65_536), fc.nat(70_000));
const texts = fc.array(
  LENGTHS.map((length) => `"type":"next","payload":"${'客'.repeat(length % 7)}${'x'.repeat(length)}"}`),
  { minLength: 1, maxLength: 4 },
);

/** A line that takes what it is given at once, as a kernel does, or holds it until it is let. */
class Line extends Duplex {
  readonly taken: Buffer[] = [];
  private readonly held: (() => void)[] = [];
  private readonly isSlow: boolean;

  constructor(isSlow: boolean) {
    super({ highWaterMark: 1 });
    this.isSlow = isSlow;
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    const take = () => {
      this.taken.push(Buffer.from(bytes));
      done();
    };
    if (this.isSlow) this.held.push(take);
    else take();
  }

  goOn(): void {
    while (this.held.length > 0) this.held.shift()!();
  }
}

test('[EV52] messages of every length arrive whole, each under the id of the member it is for, be they slow or not', () => {
  const member = fc.record({ id: fc.string(), isSlow: fc.boolean() });
  fc.assert(
    fc.property(texts, fc.array(member, { minLength: 1, maxLength: 40 }), (bodies, members) => {
      const parcel = new Parcel(bodies.map((body) => ({ body: Buffer.from(body) })));
      const lines = members.map(({ id, isSlow }) => {
        const line = new Line(isSlow);
        parcel.send({ stream: line, prefix: prefixOf(id) });
        return line;
      });
      for (const [n, line] of lines.entries()) {
        line.goOn();
        const told = bodies.map((body) => `{"id":${JSON.stringify(members[n]!.id)},${body}`);
        expect(textsIn(Buffer.concat(line.taken))).toEqual(told);
      }
    }),
    { numRuns: 50 },
  );
});
