/** Two readings of the same bytes, as UTF-8 and as GB18030: where each first fails, and how much of the text it explains. */

interface Fault {
  /** From 1. */
  line: number;
  byte: number;
}

const LINE_FEED = 0x0a;

abstract class ByteScan {
  /** The first byte that can't stand where it stands; null when there is none. */
  firstFault: Fault | null = null;
  protected line = 1;
  /** Bytes that are not ASCII, and those of them that are part of characters which real texts are made of. */
  protected foreign = 0;
  protected explained = 0;

  /** How much of what is not ASCII the encoding explains, from 0 to 1. */
  get share(): number {
    return this.foreign === 0 ? 1 : this.explained / this.foreign;
  }

  abstract take(bytes: Uint8Array): void;

  /** The file ends here: a character that was begun stays unfinished. */
  abstract end(): void;

  protected fault(byte: number): void {
    this.firstFault ??= { line: this.line, byte };
  }
}

export class Utf8Scan extends ByteScan {
  /** Continuation bytes that are still to come, and between what the next one has to lie. */
  private pending = 0;
  private length = 0;
  private lowest = 0x80;
  private highest = 0xbf;
  private lead = 0;

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.pending > 0) {
        if (byte >= this.lowest && byte <= this.highest) {
          this.foreign += 1;
          this.continue();
          continue;
        }
        this.fault(this.lead);
        this.pending = 0;
      }
      if (byte < 0x80) {
        if (byte === LINE_FEED) this.line += 1;
      } else {
        this.foreign += 1;
        this.begin(byte);
      }
    }
  }

  end(): void {
    if (this.pending > 0) this.fault(this.lead);
  }

  private begin(byte: number): void {
    this.lead = byte;
    this.length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte < 0xc2 || byte > 0xf4) return this.fault(byte);
    this.pending = this.length - 1;
    // What would be too long, a surrogate, or beyond the last character.
    this.lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  private continue(): void {
    this.pending -= 1;
    this.lowest = 0x80;
    this.highest = 0xbf;
    if (this.pending === 0) this.explained += this.length;
  }
}

export class Gb18030Scan extends ByteScan {
  /** Bytes of the character so far: 0 between characters. */
  private taken = 0;
  private lead = 0;

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte >= 0x80) this.foreign += 1;
      if (this.taken === 0) this.begin(byte);
      else this.continue(byte);
    }
  }

  end(): void {
    if (this.taken > 0) this.fault(this.lead);
  }

  private begin(byte: number): void {
    if (byte === LINE_FEED) this.line += 1;
    if (byte < 0x80) return;
    if (byte === 0x80 || byte === 0xff) return this.fault(byte);
    this.lead = byte;
    this.taken = 1;
  }

  private continue(byte: number): void {
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (this.taken === 1 && isDigit) this.taken = 2;
    else if (this.taken === 2 && byte >= 0x81 && byte <= 0xfe) this.taken = 3;
    else if (this.taken === 3 && isDigit) this.finish(2);
    else if (this.taken === 1 && byte >= 0x40 && byte !== 0x7f && byte !== 0xff)
      this.finish(byte >= 0xa1 && this.lead >= 0xa1 ? 2 : 0);
    else {
      this.fault(this.lead);
      this.taken = 0;
      this.begin(byte);
    }
  }

  /** Characters of two bytes from 0xA1 on are those of GB 2312: all that common Chinese is written in. */
  private finish(explained: number): void {
    this.explained += explained;
    this.taken = 0;
  }
}
