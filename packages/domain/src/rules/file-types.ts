/**
 * The kinds of files that a complaint takes (docs/SPEC.md, FL2), for the server, which decides by the content, and
 * for the board, which says so before anything is sent.
 */

/** Files of one family may be called by each other's extensions; of another family, such a name is a lie. */
export type FileFamily = 'PICTURE' | 'AUDIO' | 'VIDEO' | 'DOCUMENT';

export interface FileType {
  mediaType: string;
  family: FileFamily;
  /** The first is the one that a file gets whose name has none that fits. */
  extensions: readonly [string, ...string[]];
}

/** The largest file that is taken, in bytes: 25 MB. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** So many files one complaint takes, those included that are on their way. */
export const MAX_FILES = 200;
/** So many files one proof, one decision or one contact refers to. */
export const ATTACHED_AT_MOST = 20;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_TYPES: readonly FileType[] = [
  { mediaType: 'image/jpeg', family: 'PICTURE', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { mediaType: 'image/png', family: 'PICTURE', extensions: ['png'] },
  { mediaType: 'image/webp', family: 'PICTURE', extensions: ['webp'] },
  { mediaType: 'image/gif', family: 'PICTURE', extensions: ['gif'] },
  { mediaType: 'audio/mpeg', family: 'AUDIO', extensions: ['mp3'] },
  { mediaType: 'audio/mp4', family: 'AUDIO', extensions: ['m4a'] },
  { mediaType: 'audio/aac', family: 'AUDIO', extensions: ['aac'] },
  { mediaType: 'audio/wav', family: 'AUDIO', extensions: ['wav'] },
  { mediaType: 'audio/ogg', family: 'AUDIO', extensions: ['ogg', 'oga', 'opus'] },
  { mediaType: 'audio/amr', family: 'AUDIO', extensions: ['amr'] },
  { mediaType: 'video/mp4', family: 'VIDEO', extensions: ['mp4', 'm4v'] },
  { mediaType: 'video/quicktime', family: 'VIDEO', extensions: ['mov'] },
  { mediaType: 'application/pdf', family: 'DOCUMENT', extensions: ['pdf'] },
  { mediaType: `${OFFICE}.wordprocessingml.document`, family: 'DOCUMENT', extensions: ['docx'] },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, family: 'DOCUMENT', extensions: ['xlsx'] },
  { mediaType: `${OFFICE}.presentationml.presentation`, family: 'DOCUMENT', extensions: ['pptx'] },
  { mediaType: 'text/csv', family: 'DOCUMENT', extensions: ['csv'] },
  { mediaType: 'text/plain', family: 'DOCUMENT', extensions: ['txt', 'log', 'md'] },
];

/** What a file picker is asked to offer. */
export const ACCEPTED_FILES = FILE_TYPES.flatMap(({ mediaType, extensions }) => [
  mediaType,
  ...extensions.map((extension) => `.${extension}`),
]).join(',');

/** The type of this media type; null when it is not taken. Parameters, as in `text/plain; charset=utf-8`, do not count. */
export function fileTypeOf(mediaType: string): FileType | null {
  const bare = mediaType.split(';')[0]!.trim().toLowerCase();
  return FILE_TYPES.find((type) => type.mediaType === bare) ?? null;
}

/** The extension of a name in small letters, without its dot; null when it has none. */
export function extensionOf(name: string): string | null {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** The type that a name claims; null when it claims none, UNKNOWN when it claims one that is not taken. */
export function claimedType(name: string): FileType | 'UNKNOWN' | null {
  const extension = extensionOf(name);
  if (extension === null) return null;
  return FILE_TYPES.find(({ extensions }) => extensions.includes(extension)) ?? 'UNKNOWN';
}

/**
 * Whether content of the one type may go by a name of the other. Phones and messengers mix up the extensions of
 * pictures and of recordings, which harms nobody; a document is what its name says, or it is refused.
 */
export function maybeCalled(content: FileType, claimed: FileType): boolean {
  if (content.mediaType === claimed.mediaType) return true;
  if (content.family === 'DOCUMENT') return false;
  const moving = (type: FileType) => type.family === 'AUDIO' || type.family === 'VIDEO';
  return content.family === claimed.family || (moving(content) && moving(claimed));
}

/** The name with an extension that tells the truth about the content. */
export function namedAs(name: string, { extensions }: FileType): string {
  const extension = extensionOf(name);
  if (extension !== null && extensions.includes(extension)) return name;
  const known = extension !== null && claimedType(name) !== 'UNKNOWN';
  return `${known ? name.slice(0, -extension.length - 1) : name}.${extensions[0]}`;
}
