/** Cells of CSV files that a spreadsheet opens right: with a byte order mark in front, and no cell starts a formula. */

export const BYTE_ORDER_MARK = '\uFEFF';

const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A line of cells, with its end. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
}

/** A cell as it stood before an apostrophe kept it from starting a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function quoted(cell: string, delimiter: string): string {
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
