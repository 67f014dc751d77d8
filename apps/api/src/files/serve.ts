/**
 * `GET /files/<id>/<name>` and `/files/<id>/thumbnail` (docs/SPEC.md, FL8): for who may see the complaint, asked anew each
 * time, and never as anything that a browser would run.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { AttachmentView } from '@redress/domain/reads/complaint-view';
import { fileTypeOf } from '@redress/domain/rules/file-types';
import { maskText } from '@redress/domain/rules/mask';
import { decodeIdOf } from '@redress/schema/ids';
import { createLoaders } from '@redress/schema/loaders';
import type { Loaders } from '@redress/schema/loaders';
import * as contentDisposition from 'content-disposition';
import parseRange from 'range-parser';
import type { Caller } from '../http/caller.ts';
import { scopeOfCaller } from '../http/context.ts';
import { answerError } from '../http/plain-answer.ts';
import type { Services } from '../services.ts';
import { thumbnailKey } from './storage.ts';
import type { Stretch } from './storage.ts';

export const FILES_PATH = '/files/';

/** A page of its own that may do nothing: no script, no form, no request, no part of another page. */
const LOCKED = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** Answers a caller who was found and whose request is one of ours. */
export async function answerFile(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<void> {
  if (caller.principal === null) return answerError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  const [path, query] = (request.url ?? '').slice(FILES_PATH.length).split('?') as [string, string?];
  const [globalId = '', part = ''] = path.split('/');
  const loaders = createLoaders(services.db, scopeOfCaller(caller.principal));
  const file = await visibleFile(loaders, decodeIdOf('Attachment', globalId));
  const small = part === 'thumbnail';
  if (file === null || (small && !file.hasThumbnail)) return notThere(response);

  const etag = `"${file.sha256}${small ? '-small' : ''}"`;
  setHeaders(response, file, small, etag, await dispositionOf(loaders, file, small, query === 'download'));
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  // Small pictures are sent whole: their size is nobody's to know beforehand.
  const range = small ? null : rangeOf(request, file.bytes, etag);
  if (range === 'UNSATISFIABLE') {
    response.writeHead(416, { 'content-range': `bytes */${file.bytes}` }).end();
    return;
  }
  const stream =
    request.method === 'HEAD'
      ? undefined
      : await services.storage.read(small ? thumbnailKey(file.id) : file.id, range ?? undefined);
  if (stream === null) {
    services.log.error({ attachment: file.id }, 'the bytes of a file are not in the storage');
    return notThere(response);
  }
  if (!small) response.setHeader('content-length', range === null ? file.bytes : range.end - range.start + 1);
  if (range !== null) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
  response.writeHead(range === null ? 200 : 206);
  if (stream === undefined) {
    response.end();
    return;
  }
  // Whoever goes away in the middle, as a player does that seeks, has no need of the rest.
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** What is hidden, what was removed and what never was are one answer. */
async function visibleFile(loaders: Loaders, id: string | null): Promise<AttachmentView | null> {
  const file = id === null ? null : await loaders.attachments.byId.load(id);
  if (file === null || file.state !== 'READY') return null;
  return (await loaders.complaint.load(file.complaintId)) === null ? null : file;
}

function notThere(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) {
    if (name.startsWith('content-') || name === 'etag') response.removeHeader(name);
  }
  answerError(response, 404, 'NOT_FOUND', 'There is no such file, or it is not yours to see.');
}

function setHeaders(
  response: ServerResponse,
  { mediaType }: AttachmentView,
  small: boolean,
  etag: string,
  disposition: string,
): void {
  const headers = {
    'content-type': small ? 'image/webp' : mediaType,
    'content-disposition': disposition,
    'x-content-type-options': 'nosniff',
    'content-security-policy': LOCKED,
    'cross-origin-resource-policy': 'same-origin',
    // Kept, and asked about each time: who may see it today decides.
    'cache-control': 'private, no-cache',
    etag,
    'accept-ranges': small ? 'none' : 'bytes',
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Pictures and recordings are shown in their place; documents are only ever saved. */
async function dispositionOf(
  loaders: Loaders,
  { name, mediaType, complaintId }: AttachmentView,
  small: boolean,
  download: boolean,
): Promise<string> {
  const shown = small || (!download && fileTypeOf(mediaType)?.family !== 'DOCUMENT');
  const masked = maskText(name ?? 'file', await loaders.person.load(complaintId));
  return contentDisposition.create(masked, { type: shown ? 'inline' : 'attachment' });
}

function rangeOf({ headers }: IncomingMessage, bytes: number, etag: string): Stretch | 'UNSATISFIABLE' | null {
  const asked = headers.range;
  const condition = headers['if-range'];
  if (asked === undefined || (condition !== undefined && condition !== etag)) return null;
  const ranges = parseRange(bytes, asked, { combine: true });
  if (ranges === -1) return 'UNSATISFIABLE';
  // Several parts in one answer are no player's wish; the whole file answers them, too.
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return { start: ranges[0]!.start, end: ranges[0]!.end };
}
