import { addressOf, Parcel } from '@redress/api/live/parcel';
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

test('[EV52] messages of every length arrive whole, each under the id of the member it is for', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.string(), { minLength: 1, maxLength: 100 }), (bodies, ids) => {
      const parcel = new Parcel(bodies.map((body) => ({ body: Buffer.from(body) })));
      for (const id of ids) {
        const told = bodies.map((body) => `{"id":${JSON.stringify(id)},${body}`);
        expect(textsIn(parcel.framesFor(addressOf(id)))).toEqual(told);
      }
    }),
    { numRuns: 50 },
  );
});
