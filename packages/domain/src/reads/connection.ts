/**
 * Keyset pages (docs/SPEC.md, PG1–PG2): a cursor names a place in an order, not a number of rows to skip, so a page
 * neither repeats nor loses what others insert or remove meanwhile.
 */

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 100;

/** The arguments of a Relay connection, as they came. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A part of a sort key as a cursor holds it. */
export type KeyPart = string;

/** What a part is. A cursor comes from outside: what PostgreSQL could not read is refused in words, not as a fault. */
export type KeyKind = 'moment' | 'id' | 'number' | 'text';

const READABLE: Record<KeyKind, (part: string) => boolean> = {
  moment: (part) => /^-?infinity$/.test(part) || isMoment(part),
  id: (part) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  number: (part) => /^\d{1,15}$/.test(part),
  text: (part) => /^[\x20-\x7e]*$/.test(part),
};

/** As `Date` writes them, in the years that both JavaScript and PostgreSQL know. */
function isMoment(part: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !part.startsWith('0000') && !Number.isNaN(Date.parse(part));
}

/** What to read: at most `limit` rows between two places, from the front or from the back. */
export interface PageRequest {
  limit: number;
  backward: boolean;
  after: KeyPart[] | null;
  before: KeyPart[] | null;
}

/** What is wrong with a page's arguments, in words for who wrote the query. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

export interface Page<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
}

/** A row and its place. The cursor is made when it is asked for: a board reads hundreds of rows and few cursors. */
export class Edge<T> {
  readonly node: T;
  private readonly list: string;
  private readonly keyOf: (node: T) => KeyPart[];

  constructor(node: T, list: string, keyOf: (node: T) => KeyPart[]) {
    this.node = node;
    this.list = list;
    this.keyOf = keyOf;
  }

  get cursor(): string {
    return encodeKey(this.list, this.keyOf(this.node));
  }
}

/**
 * Reads page arguments. `list` names the list and its order, `kinds` what its sort key is made of; a cursor of another
 * list is refused.
 *
 * @throws PageError for a size out of bounds, a cursor that is none of this list, or arguments that contradict.
 */
export function parsePage(list: string, kinds: readonly KeyKind[], args: PageArgs, max = MAX_PAGE): PageRequest {
  const { first = null, last = null } = args;
  if (first !== null && last !== null) throw new PageError('Give `first` or `last`, not both.');
  const size = first ?? last ?? Math.min(DEFAULT_PAGE, max);
  const name = last === null ? 'first' : 'last';
  if (size < 0 || size > max) throw new PageError(`\`${name}\` must be between 0 and ${max}; it was ${size}.`);
  const key = (argument: 'after' | 'before') => {
    const cursor = args[argument] ?? null;
    return cursor === null ? null : decodeKey(list, kinds, argument, cursor);
  };
  return { limit: size, backward: last !== null, after: key('after'), before: key('before') };
}

/** The page of rows that were read with one more than `limit`, in reading order (from the back when `backward`). */
export function toPage<T>(
  list: string,
  request: PageRequest,
  rows: readonly T[],
  keyOf: (node: T) => KeyPart[],
): Page<T> {
  const more = rows.length > request.limit;
  const kept = more ? rows.slice(0, request.limit) : [...rows];
  if (request.backward) kept.reverse();
  const edges = kept.map((node) => new Edge(node, list, keyOf));
  return {
    edges,
    pageInfo: {
      hasNextPage: request.backward ? request.before !== null : more,
      hasPreviousPage: request.backward ? more : request.after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

function encodeKey(list: string, key: readonly KeyPart[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

function decodeKey(list: string, kinds: readonly KeyKind[], argument: string, cursor: string): KeyPart[] {
  const [of, ...key] = readParts(cursor);
  const fits = of === list && key.length === kinds.length && kinds.every((kind, i) => READABLE[kind](key[i]!));
  if (!fits) throw new PageError(`\`${argument}\` is no cursor of this list and order.`);
  return key;
}

/** The strings in a cursor; none when it is damaged. */
function readParts(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}
