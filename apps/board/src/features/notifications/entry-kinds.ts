/** Which kinds of notifications ask their member to do something, and which only tell. */
import { NOTIFICATION_KINDS } from '@redress/domain/rules/vocabulary';
import type { NotificationKind } from '@redress/domain/rules/vocabulary';

export const NEWS_KINDS: readonly NotificationKind[] = ['RULED', 'HANDOFF_ANSWERED', 'MENTIONED'];

export const WAITING_KINDS: readonly NotificationKind[] = NOTIFICATION_KINDS.filter(
  (kind) => !NEWS_KINDS.includes(kind),
);
