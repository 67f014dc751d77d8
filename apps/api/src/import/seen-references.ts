/** The references of a file that were read so far, with their lines, in about twenty bytes each: files may be long. */
import { createHash } from 'node:crypto';

/** The first 64 bits of the hash name a reference: two of ten million meet by chance once in 370,000 such files. */
const SLOT = 3;
const HALF_FULL = 0.5;

export class SeenReferences {
  private slots = new Uint32Array(1024 * SLOT);
  private count = 0;

  /** The line on which the reference was read before; null when it is new, and is known from now on. */
  add(reference: string, line: number): number | null {
    if (this.count >= (this.slots.length / SLOT) * HALF_FULL) this.grow();
    const digest = createHash('sha1').update(reference).digest();
    const at = this.find(digest.readUInt32LE(0), digest.readUInt32LE(4));
    const known = this.slots[at + 2];
    if (known !== undefined && known !== 0) return known;
    this.slots[at] = digest.readUInt32LE(0);
    this.slots[at + 1] = digest.readUInt32LE(4);
    this.slots[at + 2] = line;
    this.count += 1;
    return null;
  }

  /** Where the hash stands, or would: lines start at 1, so 0 marks a free slot. */
  private find(high: number, low: number): number {
    const size = this.slots.length / SLOT;
    for (let slot = high % size; ; slot = (slot + 1) % size) {
      const at = slot * SLOT;
      if (this.slots[at + 2] === 0 || (this.slots[at] === high && this.slots[at + 1] === low)) return at;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += SLOT) {
      const slot = old.subarray(from, from + SLOT);
      if (slot[2] !== 0) this.slots.set(slot, this.find(slot[0] ?? 0, slot[1] ?? 0));
    }
  }
}
