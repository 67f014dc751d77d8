/** The first row of the file: which column stands where. */
import type { CsvRow } from './csv-rows.ts';
import { ImportError } from './import-error.ts';
import { unguarded } from '../csv/cells.ts';
import { isRejectFile } from './reject-file.ts';
import { RowFault } from './row-fault.ts';
import type { CellOf } from './template.ts';

export interface Header {
  columns: string[];
  /** The cells of a row by column; throws a RowFault when the row has more cells than the header has columns. */
  read(row: CsvRow): CellOf;
}

/** @throws ImportError naming the needed columns that are missing or stand there twice. */
export function readHeader({ line, cells }: CsvRow, needed: readonly string[]): Header {
  const columns = cells.map((cell) => cell.trim());
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new ImportError(
      `Line ${line} should be the header, but has no column ${quoted(missing)}. It has: ${quoted(columns.slice(0, 40))}.`,
    );
  }
  const twice = needed.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice.length > 0) throw new ImportError(`Line ${line}: the header has ${quoted(twice)} twice.`);

  const places = new Map(columns.map((column, place) => [column, place]));
  const clean = isRejectFile(columns) ? unguarded : (cell: string) => cell;
  return {
    columns,
    read(row) {
      if (row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
        throw new RowFault(`the row has ${row.cells.length} cells, but the header has ${columns.length} columns`);
      }
      // A row may be short of its last cells: they are empty.
      return (column) => clean(row.cells[places.get(column) ?? -1] ?? '').trim();
    },
  };
}
