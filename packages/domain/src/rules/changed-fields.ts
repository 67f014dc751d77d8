/** What differs between two states of a row, as the audit keeps it (docs/SPEC.md, AU4–AU5). */

/** `[from, to]`; null for what was or is not there. */
export type FieldChange = [from: unknown, to: unknown];

/** Stands for a value that is never told: a secret, or a text that can be erased. */
export const WITHHELD_VALUE = '…';

type Row = Readonly<Record<string, unknown>>;

/**
 * The fields that differ, by name; those inside a JSON value by their path: `value.minutes.URGENT`. Lists are compared
 * whole. `before` null: everything that is there came from nothing. Of a column in `withheld` it is told that it
 * changed, and whether it is there, not what it holds.
 */
export function changedFields(
  before: Row | null,
  after: Row,
  withheld: readonly string[] = [],
): Record<string, FieldChange> {
  const changed: Record<string, FieldChange> = {};
  for (const [column, to] of Object.entries(after)) {
    const from = before?.[column] ?? null;
    if (!withheld.includes(column)) collect(changed, column, from, to);
    else if (!same(from, to)) changed[column] = [hidden(from), hidden(to)];
  }
  return changed;
}

function collect(changed: Record<string, FieldChange>, path: string, from: unknown, to: unknown): void {
  if (!isObject(from) && !isObject(to)) {
    if (!same(from, to)) changed[path] = [from ?? null, to ?? null];
    return;
  }
  const [was, is] = [isObject(from) ? from : {}, isObject(to) ? to : {}];
  const toldBefore = Object.keys(changed).length;
  // What stood there before it became an object, or stands there since it is none.
  if (!isObject(from) && !absent(from)) changed[path] = [from, null];
  if (!isObject(to) && !absent(to)) changed[path] = [null, to];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    collect(changed, `${path}.${key}`, was[key], is[key]);
  }
  // An object that holds nothing has no field to be told by: that it came, or went, is all there is to tell.
  const cameOrWent = isObject(from) !== isObject(to);
  if (cameOrWent && Object.keys(changed).length === toldBefore) changed[path] = [from ?? null, to ?? null];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const absent = (value: unknown) => value === null || value === undefined;

const hidden = (value: unknown) => (absent(value) ? null : WITHHELD_VALUE);

function same(a: unknown, b: unknown): boolean {
  if (absent(a) || absent(b)) return absent(a) && absent(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}
