/**
 * A row of a case as a mould, in the text format of COPY: what differs from copy to copy is a hole, everything else stays
 * as the product wrote it.
 */

/** What goes into a hole. Moments are in milliseconds since 1970. */
export type Hole =
  /** An id of the case's own: the time in its first 48 bits moves with the case, the rest stays. */
  | { kind: 'ID'; at: number; tail: string }
  | { kind: 'MOMENT'; at: number }
  | { kind: 'NUMBER' }
  /** The number's parts as search knows them. */
  | { kind: 'YEAR' }
  | { kind: 'SERIAL' }
  | { kind: 'PHONE' }
  | { kind: 'EMAIL'; address: string }
  | { kind: 'TRACKING_HASH' };

/** What a case is told apart by, besides its ids and moments; null where it has none. */
export interface Marks {
  number: string;
  phone: string | null;
  email: string | null;
  trackingHash: string | null;
}

/** `texts[0] hole[0] texts[1] hole[1] … texts[n]`: a hole is its place in the holes of all rows that share them. */
interface Row {
  texts: string[];
  holes: number[];
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MOMENT = '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:\\+00|Z)';
/** How the search tokens of a complaint begin: with those of its number. */
const NUMBER_TOKENS = /\{c,(\d{4}),(\d{6,}),/d;

/** Rows of one case in one table, with each distinct hole once. */
export class Mould {
  readonly holes: Hole[] = [];
  private readonly rows: Row[] = [];
  private readonly places = new Map<string, number>();

  /** @param foreign ids that are not the case's own: of members, departments, policies. */
  constructor(lines: readonly string[], marks: Marks, foreign: ReadonlySet<string>) {
    const literals = [marks.number, marks.phone, marks.email, marks.trackingHash].filter((mark) => mark !== null);
    const pattern = new RegExp([UUID, MOMENT, ...literals.map(escaped)].join('|'), 'g');
    for (const line of lines) this.rows.push(this.row(line, pattern, marks, foreign));
  }

  get size(): number {
    return this.rows.length;
  }

  /** One of its rows with its holes filled; `values` are of `holes`, in their order. */
  fill(row: number, values: readonly string[]): string {
    const { texts, holes } = this.rows[row]!;
    let line = texts[0]!;
    for (let i = 0; i < holes.length; i++) line += values[holes[i]!]! + texts[i + 1]!;
    return line;
  }

  private row(line: string, pattern: RegExp, marks: Marks, foreign: ReadonlySet<string>): Row {
    const row: Row = { texts: [], holes: [] };
    let from = 0;
    const put = (start: number, text: string, hole: Hole) => {
      row.texts.push(line.slice(from, start));
      row.holes.push(this.place(text, hole));
      from = start + text.length;
    };
    for (const { 0: text, index } of line.matchAll(pattern)) {
      const hole = holeOf(text, marks, foreign);
      if (hole !== null) put(index, text, hole);
      const tokens = row.holes.length === 1 ? NUMBER_TOKENS.exec(line) : null;
      if (tokens === null) continue;
      put(tokens.indices![1]![0], tokens[1]!, { kind: 'YEAR' });
      put(tokens.indices![2]![0], tokens[2]!, { kind: 'SERIAL' });
    }
    row.texts.push(line.slice(from));
    return row;
  }

  private place(text: string, hole: Hole): number {
    const key = `${hole.kind} ${text}`;
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.holes.push(hole) - 1;
      this.places.set(key, place);
    }
    return place;
  }
}

/** Null for what stays as it is. */
function holeOf(text: string, marks: Marks, foreign: ReadonlySet<string>): Hole | null {
  switch (text) {
    case marks.number:
      return { kind: 'NUMBER' };
    case marks.phone:
      return { kind: 'PHONE' };
    case marks.email:
      return { kind: 'EMAIL', address: text };
    case marks.trackingHash:
      return { kind: 'TRACKING_HASH' };
    default:
  }
  if (text[10] === ' ' || text[10] === 'T') return { kind: 'MOMENT', at: momentOf(text) };
  if (foreign.has(text)) return null;
  return { kind: 'ID', at: Number.parseInt(text.slice(0, 8) + text.slice(9, 13), 16), tail: text.slice(13) };
}

/** Of a moment as COPY or JSON writes it. */
export function momentOf(text: string): number {
  return Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
