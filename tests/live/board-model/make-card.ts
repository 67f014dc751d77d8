import type { BoardCard } from '@redress/board/live/board-card';

/** A card with everything in it; a test names only what it is about. */
export function makeCard(card: Partial<BoardCard> & { id: string }): BoardCard {
  return {
    number: `C-2026-${card.id}`,
    version: 1,
    revision: 1,
    stage: 'RECEIVED',
    position: 'm',
    severity: 'GENERAL',
    channel: 'PHONE',
    subject: '冰箱两次改期没送到',
    demand: null,
    receivedAt: '2026-11-01T08:00:00.000Z',
    category: null,
    department: null,
    assignee: null,
    registrar: null,
    isClaimed: false,
    claimedAt: null,
    claimedBy: null,
    factsConfirmedAt: null,
    unmet: [],
    consequences: [],
    firstContactAt: null,
    customer: null,
    nextDeadline: null,
    isBreached: false,
    hold: null,
    givenDuties: 0,
    attachmentCount: 0,
    isRegulator: false,
    round: 1,
    mergedInto: null,
    openDuties: 0,
    escalationLevel: 0,
    supervisedAt: null,
    urgeCount: 0,
    escalatedTo: [],
    concernedMembers: [],
    pendingHandoff: null,
    contestedAt: null,
    declinedBy: [],
    ...card,
  };
}

/** The cursor of the nth event. */
export function cursorOf(n: number, epoch = 'e1'): string {
  return `${epoch}.${String(n).padStart(12, '0')}`;
}
