/** Who announced an upload, as they are now: the link speaks for them, and their roles may have changed since. */
import type { Upload } from '@redress/domain/actions/uploads';
import type { Principal } from '@redress/domain/rules/principal';
import type { TokenScope } from '@redress/domain/rules/vocabulary';
import type { Services } from '../services.ts';
import { memberPrincipal } from '../session/member-principal.ts';

/** Null when they can't sign in, or their token is good no longer. */
export async function uploaderOf(services: Services, upload: Upload): Promise<Principal | null> {
  const now = services.time.now();
  const { principalKind, principalId } = upload;
  if (principalKind === 'CUSTOMER') return { kind: 'CUSTOMER' };
  if (principalId === null) return null;
  if (principalKind === 'MEMBER') return memberPrincipal(services.directory, principalId, 'link', now);
  const { rows } = await services.db.pool.query<{ name: string; scopes: TokenScope[] }>(
    `SELECT "name", to_jsonb("scopes") AS "scopes" FROM "integration_token"
     WHERE "id" = $1 AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > $2)`,
    [principalId, now],
  );
  return rows[0] === undefined ? null : { kind: 'INTEGRATION', id: principalId, ...rows[0] };
}
