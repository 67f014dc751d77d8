import type { Channel, Severity, Stage } from '@redress/domain/rules/vocabulary';

/** What the board is narrowed to; all given conditions hold together. It is the contract's `ComplaintFilter`. */
export interface BoardFilter {
  stages?: Stage[];
  severities?: Severity[];
  channels?: Channel[];
  departmentCodes?: string[];
  text?: string;
  mine?: true;
  unclaimed?: true;
  breached?: true;
  pendingHandoff?: true;
  contested?: true;
  escalated?: true;
  onHold?: true;
  regulator?: true;
}

/** Whether the board shows everything that the viewer may see. */
export function isEmptyFilter(filter: BoardFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
