/** Whose copy it is: only a session may take one, since a copy has a person behind it. */
import type { ServerResponse } from 'node:http';
import type { ActionContext } from '@redress/domain/actions/context';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import type { SchemaContext } from '@redress/schema/context';
import type { Caller } from '../http/caller.ts';
import { answerError } from '../http/plain-answer.ts';

/** The member who asks; null to everybody else, who has been answered. */
export function memberOf({ principal }: Caller, response: ServerResponse): MemberPrincipal | null {
  if (principal?.kind === 'MEMBER') return principal;
  answerError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  return null;
}

/** As which they take it: that they did is recorded by an action. */
export function actionContext(ctx: SchemaContext, principal: MemberPrincipal): ActionContext {
  const { db, origin, now, directory } = ctx;
  return { db, principal, origin, now, directory, idempotency: null };
}
