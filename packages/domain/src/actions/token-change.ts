/** Integrations' tokens: made, shown once, kept as a hash, revoked (docs/SPEC.md, SES8–SES9). */
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { insert, set } from '../events/change.ts';
import type { TokenScope } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import { changeSettings } from './settings-change.ts';

/** How a bearer token is stored and looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a token; its text is in the answer and nowhere else. */
export async function tokenCreate(
  ctx: ActionContext,
  { name, scopes, expiresAt }: { name: string; scopes: TokenScope[]; expiresAt: Date | null },
): Promise<{ id: string; token: string }> {
  const id = uuidv7();
  const token = `rdr_${randomBytes(24).toString('base64url')}`;
  const row = {
    id,
    name,
    hash: hashToken(token),
    scopes,
    createdAt: ctx.now(),
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  await changeSettings(
    ctx,
    'tokenCreate',
    [insert('integration_token', row)],
    [{ type: 'TokenCreated', payload: { tokenId: id } }],
  );
  return { id, token };
}

/** Revokes the tokens of this name that still work; gives how many there were. Their sockets close. */
export async function tokenRevoke(ctx: ActionContext, name: string): Promise<number> {
  const found = await ctx.db.prisma.integrationToken.findMany({ where: { name, revokedAt: null } });
  for (const row of found) {
    await changeSettings(
      ctx,
      'tokenRevoke',
      [set('integration_token', row, { revokedAt: ctx.now() })],
      [{ type: 'TokenRevoked', payload: { tokenId: row.id } }],
    );
  }
  return found.length;
}
