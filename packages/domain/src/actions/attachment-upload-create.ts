/** Announces a file: whoever may attach it gets a link by which its bytes come in, once (docs/SPEC.md, FL1). */
import { uuidv7 } from 'uuidv7';
import { cleanFileName } from '../rules/file-name.ts';
import { MAX_FILES, MAX_FILE_BYTES, claimedType } from '../rules/file-types.ts';
import type { AttachmentPurpose } from '../rules/vocabulary.ts';
import { findFirstUse } from '../reads/repeated.ts';
import { principalId } from './audit.ts';
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult, Outcome } from './context.ts';
import { idempotencyOf } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { Refusal, invalid } from './refusal.ts';
import { UPLOAD_MS, keepUpload, openUploads } from './uploads.ts';
import type { Upload } from './uploads.ts';

export interface FileAnnounced {
  name: string;
  /** How many bytes will come. */
  bytes: number;
  purpose: AttachmentPurpose;
  /** What it shows. */
  note: string | null;
}

export interface AttachmentUploadCreateInput extends FileAnnounced {
  complaintId: string;
}

/** It changes nothing of the complaint: nobody hears of a file that does not arrive. */
export function attachmentUploadCreate(
  ctx: ActionContext,
  { complaintId, ...file }: AttachmentUploadCreateInput,
): Promise<ActionResult> {
  return announced(ctx, 'attachmentUploadCreate', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, complaintId));
    requirePermission(ctx, opened, 'attach');
    return { opened, file };
  });
}

/** Keeps the upload of a file that somebody was found to be allowed to attach. */
export async function announced(
  ctx: ActionContext,
  action: string,
  decide: () => Promise<{ opened: Case; file: FileAnnounced }>,
): Promise<ActionResult> {
  try {
    const { opened, file } = await decide();
    const upload = await uploadOf(ctx, opened, file);
    const ids = { complaintId: opened.complaint.id, uploadId: upload.id, uploadUntil: upload.expiresAt.toISOString() };
    const cursor = await keepUpload(ctx.db, upload, idempotencyOf(ctx, action, ids));
    return cursor === null ? await sameAgain(ctx) : { ok: true, outcome: { ...ids, cursor } };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}

/** The request's key was used a moment ago: by this very request, sent twice, or by another. */
async function sameAgain({ db, principal, idempotency }: ActionContext): Promise<ActionResult> {
  const first = idempotency && (await findFirstUse(db, principal, idempotency.key));
  if (first && first.requestHash === idempotency.requestHash) return { ok: true, outcome: first.outcome as Outcome };
  throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
}

async function uploadOf(ctx: ActionContext, { complaint }: Case, file: FileAnnounced): Promise<Upload> {
  const { bytes, purpose, note } = file;
  if (bytes < 1) throw invalid('bytes', 'fileEmpty');
  if (bytes > MAX_FILE_BYTES) throw invalid('bytes', 'fileTooLarge', { max: MAX_FILE_BYTES / 1024 / 1024 });
  const name = cleanFileName(file.name);
  if (claimedType(name) === 'UNKNOWN') throw invalid('name', 'fileTypeNotTaken');
  const at = ctx.now();
  const under = complaint.attachmentCount + (await openUploads(ctx.db, complaint.id, at));
  if (under >= MAX_FILES) throw invalid('complaintId', 'tooManyFiles', { max: MAX_FILES });
  return {
    id: uuidv7(),
    complaintId: complaint.id,
    name,
    note,
    bytes,
    purpose,
    principalKind: ctx.principal.kind,
    principalId: principalId(ctx.principal),
    createdAt: at,
    expiresAt: new Date(at.getTime() + UPLOAD_MS),
    startedAt: null,
  };
}
