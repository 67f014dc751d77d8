/** Reads a CSV file row by row, with the line on which each row begins; memory holds one piece of the file at a time. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { CsvError, Parser } from 'csv-parse';
import type { EncodedFile } from './encoding.ts';
import { ImportError } from './import-error.ts';

export interface CsvRow {
  /** From 1, of the file as an editor shows it. */
  line: number;
  cells: string[];
}

export interface CsvPiece {
  rows: CsvRow[];
  /** How much of the file has been read with these rows, in bytes. */
  bytesRead: number;
}

const PIECE_BYTES = 64 * 1024;
/** A row that is longer than this has an open quotation mark somewhere, and would swallow the rest of the file. */
const LONGEST_ROW = 1024 * 1024;

/**
 * The rows of the file, the header first, in pieces as they are read. Rows may have any number of cells; empty lines
 * are left out.
 *
 * @throws ImportError after the last good row, when the quoting is broken from then on.
 */
export async function* readCsv(file: EncodedFile, delimiter: string): AsyncGenerator<CsvPiece> {
  let rows: CsvRow[] = [];
  let last = { line: 0, emptyLines: 0 };
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines, empty_lines: emptyLines }) => {
      rows.push({ line: lines - lineBreaksIn(cells), cells });
      last = { line: lines, emptyLines };
      // Nothing is handed on through the stream: it drops rows that it has not delivered when a later one is broken.
      return null;
    },
  });
  parser.on('error', () => undefined);
  const decoder = new LineDecoder(file);
  const nextLine = () => last.line + 1 + parser.info.empty_lines - last.emptyLines;
  let bytesRead = 0;
  const piece = (): CsvPiece => {
    const read = rows;
    rows = [];
    return { rows: read, bytesRead };
  };
  try {
    for await (const bytes of createReadStream(file.path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
      const failure = await give(parser, decoder.decode(bytes));
      bytesRead += bytes.length;
      yield piece();
      if (failure !== null) throw brokenRow(failure, nextLine());
    }
    const failure = await finish(parser, decoder.end());
    yield piece();
    if (failure !== null) throw brokenRow(failure, nextLine());
  } finally {
    parser.destroy();
  }
}

/**
 * Decodes piece by piece, and makes every CR LF a LF: the parser takes one inside quotation marks for two lines, and
 * what people wrote should not differ by the system that they wrote it on.
 */
class LineDecoder {
  private readonly decoder: TextDecoder;
  private readonly path: string;
  private carriageReturn = '';

  constructor({ path, encoding }: EncodedFile) {
    this.path = path;
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  decode(bytes: Buffer): string {
    const text = this.carriageReturn + this.text(bytes);
    this.carriageReturn = text.endsWith('\r') ? '\r' : '';
    return text.slice(0, text.length - this.carriageReturn.length).replaceAll('\r\n', '\n');
  }

  end(): string {
    return this.carriageReturn + this.text(Buffer.alloc(0), false);
  }

  /** The file was examined before; that it is wrong now means that somebody is writing to it. */
  private text(bytes: Buffer, stream = true): string {
    try {
      return this.decoder.decode(bytes, { stream });
    } catch {
      throw new ImportError(
        `${this.path} changed while it was read, or holds a character that ${this.decoder.encoding} does not have.`,
      );
    }
  }
}

/** Gives the parser some text; resolves when it has taken it, with the error that it found in it. */
function give(parser: Parser, text: string): Promise<CsvError | null> {
  return new Promise((done) => parser.write(text, (error) => done((error as CsvError | null | undefined) ?? null)));
}

/** Gives the parser the rest, and tells it that the file ends here. */
function finish(parser: Parser, rest: string): Promise<CsvError | null> {
  return new Promise((done) => {
    parser.once('error', (error) => done(error as CsvError));
    parser.once('end', () => done(null));
    parser.resume();
    parser.end(rest);
  });
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function brokenRow(error: CsvError, line: number): ImportError {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ImportError(`Line ${line}: the row opens a quotation mark that is never closed.`);
    case 'CSV_MAX_RECORD_SIZE':
      return new ImportError(`Line ${line}: the row is longer than 1 MB; a quotation mark in it is not closed.`);
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new ImportError(
        `Line ${String(error['lines'])}: text follows a closing quotation mark. Inside quotation marks, a quotation mark is written twice.`,
      );
    case 'INVALID_OPENING_QUOTE':
      return new ImportError(
        `Line ${String(error['lines'])}: a quotation mark stands inside a cell that does not begin with one.`,
      );
    default:
      return new ImportError(`Line ${line}: ${error.message}`);
  }
}
