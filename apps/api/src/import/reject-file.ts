/**
 * The rows that could not be brought in, as they stood in the file, with their line and the reason: to be corrected
 * there and imported again with the same mapping. It opens in a spreadsheet: with a byte order mark, and no cell starts
 * a formula.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { ImportError } from './import-error.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const OWN_COLUMNS = ['line', 'reason'];
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a header is one that `RejectFile` wrote. */
export function isRejectFile(columns: readonly string[]): boolean {
  return OWN_COLUMNS.every((name, i) => columns.at(i - OWN_COLUMNS.length) === name);
}

/** A cell as it stood in the first file, before an apostrophe kept it from starting a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export class RejectFile {
  readonly path: string;
  count = 0;
  private readonly delimiter: string;
  private columns: readonly string[] = [];
  private hadOwnColumns = false;
  private stream: WriteStream | null = null;

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

  async write(cells: readonly string[], line: number, reason: string): Promise<void> {
    this.stream ??= await this.open();
    this.count += 1;
    const last = this.columns.length - 1;
    const theirs = this.hadOwnColumns ? cells.slice(0, last + 1) : cells;
    // Cells beyond the last column would be taken for line and reason, but must not be lost either.
    const kept = this.columns.map((_, i) => (i < last ? (theirs[i] ?? '') : theirs.slice(last).join(this.delimiter)));
    await this.put([...kept, String(line), reason]);
  }

  async close(): Promise<void> {
    if (this.stream === null) return;
    this.stream.end();
    await once(this.stream, 'finish');
  }

  private async open(): Promise<WriteStream> {
    const stream = createWriteStream(this.path);
    this.stream = stream;
    try {
      await once(stream, 'open');
    } catch (error) {
      this.stream = null;
      throw new ImportError(
        `Rejected rows can't be written to ${this.path}: ${(error as Error).message}. Name another file with --rejects.`,
      );
    }
    stream.write(BYTE_ORDER_MARK);
    await this.put([...this.columns, ...OWN_COLUMNS]);
    return stream;
  }

  private async put(cells: readonly string[]): Promise<void> {
    const line = cells.map((cell) => quoted(cell, this.delimiter)).join(this.delimiter);
    if (this.stream?.write(`${line}\r\n`) === false) await once(this.stream, 'drain');
  }
}

function quoted(cell: string, delimiter: string): string {
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
