/** Who looks at the board, and what they may do with its cards: by the rules that the server decides by. */
import { permissionsOn } from '@redress/domain/rules/permissions';
import type { MemberPrincipal, RoleHolding } from '@redress/domain/rules/principal';
import type { BoardCard, CardMember, ShownCard } from './board-card.ts';

/** Departments are named by the ids of the contract, as in the cards. */
export interface BoardViewer {
  member: CardMember;
  roles: readonly RoleHolding[];
}

/**
 * Shows cards to one viewer. The server tells everybody of one sight the same card, so that it makes one answer for all
 * of them; what depends on the viewer is added here. The same card gives the same object.
 */
export class CardPermits {
  readonly #principal: MemberPrincipal;
  readonly #shown = new WeakMap<BoardCard, ShownCard>();

  constructor({ member, roles }: BoardViewer) {
    // Only the server knows of sessions, and no permission depends on one.
    this.#principal = { kind: 'MEMBER', id: member.id, name: member.name, sessionId: '', roles };
  }

  show(card: BoardCard): ShownCard {
    let shown = this.#shown.get(card);
    if (shown === undefined) {
      shown = { ...card, viewerCan: permissionsOn(this.#principal, permissionFacts(card)) };
      this.#shown.set(card, shown);
    }
    return shown;
  }
}

function permissionFacts(card: BoardCard) {
  const { stage, isClaimed, department, assignee, registrar, escalatedTo, pendingHandoff, contestedAt, hold } = card;
  return {
    stage,
    isClaimed,
    escalatedToIds: escalatedTo.map(({ id }) => id),
    concernedIds: card.concernedMembers.map(({ id }) => id),
    survey: null,
    departmentId: department?.id ?? null,
    assigneeId: assignee?.id ?? null,
    registrarId: registrar?.id ?? null,
    isContested: contestedAt !== null,
    pendingHandoff:
      pendingHandoff === null
        ? null
        : { fromDepartmentId: pendingHandoff.from.id, toDepartmentId: pendingHandoff.to.id },
    hold: hold && { state: hold.state, requestedById: hold.requestedBy?.id ?? null },
  };
}
