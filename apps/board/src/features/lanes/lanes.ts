/** The cards of the board in lanes, by one of their traits; each column of a lane in the order of its stage. */
import { SEVERITIES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Locale } from '../../i18n/locale.ts';
import type { BoardCard, CardDepartment } from '../../live/board-card.ts';
import type { LaneKind } from './lane-kinds.ts';

/** The key of the lane of cards that have none of the trait. */
export const NO_LANE = '';

/** What lanes need to know of the company: in which order its departments stand, and what its categories belong to. */
export interface LaneOrder {
  departments: readonly string[];
  /** The code of the upper category of each category, its own where it is one; in the company's order. */
  upper: ReadonlyMap<string, string>;
  /** The language by which people are sorted. */
  locale: Locale;
}

export interface Lane {
  /** A department's code, a severity, a member's id, an upper category's code; NO_LANE for what has none. */
  key: string;
  /** Where the trait itself names it: the department, or the name of the assignee. */
  department: CardDepartment | null;
  person: string | null;
  /** The ids of its cards by stage, top to bottom. */
  cells: ReadonlyMap<Stage, readonly string[]>;
  total: number;
  breached: number;
  /** RFC 3339; null when only closed ones are here. */
  oldestReceivedAt: string | null;
}

/** The key of the lane that a card stands in. */
export function laneKey(card: BoardCard, by: LaneKind, upper: LaneOrder['upper']): string {
  switch (by) {
    case 'department':
      return card.department?.code ?? NO_LANE;
    case 'severity':
      return card.severity;
    case 'assignee':
      return card.assignee?.id ?? NO_LANE;
    case 'category':
      return card.category === null ? NO_LANE : (upper.get(card.category.code) ?? card.category.code);
  }
}

interface LaneInTheMaking extends Lane {
  cells: Map<Stage, string[]>;
}

/**
 * The lanes, in the company's order; what has none of the trait comes first, because somebody has to see to it.
 * @param columns the cards of each stage as they are shown, top to bottom
 */
export function lanesOf(
  columns: readonly { stage: Stage; cards: readonly BoardCard[] }[],
  by: LaneKind,
  order: LaneOrder,
): Lane[] {
  const lanes = new Map<string, LaneInTheMaking>();
  for (const { stage, cards } of columns) {
    for (const card of cards) {
      const key = laneKey(card, by, order.upper);
      let lane = lanes.get(key);
      if (lane === undefined) {
        const { department, assignee } = card;
        const person = by === 'assignee' ? (assignee?.name ?? null) : null;
        lane = { key, department, person, cells: new Map(), total: 0, breached: 0, oldestReceivedAt: null };
        lanes.set(key, lane);
      }
      const cell = lane.cells.get(stage);
      if (cell === undefined) lane.cells.set(stage, [card.id]);
      else cell.push(card.id);
      lane.total += 1;
      if (card.isBreached) lane.breached += 1;
      const { oldestReceivedAt: oldest } = lane;
      if (stage !== 'CLOSED' && (oldest === null || card.receivedAt < oldest)) lane.oldestReceivedAt = card.receivedAt;
    }
  }
  const keys = keysInOrder(by, order);
  const rank = ({ key }: Lane) => (key === NO_LANE ? -1 : (keys.get(key) ?? keys.size));
  // People stand by what they are called, so that one finds them.
  const name = ({ person, key }: Lane) => person ?? key;
  return [...lanes.values()].sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), order.locale));
}

/** The places of the lanes whose order is given: by the company, or by what is gravest. */
function keysInOrder(by: LaneKind, { departments, upper }: LaneOrder): ReadonlyMap<string, number> {
  const keys: Record<LaneKind, Iterable<string>> = {
    department: departments,
    severity: SEVERITIES.toReversed(),
    assignee: [],
    category: new Set(upper.values()),
  };
  return new Map([...keys[by]].map((key, i) => [key, i]));
}

/** The nth card of each cell of a lane. */
export interface CardsRow {
  kind: 'cards';
  lane: Lane;
  index: number;
  isLast: boolean;
}

/** A line of the board in lanes: a lane's head, or a line of its cards. */
export type LaneRow = { kind: 'head'; lane: Lane } | CardsRow;

/** The lines of the lanes under each other; of a folded one, its head alone. An empty lane would have nowhere to drop to. */
export function laneRows(lanes: readonly Lane[], folded: ReadonlySet<string>): LaneRow[] {
  return lanes.flatMap((lane): LaneRow[] => {
    const head = { kind: 'head', lane } as const;
    if (folded.has(lane.key)) return [head];
    const height = Math.max(1, ...[...lane.cells.values()].map(({ length }) => length));
    const cards = Array.from({ length: height }, (_, index) => ({
      kind: 'cards' as const,
      lane,
      index,
      isLast: index === height - 1,
    }));
    return [head, ...cards];
  });
}
