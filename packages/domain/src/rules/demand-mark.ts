/** Marks of unreasonable demands (docs/SPEC.md, UD1–UD4): who has a say in one. */
import { coordinates, hasRole } from './principal.ts';
import type { Principal } from './principal.ts';
import type { DemandMarkState } from './vocabulary.ts';

/** What of a mark decides who decides on it. */
export interface MarkFacts {
  state: DemandMarkState;
  markedById: string | null;
  until: Date;
}

/** Whether the mark still waits for its second person, or shows. It ends by itself. */
export function stands({ state, until }: Pick<MarkFacts, 'state' | 'until'>, now: Date): boolean {
  return (state === 'REQUESTED' || state === 'ACTIVE') && until > now;
}

/** Whether the principal may be the second person: a supervisor or a coordinator; never who asked for it. */
export function decidesMark(principal: Principal, { markedById }: Pick<MarkFacts, 'markedById'>): boolean {
  if (principal.kind === 'MEMBER' && principal.id === markedById) return false;
  return hasRole(principal, 'SUPERVISOR') || coordinates(principal);
}
