/** What is done with one card by a key or from the palette: at once, or in its form in the drawer. */
import type { BoardSession } from '../../live/board-session.ts';
import type { ShownCard } from '../../live/board-card.ts';

export const CARD_ACTS = ['claim', 'accept', 'decline', 'handOver', 'assign', 'move'] as const;
export type CardAct = (typeof CARD_ACTS)[number];

/** Opens a form of the drawer over a complaint; forms are named as in addresses. */
export type OpenForm = (number: string, form: string) => void;

/** Whether the rules let this viewer do it now. */
export function mayAct({ viewerCan }: ShownCard, act: CardAct): boolean {
  switch (act) {
    case 'claim':
      return viewerCan.claim;
    case 'accept':
    case 'decline':
      return viewerCan.answerHandoff;
    case 'handOver':
      return viewerCan.handOff;
    case 'assign':
      return viewerCan.assign;
    case 'move':
      return viewerCan.move;
  }
}

/** The forms of the drawer that a card's rights are known for, besides those of its acts. */
export const CARD_FORMS = [
  { form: 'contact', may: 'contact' },
  { form: 'route', may: 'route' },
  { form: 'rule', may: 'rule' },
  { form: 'withdraw', may: 'withdrawHandoff' },
] as const;

const FORMS: Readonly<Record<Exclude<CardAct, 'claim' | 'accept'>, string>> = {
  decline: 'answer-handoff',
  handOver: 'hand-off',
  assign: 'assign',
  move: 'move',
};

/** Does it, or opens the form that it takes. The caller has asked `mayAct`. */
export function runCardAct(session: BoardSession, card: ShownCard, act: CardAct, openForm: OpenForm): void {
  const { id: cardId, number, pendingHandoff } = card;
  if (act === 'claim') void session.act({ kind: 'claim', cardId });
  else if (act !== 'accept') openForm(number, FORMS[act]);
  else if (pendingHandoff !== null) void session.act({ kind: 'accept', cardId, handoffId: pendingHandoff.id });
}
