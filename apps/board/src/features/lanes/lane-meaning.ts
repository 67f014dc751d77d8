/** What dropping a card on another lane does (docs/SPEC.md, VW6). Pure. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { ShownCard } from '../../live/board-card.ts';
import type { LaneKind } from './lane-kinds.ts';
import { NO_LANE } from './lanes.ts';

/** It is assigned; or a form opens with the lane's trait filled in; or it stays. */
export type LaneMeaning =
  | { kind: 'assigns' }
  | { kind: 'asks'; form: 'route' | 'hand-off' | 'set-facts'; value: string }
  | { kind: 'refuses' };

const REFUSES: LaneMeaning = { kind: 'refuses' };

/**
 * Only in the card's own stage: what is carried over stage and lane at once would be two changes in one.
 * @param lane the key of the lane that it is dropped on
 */
export function laneMeaning(
  by: LaneKind,
  { viewerCan, stage: own, department }: Pick<ShownCard, 'viewerCan' | 'stage' | 'department'>,
  lane: string,
  stage: Stage,
): LaneMeaning {
  if (stage !== own) return REFUSES;
  if (by === 'assignee') return viewerCan.assign ? { kind: 'assigns' } : REFUSES;
  if (lane === NO_LANE) return REFUSES;
  const asks = (form: 'route' | 'hand-off' | 'set-facts'): LaneMeaning => ({ kind: 'asks', form, value: lane });
  switch (by) {
    case 'department':
      if (viewerCan.route) return asks('route');
      return viewerCan.handOff ? asks('hand-off') : REFUSES;
    case 'severity':
      return viewerCan.route && department !== null ? asks('route') : REFUSES;
    case 'category':
      // Who may record a contact may correct what was taken down.
      return viewerCan.contact ? asks('set-facts') : REFUSES;
  }
}

/** The hash of the address that opens the form, with the trait filled in: `hand-off:warehouse`. */
export function askedIn(by: LaneKind, { form, value }: Extract<LaneMeaning, { kind: 'asks' }>): string {
  return form === 'route' ? `${form}:${by}=${value}` : `${form}:${value}`;
}
