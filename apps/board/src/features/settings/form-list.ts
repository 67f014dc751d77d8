/** Lists in a form: a draft keeps flat texts, so a list is one as JSON. Pure, for tests. */
import type { Fields } from './policy-form.ts';

/** A row of a list; its id tells it from the others while rows come, go and change places. */
export interface Row {
  id: number;
}

/** A list as one field of a form. */
export function listText<T extends object>(list: readonly T[]): string {
  return JSON.stringify(list.map((entry, id) => ({ ...entry, id })));
}

/** The list that a field holds; empty when it holds none. */
export function listOf<T extends Row>(fields: Fields, name: string): T[] {
  try {
    const list: unknown = JSON.parse(String(fields[name] ?? '[]'));
    return Array.isArray(list) ? (list as T[]) : [];
  } catch {
    return [];
  }
}

/** The list with one more row at its end. */
export function withRow<T extends Row>(list: readonly T[], entry: Omit<T, 'id'>): T[] {
  return [...list, { ...entry, id: Math.max(-1, ...list.map(({ id }) => id)) + 1 } as T];
}

/** The list with one row changed. */
export function withChange<T extends Row>(list: readonly T[], id: number, change: Partial<T>): T[] {
  return list.map((row) => (row.id === id ? { ...row, ...change } : row));
}

/** The list with a row moved by so many places; as it is where there is no such place. */
export function withMove<T extends Row>(list: readonly T[], id: number, by: number): T[] {
  const from = list.findIndex((row) => row.id === id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((row) => row.id !== id);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}

/** What is wrong at a place of the form or below it, once each; undefined when nothing is. */
export function issueAt(issues: Partial<Record<string, string>>, place: string): string | undefined {
  const found = Object.entries(issues).filter(([path]) => path === place || path.startsWith(`${place}.`));
  return found.length === 0 ? undefined : [...new Set(found.map(([, message]) => message))].join(' ');
}
