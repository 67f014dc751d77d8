/**
 * `GET /export/complaints.csv?id=…`, with `lang`, `zone`, and `values=codes` for machines: an export that a second person
 * approved, for who asked for it, once. It is on record before its first line leaves; its lines are read in pages while they are sent, and each carries the watermark.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportTake } from '@redress/domain/actions/export-take';
import type { TakenExport } from '@redress/domain/actions/export-take';
import { listComplaints } from '@redress/domain/reads/complaint-list';
import { exportMark } from '@redress/domain/rules/exports';
import type { SchemaContext } from '@redress/schema/context';
import { decodeIdOf } from '@redress/schema/ids';
import { z } from 'zod';
import { BYTE_ORDER_MARK, csvLine } from '../csv/cells.ts';
import type { Caller } from '../http/caller.ts';
import { createContext } from '../http/context.ts';
import { answerError } from '../http/plain-answer.ts';
import type { Services } from '../services.ts';
import { actionContext, memberOf } from './member-of.ts';
import { complaintCells, complaintHeader } from './complaint-cells.ts';
import { FILE_PARAMETERS, fileForm, localeOf, readParameters } from './file-request.ts';
import type { FileForm } from './file-request.ts';

const PAGE = 100;

const PARAMETERS = {
  id: z.string(),
  ...FILE_PARAMETERS,
} as const;

/** Answers a caller who was found and whose request is one of ours. */
export async function answerComplaintsCsv(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<void> {
  const principal = memberOf(caller, response);
  if (principal === null) return;
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const read = readParameters(PARAMETERS, searchParams);
  // Before it is taken, which can be done once.
  if (!read.ok) {
    answerError(response, 400, 'BAD_USER_INPUT', read.message);
    return;
  }
  const { asked } = read;
  const id = decodeIdOf('ComplaintExport', asked.id ?? '');
  const reader = { ...caller, locale: localeOf(asked.lang) ?? caller.locale };
  const ctx = createContext(services, { caller: reader, response, idempotencyKey: null });
  const taken = id === null ? null : await exportTake(actionContext(ctx, principal), id);
  if (taken === null) {
    answerError(
      response,
      404,
      'NOT_FOUND',
      'There is no such export for you, or it was taken before. Ask for another.',
    );
    return;
  }
  const mark = exportMark(taken.view.id);
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="redress-complaints-${mark}.csv"`,
    'cache-control': 'no-store',
  });
  const watermark = [principal.name, ctx.now().toISOString(), mark].join(' · ');
  const form = fileForm(asked);
  // Whoever goes away in the middle has to ask again: that they took it is on record.
  await pipeline(Readable.from(lines(ctx, taken, form, watermark)), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

async function* lines(
  ctx: SchemaContext,
  { query }: TakenExport,
  form: FileForm,
  watermark: string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(complaintHeader(ctx.locale, form));
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listComplaints>> = await listComplaints(
      ctx.db,
      query,
      { field: 'NUMBER', direction: 'ASC' },
      { first: PAGE, after },
    );
    yield page.edges.map(({ node }) => csvLine(complaintCells(node, ctx, form, watermark))).join('');
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
