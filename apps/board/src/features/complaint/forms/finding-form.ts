/** What the forms of an investigation need of a complaint: a card of the board has it, and so has the drawer. */
export interface FindingProps {
  complaint: { id: string; number: string; version: number; revision: number };
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}
