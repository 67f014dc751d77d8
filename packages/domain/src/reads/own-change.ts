/** A caller's own change, as they name it when they take it back. */
import type { Database } from '@redress/prisma/client';
import type { ChangeTakenBack } from '../actions/context.ts';
import type { Principal } from '../rules/principal.ts';

/**
 * The change whose last event has the number.
 *
 * @returns null when there is none, or it was somebody else's: of that nobody may say that it was taken back.
 */
export async function findOwnChange(
  db: Database,
  principal: Principal,
  lastSeq: number,
): Promise<ChangeTakenBack | null> {
  if (principal.kind !== 'MEMBER' && principal.kind !== 'INTEGRATION') return null;
  const { rows } = await db.pool.query<ChangeTakenBack>(
    `SELECT "changeId", "complaintIds" FROM "audit"
     WHERE "lastSeq" = $1 AND "principalKind" = $2::"PrincipalKind" AND "principalId" = $3`,
    [lastSeq, principal.kind, principal.id],
  );
  return rows[0] ?? null;
}
