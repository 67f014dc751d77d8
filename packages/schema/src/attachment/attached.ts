/** Files that something refers to: the proof of a resolution, the evidence of a decision, the record of a visit. */
import { ATTACHED_AT_MOST } from '@redress/domain/rules/file-types';
import type { AttachmentView } from '@redress/domain/reads/complaint-view';
import { z } from 'zod';
import type { SchemaContext } from '../context.ts';
import { globalId } from '../mutation/input.ts';

/** The files of an input: none when they are left out. */
export const attachedInput = z
  .array(globalId('Attachment'))
  .max(ATTACHED_AT_MOST, 'tooMany')
  .nullish()
  .transform((ids) => ids ?? []);

/** In the order in which they were named. */
export async function attachedFiles(ids: readonly string[], { loaders }: SchemaContext): Promise<AttachmentView[]> {
  const rows = await Promise.all(ids.map((id) => loaders.attachments.byId.load(id)));
  return rows.filter((row) => row !== null);
}
