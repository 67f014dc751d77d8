/**
 * The rows that could not be brought in, as they stood in the file, with their line and the reason: to be corrected
 * there and imported again with the same mapping. It opens in a spreadsheet: with a byte order mark, and no cell starts
 * a formula.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { BYTE_ORDER_MARK, csvLine } from '../csv/cells.ts';
import { ImportError } from './import-error.ts';

const OWN_COLUMNS = ['line', 'reason'];
/** Characters that are gathered before they are written. */
const PIECE = 64 * 1024;

/** Whether a header is one that `RejectFile` wrote. */
export function isRejectFile(columns: readonly string[]): boolean {
  return OWN_COLUMNS.every((name, i) => columns.at(i - OWN_COLUMNS.length) === name);
}

export class RejectFile {
  readonly path: string;
  private readonly delimiter: string;
  private columns: readonly string[] = [];
  private hadOwnColumns = false;
  private file: FileHandle | null = null;
  private unwritten = '';

  /** Nothing is written, and nothing there is touched, before the first row. */
  constructor(path: string, delimiter: string) {
    this.path = path;
    this.delimiter = delimiter;
  }

  /** The columns of the file that rows come from. */
  set header(columns: readonly string[]) {
    this.hadOwnColumns = isRejectFile(columns);
    this.columns = this.hadOwnColumns ? columns.slice(0, -OWN_COLUMNS.length) : columns;
  }

  /** @throws ImportError when the file can't be written. */
  async write(cells: readonly string[], line: number, reason: string): Promise<void> {
    this.file ??= await this.open();
    const last = this.columns.length - 1;
    const theirs = this.hadOwnColumns ? cells.slice(0, last + 1) : cells;
    // Cells beyond the last column would be taken for line and reason, but must not be lost either.
    const kept = this.columns.map((_, i) => (i < last ? (theirs[i] ?? '') : theirs.slice(last).join(this.delimiter)));
    this.unwritten += this.line([...kept, String(line), reason]);
    if (this.unwritten.length >= PIECE) await this.flush();
  }

  async close(): Promise<void> {
    if (this.file === null) return;
    await this.flush();
    await this.file.close();
  }

  private async open(): Promise<FileHandle> {
    const file = await open(this.path, 'w').catch((error: Error) => this.fail(error));
    this.unwritten = BYTE_ORDER_MARK + this.line([...this.columns, ...OWN_COLUMNS]);
    return file;
  }

  private async flush(): Promise<void> {
    const text = this.unwritten;
    this.unwritten = '';
    await this.file?.write(text).catch((error: Error) => this.fail(error));
  }

  private fail(error: Error): never {
    throw new ImportError(
      `Rejected rows can't be written to ${this.path}: ${error.message}. Name another file with --rejects.`,
    );
  }

  private line(cells: readonly string[]): string {
    return csvLine(cells, this.delimiter);
  }
}
