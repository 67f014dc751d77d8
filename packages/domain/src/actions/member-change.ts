/** Changes what a member is: their roles, or whether they may sign in at all (docs/SPEC.md, SES7, SES12). */
import { uuidv7 } from 'uuidv7';
import { insert, set } from '../events/change.ts';
import type { Role } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import { sessionHandle } from './session-end.ts';
import { changeSettings } from './settings-change.ts';

/** Replaces the roles that the member holds; those that end keep their row with the time of their end. */
export async function memberSetRoles(
  ctx: ActionContext,
  memberId: string,
  roles: readonly { role: Role; departmentId: string | null }[],
): Promise<string> {
  const at = ctx.now();
  const held = ctx.directory.member(memberId)?.roles.filter((row) => row.until === null) ?? [];
  const ended = held.map((row) => set('member_role', row, { until: at }));
  const begun = roles.map((role) => insert('member_role', { id: uuidv7(), memberId, ...role, since: at, until: null }));
  const cursor = await changeSettings(
    ctx,
    'memberSetRoles',
    [...ended, ...begun],
    [
      { type: 'DirectoryChanged', payload: { what: 'MEMBER', ids: [memberId] } },
      { type: 'MemberChanged', payload: { memberId } },
    ],
  );
  await ctx.directory.reload();
  return cursor;
}

/** Disables the member: they can't sign in, and every session and socket of theirs ends. Their name stays. */
export async function memberDisable(ctx: ActionContext, memberId: string): Promise<string> {
  const member = await ctx.db.prisma.member.findUniqueOrThrow({ where: { id: memberId } });
  const sessions = await ctx.db.prisma.session.findMany({ where: { userId: memberId }, select: { id: true } });
  await ctx.db.prisma.session.deleteMany({ where: { userId: memberId } });
  const sessionHandles = sessions.map((session) => sessionHandle(session.id));
  const cursor = await changeSettings(
    ctx,
    'memberDisable',
    [set('member', member, { disabledAt: ctx.now() })],
    [
      { type: 'DirectoryChanged', payload: { what: 'MEMBER', ids: [memberId] } },
      { type: 'MemberChanged', payload: { memberId } },
      { type: 'SessionEnded', payload: { sessionHandles, memberId } },
    ],
  );
  await ctx.directory.reload();
  return cursor;
}
