import pg from 'pg';

const { builtins } = pg.types;
const INT8_ARRAY = 1016;

/**
 * How values of raw statements reach JavaScript. It is handed to each pool instead of being set on pg itself, which
 * would change what Prisma reads.
 *
 * - bigint: a number, since counts and event numbers are; one beyond 2^53 is an error, never a rounded number.
 * - timestamptz: a Date. timestamp without zone: a Date as well, read as UTC and not in the zone of this machine.
 * - date: a string `YYYY-MM-DD`, since a Date would be a moment, and another day elsewhere.
 * - numeric: a string, as pg has it. json: parsed.
 */
export const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  const own = format === 'binary' ? undefined : PARSERS[oid];
  return own ?? pg.types.getTypeParser(oid, format as 'text');
};

const parseTextArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[];

const PARSERS: Record<number, ((text: string) => unknown) | undefined> = {
  [builtins.INT8]: parseInt8,
  [INT8_ARRAY]: (text) => parseTextArray(text).map((item) => (item === null ? null : parseInt8(item))),
  [builtins.TIMESTAMP]: (text) => new Date(`${text.replace(' ', 'T')}Z`),
  [builtins.DATE]: (text) => text,
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The bigint ${text} does not fit into a number; select it as text.`);
  return value;
}
