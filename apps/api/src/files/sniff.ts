/** What a file is, by what is in it (docs/SPEC.md, FL5). Neither its name nor its sender is asked, only contradicted. */
import { open } from 'node:fs/promises';
import { claimedType, fileTypeOf, maybeCalled } from '@redress/domain/rules/file-types';
import type { FileType } from '@redress/domain/rules/file-types';
import { fileTypeFromFile } from 'file-type';
import { UploadProblem } from './upload-problem.ts';

/** Other names of media types that are taken. */
const ALIASES: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/mp3': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'image/apng': 'image/png',
  'image/jpg': 'image/jpeg',
  'video/x-m4v': 'video/mp4',
};

/**
 * The type of the file at `path`.
 *
 * @param said what the request calls it: its Content-Type; unknown types say nothing.
 * @throws UploadProblem when it is not taken, or is something else than its name or the request says.
 */
export async function sniff(path: string, name: string, said: string | undefined): Promise<FileType> {
  const claimed = claimedType(name);
  const content = await contentType(path, claimed === 'UNKNOWN' ? null : claimed);
  // What is nothing that is known, under a name that promises something: more of a help than "not taken".
  if (content === null) throw new UploadProblem(claimed === null ? 'FILE_TYPE_NOT_TAKEN' : 'FILE_TYPE_LIES');
  const others = [claimed, typeNamed(said ?? '')].filter((type) => type !== null && type !== 'UNKNOWN');
  if (others.some((other) => !maybeCalled(content, other))) throw new UploadProblem('FILE_TYPE_LIES');
  return content;
}

function typeNamed(mediaType: string): FileType | null {
  const bare = mediaType.split(';')[0]!.trim().toLowerCase();
  return fileTypeOf(ALIASES[bare] ?? bare);
}

/** Null for what has no signature and is no text either. */
async function contentType(path: string, claimed: FileType | null): Promise<FileType | null> {
  const found = await fileTypeFromFile(path);
  if (found !== undefined) {
    const type = typeNamed(found.mime);
    if (type === null) throw new UploadProblem('FILE_TYPE_NOT_TAKEN');
    return type;
  }
  const isText = claimed !== null && claimed.mediaType.startsWith('text/') && (await holdsText(path));
  return isText ? claimed : null;
}

/** Text has no signature: it is what has no byte that text never has. Both UTF-8 and GB 18030 pass. */
async function holdsText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  for await (const chunk of file.createReadStream()) {
    if ((chunk as Buffer).some((byte) => byte < 0x20 && !TEXT_CONTROLS.includes(byte))) return false;
  }
  return true;
}

/** Tab, line feed, form feed, carriage return. */
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0c, 0x0d];
