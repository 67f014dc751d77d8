/**
 * The cursor of the stream: `<epoch>.<zero-padded number>` (docs/PROTOCOL.md). Cursors of one epoch compare as strings;
 * another epoch means another history, so a comparison across epochs is never made.
 */

const DIGITS = 16;

export interface Cursor {
  epoch: string;
  seq: number;
}

/** The cursor as clients hold it. */
export function formatCursor(epoch: string, seq: number): string {
  return `${epoch}.${String(seq).padStart(DIGITS, '0')}`;
}

/** The parts of a cursor, or null when the text is none. */
export function parseCursor(text: string): Cursor | null {
  const match = /^([0-9a-z]{1,32})\.(\d{16})$/.exec(text);
  if (match === null) return null;
  return { epoch: match[1]!, seq: Number(match[2]) };
}
