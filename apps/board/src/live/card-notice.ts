import type { Stage } from '@redress/domain/rules/vocabulary';
import type { ActionRefusal, BoardAction } from './transport.ts';

/** Why an action of the viewer's did not happen. It stays at its card until it is read or the card is acted on again. */
export interface CardNotice {
  cardId: string;
  cardNumber: string;
  /** Where to say it when the card is no longer on the board: the column the action was for. */
  stage: Stage;
  action: BoardAction;
  refusal: ActionRefusal;
}
