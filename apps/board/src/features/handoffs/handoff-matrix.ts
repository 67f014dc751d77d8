/** Who waits for whom: handoffs without an answer and disputes without a ruling, by the pair of departments. */
import type { CardDepartment } from '../../live/board-card.ts';
import type { CardView } from '../../live/board-view.ts';

/** Stands in the place of the department that is waited for, where it is the coordination group that has to rule. */
export const RULING = '*';

/** A card that waits, between which departments, and since when. */
export interface Wait {
  view: CardView;
  from: CardDepartment | null;
  /** Null: for a ruling. */
  to: CardDepartment | null;
  /** RFC 3339. */
  since: string;
}

/** What one department waits for from another. */
export interface Pair {
  /** As the URL names it: `logistics,warehouse`. */
  key: string;
  from: CardDepartment | null;
  to: CardDepartment | null;
  /** The longest waiting first; never empty. */
  waits: readonly Wait[];
  breached: number;
  urgent: number;
}

export interface HandoffMatrix {
  /** Those that wait, and those that are waited for; in the company's order, the ruling last. */
  rows: readonly string[];
  columns: readonly string[];
  /** The pairs in which anything waits, by their key; the longest waiting first. */
  pairs: ReadonlyMap<string, Pair>;
  departments: ReadonlyMap<string, CardDepartment>;
}

/** The name of a pair in the URL. */
export function pairKey(from: string, to: string): string {
  return `${from},${to}`;
}

/** What a card waits for from another department; null when it waits for none. */
export function waitOf(view: CardView): Wait | null {
  const { pendingHandoff, contestedAt, department } = view.card;
  if (pendingHandoff !== null) {
    const { from, to, requestedAt } = pendingHandoff;
    return { view, from, to, since: requestedAt };
  }
  return contestedAt === null ? null : { view, from: department, to: null, since: contestedAt };
}

/**
 * The matrix of all waits.
 * @param order the codes of the departments as the company orders them; others come last
 */
export function handoffMatrix(waits: readonly Wait[], order: readonly string[]): HandoffMatrix {
  const departments = new Map<string, CardDepartment>();
  const byPair = new Map<string, Wait[]>();
  for (const wait of waits.toSorted((a, b) => compare(a.since, b.since))) {
    for (const department of [wait.from, wait.to])
      if (department !== null) departments.set(department.code, department);
    const key = pairKey(wait.from?.code ?? RULING, wait.to?.code ?? RULING);
    byPair.set(key, [...(byPair.get(key) ?? []), wait]);
  }
  const pairs = new Map([...byPair].map(([key, all]) => [key, pairOf(key, all)]));
  const inOrder = (codes: Set<string>) => [...codes].sort((a, b) => rank(a, order) - rank(b, order) || compare(a, b));
  return {
    rows: inOrder(new Set([...pairs.values()].map(({ from }) => from?.code ?? RULING))),
    columns: inOrder(new Set([...pairs.values()].map(({ to }) => to?.code ?? RULING))),
    pairs,
    departments,
  };
}

function pairOf(key: string, waits: readonly Wait[]): Pair {
  const [first] = waits;
  return {
    key,
    from: first?.from ?? null,
    to: first?.to ?? null,
    waits,
    breached: waits.filter(({ view }) => view.card.isBreached).length,
    urgent: waits.filter(({ view }) => view.card.severity === 'URGENT').length,
  };
}

function rank(code: string, order: readonly string[]): number {
  if (code === RULING) return order.length + 1;
  const at = order.indexOf(code);
  return at < 0 ? order.length : at;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
