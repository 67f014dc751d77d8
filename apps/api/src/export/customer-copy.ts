/**
 * `GET /export/customer.html` and `.json`, with `complaint` (a number) and `lang`: a customer's copy of what is held about
 * them, for those who answer for personal data. It is on record before its first line leaves.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { customerCopy } from '@redress/domain/actions/customer-copy';
import { errorOf } from '@redress/schema/error/from-refusal';
import type { Caller } from '../http/caller.ts';
import { createContext } from '../http/context.ts';
import { answerError } from '../http/plain-answer.ts';
import type { Services } from '../services.ts';
import { actionContext, memberOf } from './member-of.ts';
import { customerCopyJson, customerCopyPage } from './customer-copy-page.ts';

/** More than anybody writes letters. */
const LIMIT = { limit: 30, windowSeconds: 3_600 };

/** Answers a caller who was found and whose request is one of ours. */
export async function answerCustomerCopy(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<void> {
  const principal = memberOf(caller, response);
  if (principal === null) return;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const number = searchParams.get('complaint') ?? '';
  const lang = searchParams.get('lang');
  const locale = lang === null ? caller.locale : lang.startsWith('en') ? 'en' : 'zh-CN';
  const ctx = createContext(services, { caller: { ...caller, locale }, response, idempotencyKey: null });
  const taken = await ctx.limits.takeOwn('customerCopy', LIMIT);
  if (!taken.ok) {
    response.setHeader('retry-after', String(taken.retryAfterSeconds));
    answerError(response, 429, 'RATE_LIMITED', 'Too many copies. Try again later.');
    return;
  }
  const named = await ctx.db.prisma.complaint.findUnique({ where: { number }, select: { id: true } });
  const result = named === null ? null : await customerCopy(actionContext(ctx, principal), named.id);
  if (result === null || !result.ok) {
    const error = await errorOf(result?.refusal ?? { code: 'NOT_FOUND' }, ctx);
    const said =
      error.__typename === 'InvalidInputError' ? error.issues.map(({ message }) => message) : [error.message];
    const status = { NOT_FOUND: 404, FORBIDDEN: 403 }[error.code as string] ?? 400;
    answerError(response, status, error.code, said.join(' '));
    return;
  }
  const kind = pathname.endsWith('.json') ? 'json' : 'html';
  const at = ctx.now();
  response.writeHead(200, {
    'content-type': kind === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="redress-customer-${number}.${kind}"`,
    'cache-control': 'no-store',
  });
  response.end(kind === 'json' ? customerCopyJson(result.copy, at) : customerCopyPage(result.copy, locale, at));
}
