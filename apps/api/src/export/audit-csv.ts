/**
 * `GET /export/audit.csv`: a copy of the audit trail for those who may read it. It is on record before its first line
 * leaves; its lines are read in pages while they are sent, so that a trail of years needs no memory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { auditExport } from '@redress/domain/actions/audit-export';
import type { AuditCopy } from '@redress/domain/actions/audit-export';
import { readAuditStretch } from '@redress/domain/reads/audit';
import type { AuditEntryView, AuditFilter } from '@redress/domain/reads/audit-view';
import { auditSight } from '@redress/domain/rules/permissions';
import { readAuditFilter } from '@redress/schema/audit/audit-filter';
import type { SchemaContext } from '@redress/schema/context';
import { actorName } from '@redress/schema/event/actor';
import { BYTE_ORDER_MARK, csvLine } from '../csv/cells.ts';
import type { Caller } from '../http/caller.ts';
import { createContext } from '../http/context.ts';
import { answerError } from '../http/plain-answer.ts';
import type { Services } from '../services.ts';
import { actionContext, memberOf } from './member-of.ts';
import { auditCells, auditHeader } from './audit-cells.ts';
import { readAuditRequest } from './audit-request.ts';
import type { FileForm } from './file-request.ts';

const PAGE = 500;

/** Answers a caller who was found and whose request is one of ours. */
export async function answerAuditCsv(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<void> {
  const principal = memberOf(caller, response);
  if (principal === null) return;
  if (auditSight(principal) === null) {
    answerError(response, 403, 'FORBIDDEN', 'The audit trail is read by auditors and administrators.');
    return;
  }
  const read = readAuditRequest(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (!read.ok) {
    answerError(response, 400, 'BAD_USER_INPUT', read.message);
    return;
  }
  const { asked } = read;
  const reader = { ...caller, locale: asked.locale ?? caller.locale };
  const ctx = createContext(services, { caller: reader, response, idempotencyKey: null });
  const filter = await readAuditFilter(asked.filter, ctx);
  const copy = await auditExport(actionContext(ctx, principal), filter);
  const day = ctx.now().toISOString().slice(0, 10);
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="redress-audit-${day}.csv"`,
  });
  // Whoever goes away in the middle has no need of the rest; that they asked is on record.
  await pipeline(Readable.from(lines(ctx, copy, filter, asked.form)), response).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    },
  );
}

async function* lines(
  ctx: SchemaContext,
  { sight, upTo }: AuditCopy,
  filter: AuditFilter,
  form: FileForm,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(auditHeader(ctx.locale, form));
  for (let place = upTo; ; ) {
    const page = await readAuditStretch(ctx.db, { sight, filter }, place, PAGE);
    yield (await Promise.all(page.map((entry) => line(ctx, entry, form)))).join('');
    if (page.length < PAGE) return;
    place = page.at(-1)!.seq - 1;
  }
}

async function line(ctx: SchemaContext, entry: AuditEntryView, form: FileForm): Promise<string> {
  return csvLine(auditCells(entry, (await actorName(entry, ctx)) ?? '', ctx, form));
}
