/** What the actions on a member's own channels share (docs/SPEC.md, NX20–NX23). */
import type { DirectoryChannel } from '../reads/directory.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import type { ActionContext } from './context.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';
import type { SettingsWrite } from './settings-change.ts';

/** The member who acts; tokens and the product itself are reached on no channel. */
export function requireMember({ principal }: ActionContext): string {
  if (principal.kind !== 'MEMBER') throw new Refusal({ code: 'FORBIDDEN', action: 'notificationChannels' });
  return principal.id;
}

/** The member's channels as they are in the database, the oldest first. */
export async function channelsOfMember({ db }: ActionContext, memberId: string): Promise<DirectoryChannel[]> {
  const rows = await db.prisma.notificationChannel.findMany({ where: { memberId }, orderBy: { id: 'asc' } });
  return rows as DirectoryChannel[];
}

/** One of them. Somebody else's is not there, for administrators neither. */
export function requireChannel(channels: readonly DirectoryChannel[], id: string): DirectoryChannel {
  const found = channels.find((channel) => channel.id === id);
  if (found === undefined) throw new Refusal({ code: 'NOT_FOUND' });
  return found;
}

/** Writes what `decide` came to; `refusedBy` says what a unique constraint that it violates means. */
export async function changeChannel(
  ctx: ActionContext,
  action: AuditAction,
  decide: () => Promise<Omit<SettingsWrite, 'resultIds'> & { channelId: string }>,
  refusedBy: (constraint: string) => Refusal | null = () => null,
): Promise<SettingsResult> {
  try {
    const { channelId, ...write } = await decide();
    const result = await tryChangeSettings(ctx, action, { ...write, resultIds: { channelId } });
    await ctx.directory.reload();
    if (result.kind === 'COMMITTED') return { ok: true, outcome: { channelId, cursor: result.cursor } };
    const constraint = result.kind === 'CONFLICT' ? result.constraint : result.kind;
    if (constraint === 'idempotency_pkey') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
    throw refusedBy(constraint) ?? new Error(`${action}: unexpected conflict ${constraint}`);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}
