/** Whether something may go out to a customer whose replies are held (docs/SPEC.md, PS3). */
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { Refusal, invalid } from './refusal.ts';

/** What goes out: the wording that it keeps to, and the text itself where the customer gets it word for word. */
export interface Outgoing {
  replyId: string | null;
  text: string | null;
}

/**
 * Refuses what goes out without approved wording while replies are held. `opened` is the case whose wording is quoted;
 * `held` says whether it, or another that the words go to, is held. What is read belongs to the case's revision.
 */
export async function requireWording(
  ctx: Pick<ActionContext, 'db'>,
  { complaint }: Pick<Case, 'complaint'>,
  { replyId, text }: Outgoing,
  held: boolean = complaint.repliesHeldAt !== null,
): Promise<void> {
  if (replyId === null) {
    if (held) throw new Refusal({ code: 'REPLIES_HELD', complaintId: complaint.id });
    return;
  }
  const reply = await ctx.db.prisma.replyDraft.findUnique({ where: { id: replyId } });
  if (reply?.complaintId !== complaint.id) throw invalid('replyId', 'unknownReply');
  if (reply.state !== 'APPROVED') throw new Refusal({ code: 'REPLIES_HELD', complaintId: complaint.id });
  if (text !== null && text.trim() !== (reply.text ?? '').trim()) throw invalid('summary', 'replyDiffers');
}

/**
 * The same for what the customer reads on their page, where no wording is named: while replies are held it has to be, word
 * for word, one that was approved.
 */
export async function requireApprovedText(
  ctx: Pick<ActionContext, 'db'>,
  { complaint }: Pick<Case, 'complaint'>,
  text: string | null,
): Promise<void> {
  if (complaint.repliesHeldAt === null || text === null) return;
  const where = { complaintId: complaint.id, state: 'APPROVED' } as const;
  const approved = await ctx.db.prisma.replyDraft.findMany({ where, select: { text: true } });
  if (approved.some((reply) => (reply.text ?? '').trim() === text.trim())) return;
  throw new Refusal({ code: 'REPLIES_HELD', complaintId: complaint.id });
}
