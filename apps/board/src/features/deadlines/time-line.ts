/** What breaches when: the cards whose first clock ends within a time ahead, in equal steps, and what is breached already. */
import type { CardView } from '../../live/board-view.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far ahead one looks, and in what steps, in ms. */
export const REACHES = {
  hour: { length: HOUR, step: 5 * MINUTE },
  day: { length: DAY, step: 2 * HOUR },
  week: { length: 7 * DAY, step: DAY },
} as const;
export type Reach = keyof typeof REACHES;
export const REACH_NAMES = ['hour', 'day', 'week'] as const satisfies readonly Reach[];

/** A card with a clock that runs. */
export interface Due {
  view: CardView;
  /** When its first clock ends, in ms since 1970. */
  at: number;
}

export interface Step {
  /** In ms since 1970; `to` is the next one's `from`. */
  from: number;
  to: number;
  /** The one that ends first on top. */
  dues: readonly Due[];
}

export interface TimeLine {
  /** The breach was published, or the moment has passed and it is about to be. The oldest first. */
  over: readonly Due[];
  steps: readonly Step[];
  /** Clocks that end later than one looks. */
  later: number;
}

/**
 * The time line.
 * @param now in ms since 1970, by the server's clock
 * @param offset what the viewer's local time is ahead of UTC, in ms: days and hours begin where the wall clock says
 */
export function timeLine(cards: readonly CardView[], reach: Reach, now: number, offset: number): TimeLine {
  const { length, step } = REACHES[reach];
  const start = Math.floor((now + offset) / step) * step - offset;
  // The step that has begun counts as a whole one: with one more, the line always reaches as far as its name says.
  const steps = Array.from({ length: length / step + 1 }, (_, i) => ({
    from: start + i * step,
    to: start + (i + 1) * step,
    dues: [] as Due[],
  }));
  const over: Due[] = [];
  let later = 0;
  for (const due of duesOf(cards)) {
    const { isBreached } = due.view.card;
    const at = steps[Math.floor((due.at - start) / step)];
    if (isBreached || due.at <= now) over.push(due);
    else if (at === undefined) later += 1;
    else at.dues.push(due);
  }
  return { over, steps, later };
}

/** The cards with a running clock, by when it ends. */
function duesOf(cards: readonly CardView[]): Due[] {
  return cards
    .flatMap((view) => {
      const { nextDeadline } = view.card;
      return nextDeadline === null ? [] : [{ view, at: Date.parse(nextDeadline.dueAt) }];
    })
    .sort((a, b) => a.at - b.at || (a.view.card.number < b.view.card.number ? -1 : 1));
}
