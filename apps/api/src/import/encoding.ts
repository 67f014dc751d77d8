/**
 * Which encoding a file is written in, found by reading all of it before anything is brought in: a wrong byte in the
 * last line must not be discovered after the others are on the board.
 */
import { open } from 'node:fs/promises';
import { Gb18030Scan, Utf8Scan } from './byte-scans.ts';
import { ImportError } from './import-error.ts';

export type Encoding = 'utf-8' | 'gb18030';

export interface EncodedFile {
  path: string;
  encoding: Encoding;
  /** Bytes, the byte order mark included. */
  size: number;
}

const CHUNK = 1 << 20;
/** Of what is not ASCII, so much has to be of the encoding that is guessed; real texts have nearly all of it. */
const MOSTLY = 0.6;

/**
 * Reads the file through once.
 *
 * @param wanted the encoding that was named; null to find out.
 * @throws ImportError when the file can't be read, is empty, is not of text, or has a byte that the encoding does not know.
 */
export async function examineFile(path: string, wanted: Encoding | null): Promise<EncodedFile> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} can't be opened: ${error.message}`,
    );
  });
  try {
    if (!(await file.stat()).isFile()) throw new ImportError(`${path} is not a file.`);
    const utf8 = new Utf8Scan();
    const gb18030 = new Gb18030Scan();
    let size = 0;
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      if (size === 0) refuseOtherFormats(path, bytes);
      size += bytesRead;
      utf8.take(bytes);
      gb18030.take(bytes);
    }
    if (size === 0) throw new ImportError(`${path} is empty.`);
    utf8.end();
    gb18030.end();
    return { path, size, encoding: decide(path, wanted, utf8, gb18030) };
  } finally {
    await file.close();
  }
}

function decide(path: string, wanted: Encoding | null, utf8: Utf8Scan, gb18030: Gb18030Scan): Encoding {
  if (utf8.firstFault === null && wanted !== 'gb18030') return 'utf-8';
  const looksLikeUtf8 = utf8.share > MOSTLY && utf8.share > gb18030.share;
  if (wanted === 'utf-8' || (wanted === null && looksLikeUtf8)) throw notOf(path, 'UTF-8', utf8.firstFault);
  // Nearly any two bytes are a character of GB18030: without the share, a letter from Windows-1252 would become Chinese.
  const looksLikeGb18030 = wanted === 'gb18030' || gb18030.share > MOSTLY;
  if (gb18030.firstFault === null && looksLikeGb18030) return 'gb18030';
  if (looksLikeGb18030) throw notOf(path, 'GB18030', gb18030.firstFault);
  throw new ImportError(
    `${path} is neither UTF-8 nor GB18030: line ${utf8.firstFault?.line} has the byte ${hex(utf8.firstFault?.byte)}. ` +
      'Save it as "CSV UTF-8" and try again.',
  );
}

function notOf(path: string, name: string, fault: { line: number; byte: number } | null): ImportError {
  return new ImportError(
    `${path} is ${name} but for line ${fault?.line}: the byte ${hex(fault?.byte)} there is no part of a character.`,
  );
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Files that people take for a CSV file, by their first bytes. */
function refuseOtherFormats(path: string, bytes: Buffer): void {
  const starts = (...values: number[]) => values.every((value, i) => bytes[i] === value);
  if (starts(0x50, 0x4b, 0x03, 0x04))
    throw new ImportError(`${path} is a spreadsheet or an archive. Save it as "CSV UTF-8" first.`);
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff))
    throw new ImportError(`${path} is UTF-16. Save it as "CSV UTF-8" first.`);
}
