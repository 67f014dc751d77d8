/** A member reads entries of their inbox (docs/SPEC.md, NT10). */
import { set } from '../events/change.ts';
import type { ActionContext } from './context.ts';
import { cursorNow } from './cursor-now.ts';
import { changeSettings } from './settings-change.ts';

/** Written at a time: an inbox that nobody opened for a year is read with one click. */
const BATCH = 1_000;

/**
 * Marks the member's entries as read; null: all up to now. What is somebody else's or was read before is passed over.
 * Gives the cursor of the last change, or the present one when there was none.
 */
export async function notificationsRead(
  ctx: ActionContext,
  memberId: string,
  ids: readonly string[] | null,
): Promise<string> {
  const at = ctx.now();
  let cursor: string | null = null;
  for (;;) {
    const unread = await ctx.db.prisma.notification.findMany({
      where: { memberId, readAt: null, at: { lte: at }, ...(ids !== null && { id: { in: [...ids] } }) },
      take: BATCH,
      orderBy: { at: 'asc' },
    });
    if (unread.length === 0) break;
    const notificationIds = ids === null ? null : unread.map(({ id }) => id);
    cursor = await changeSettings(
      ctx,
      'notificationsRead',
      unread.map((row) => set('notification', row, { readAt: at })),
      [{ type: 'NotificationsRead', payload: { memberId, notificationIds } }],
    );
  }
  return cursor ?? cursorNow(ctx);
}
