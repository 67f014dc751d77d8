/**
 * The board's filter as it stands in the URL: one short parameter for each condition, lists joined by commas
 * (`?department=logistics,service&breached=1`). It stays while a complaint or the register form lies over the board.
 */
const KEYS = [
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

export type BoardSearch = Partial<Record<(typeof KEYS)[number], string>>;

/** Keeps the known parameters that say something; everything else in the URL is not the board's. */
export function validateBoardSearch(search: Record<string, unknown>): BoardSearch {
  const valid: BoardSearch = {};
  for (const key of KEYS) {
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
