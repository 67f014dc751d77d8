/**
 * The board as it stands in the URL: its filter, one short parameter for each condition, lists joined by commas
 * (`?department=logistics,service&breached=1`), and how it is looked at (`view=handoffs`). It stays while a complaint or
 * the register form lies over the board.
 */
const FILTER_KEYS = [
  'stage',
  'severity',
  'channel',
  'department',
  'text',
  'mine',
  'unclaimed',
  'breached',
  'pendingHandoff',
  'contested',
  'escalated',
  'onHold',
  'regulator',
] as const;

/** The conditions that are on or off. */
export const SWITCHES = [
  'mine',
  'unclaimed',
  'breached',
  'pendingHandoff',
  'contested',
  'escalated',
  'onHold',
  'regulator',
] as const satisfies readonly (typeof FILTER_KEYS)[number][];

/** `view`: which way of looking; `cell`: the pair of departments whose handoffs are shown; `within`: how far ahead; `lanes`:
 * by what the board is laid out in lanes; `sort`: by what the table is ordered. */
const LOOK_KEYS = ['view', 'cell', 'within', 'lanes', 'sort'] as const;

export type BoardSearch = Partial<Record<(typeof FILTER_KEYS)[number] | (typeof LOOK_KEYS)[number], string>>;

/** Whether the search narrows the board. */
export function isNarrowed(search: BoardSearch): boolean {
  return FILTER_KEYS.some((key) => search[key] !== undefined);
}

/** The change that takes every condition out, and leaves how the board is looked at. */
export const NO_FILTER: BoardSearch = Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]));

/** Keeps the known parameters that say something; everything else in the URL is not the board's. */
export function validateBoardSearch(search: Record<string, unknown>): BoardSearch {
  const valid: BoardSearch = {};
  for (const key of [...FILTER_KEYS, ...LOOK_KEYS]) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') valid[key] = value;
  }
  return valid;
}

/** Plain query strings instead of JSON in the URL, so that a link can be read and typed. */
export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** The inverse; commas stay readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (typeof value === 'string' && value !== '') params.set(key, value);
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}
