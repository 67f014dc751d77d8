/**
 * `PUT /files/upload/<token>`: the bytes of an announced file (docs/SPEC.md, FL4–FL7). They are looked at where nobody
 * sees them; the complaint changes when everything is in its place, or not at all.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { attachmentAdd } from '@redress/domain/actions/attachment-add';
import type { ArrivedFile } from '@redress/domain/actions/attachment-add';
import { endUpload, startUpload } from '@redress/domain/actions/uploads';
import type { Upload } from '@redress/domain/actions/uploads';
import { namedAs } from '@redress/domain/rules/file-types';
import { encodeId } from '@redress/schema/ids';
import { clientAddress, isHttps } from '../http/client-address.ts';
import { localeOf } from '../http/locale.ts';
import { answerError, answerJson } from '../http/plain-answer.ts';
import { setChangeCookie } from '../http/read-your-writes.ts';
import type { Services } from '../services.ts';
import { cleanPicture } from './picture.ts';
import { digestOf, receive } from './receive.ts';
import { sniff } from './sniff.ts';
import { thumbnailKey } from './storage.ts';
import { UploadProblem, uploadRefusal } from './upload-problem.ts';
import { uploadOfPath } from './upload-token.ts';
import { uploaderOf } from './uploader.ts';

export async function answerUpload(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'PUT') {
    response.setHeader('allow', 'PUT');
    return answerError(response, 405, 'METHOD_NOT_ALLOWED', 'The bytes of a file are sent with PUT.');
  }
  try {
    const { id, cursor } = await takeIn(services, request);
    setChangeCookie(response, cursor, isHttps(request, services.trustProxy));
    answerJson(response, 201, { id: encodeId('Attachment', id), cursor });
  } catch (error) {
    // Nobody is left to be told.
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof UploadProblem)) throw error;
    answerError(response, ...uploadRefusal(error.code, localeOf(request.headers['accept-language'])));
  }
}

async function takeIn(services: Services, request: IncomingMessage): Promise<{ id: string; cursor: string }> {
  const { db, key, time, storage, incoming } = services;
  const id = uploadOfPath(key, (request.url ?? '').split('?')[0]!);
  const upload = id === null ? 'UNKNOWN' : await startUpload(db, id, time.now());
  if (typeof upload === 'string') throw new UploadProblem(`UPLOAD_${upload}`);
  await mkdir(incoming, { recursive: true });
  const room = await mkdtemp(join(incoming, 'upload-'));
  let kept = false;
  try {
    const path = join(room, 'whole');
    await receive(request, path, upload.bytes);
    const file = await store(services, upload, room, path, request.headers['content-type']);
    const cursor = await attach(services, request, upload, file);
    kept = true;
    await endUpload(db, upload.id);
    return { id: upload.id, cursor };
  } finally {
    await rm(room, { recursive: true, force: true });
    if (!kept) await Promise.all([upload.id, thumbnailKey(upload.id)].map((one) => storage.remove(one)));
  }
}

/** Finds out what came and puts it into the storage, where no attachment speaks of it yet. */
async function store(
  { storage }: Services,
  upload: Upload,
  room: string,
  path: string,
  said: string | undefined,
): Promise<ArrivedFile> {
  const type = await sniff(path, upload.name, said);
  const { mediaType } = type;
  const name = namedAs(upload.name, type);
  if (type.family !== 'PICTURE') {
    const digest = await digestOf(path);
    await storage.put(upload.id, path, mediaType);
    return { name, mediaType, ...digest, width: null, height: null, hasThumbnail: false };
  }
  const [clean, thumbnail] = [join(room, 'clean'), join(room, 'thumbnail')];
  const size = await cleanPicture(path, type, clean, thumbnail);
  const digest = await digestOf(clean);
  await storage.put(upload.id, clean, mediaType);
  await storage.put(thumbnailKey(upload.id), thumbnail, 'image/webp');
  return { name, mediaType, ...digest, ...size, hasThumbnail: true };
}

async function attach(
  services: Services,
  request: IncomingMessage,
  upload: Upload,
  file: ArrivedFile,
): Promise<string> {
  const principal = await uploaderOf(services, upload);
  if (principal === null) throw new UploadProblem('UPLOAD_NOT_YOURS');
  const { db, directory, time, trustProxy } = services;
  const origin = {
    via: principal.kind === 'INTEGRATION' ? ('api' as const) : ('web' as const),
    address: clientAddress(request, trustProxy),
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    requestId: randomUUID(),
  };
  const now = () => time.now();
  const result = await attachmentAdd({ db, principal, origin, now, directory, idempotency: null }, upload, file);
  if (!result.ok) throw new UploadProblem('UPLOAD_NOT_YOURS');
  return result.outcome.cursor;
}
