/** Many people who are signed in: a few auditors, who get no notifications, and a session for each of their tabs. */
import { randomBytes } from 'node:crypto';
import { hashSession, SESSION_COOKIE } from '@redress/api/session/lucia';
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { BenchCompany } from '../kit/bench-company.ts';

const PEOPLE = 100;

/** @returns as many cookies, each a session of its own. */
export async function signIn({ ctx, db }: BenchCompany, count: number): Promise<string[]> {
  const emails = Array.from({ length: PEOPLE }, (_, i) => `auditor${i}@example.com`);
  await directoryPut(ctx, {
    members: emails.map((email, i) => ({
      email,
      name: `审计员${i}`,
      roles: [{ role: 'AUDITOR' as const }],
      passwordHash: 'nobody signs in by it',
    })),
  });
  const tokens = Array.from({ length: count }, () => randomBytes(20).toString('hex'));
  await db.pool.query(
    `INSERT INTO "session" ("id", "userId", "expiresAt")
     SELECT s."id", m."id", now() + interval '13 days'
     FROM unnest($1::text[]) WITH ORDINALITY AS s("id", "n")
     JOIN unnest($2::text[]) WITH ORDINALITY AS e("email", "n") ON e."n" = s."n" % $3 + 1
     JOIN "member" AS m ON m."email" = e."email"`,
    [tokens.map(hashSession), emails, PEOPLE],
  );
  return tokens.map((token) => `${SESSION_COOKIE}=${token}`);
}
