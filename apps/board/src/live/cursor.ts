/** Cursors of the event stream: `<epoch>.<zero-padded number>`, opaque but for their order (docs/PROTOCOL.md). */

function epochOf(cursor: string): string {
  return cursor.slice(0, cursor.indexOf('.'));
}

/** Whether two cursors belong to one history. A restored database starts another, which can't be compared. */
export function sameEpoch(a: string, b: string): boolean {
  return epochOf(a) === epochOf(b);
}

/** Whether `a` stands strictly after `b` in the stream; false for cursors of different histories. */
export function isAfter(a: string, b: string): boolean {
  return sameEpoch(a, b) && a > b;
}
