/**
 * Columns of a statement and the way back from its rows. Rows are read as arrays, and each view takes its stretch:
 * faster than objects with prefixed names, and no two tables' columns can be mixed up.
 */

type Columns<T> = readonly (keyof T & string)[];

/** `alias."a", alias."b"` for a select list. */
export function selectList<T>(alias: string, columns: Columns<T>): string {
  return columns.map((column) => `${alias}."${column}"`).join(', ');
}

/** Puts the columns that begin at `offset` of the row into the view. */
export function fillView<T extends object>(view: T, row: readonly unknown[], offset: number, columns: Columns<T>): T {
  const filled = view as Record<string, unknown>;
  for (let i = 0; i < columns.length; i += 1) filled[columns[i]!] = row[offset + i];
  return view;
}

/** The view whose columns begin at `offset` of the row. */
export function takeView<T extends object>(row: readonly unknown[], offset: number, columns: Columns<T>): T {
  return fillView({} as T, row, offset, columns);
}

/** The same for an outer join, whose first column (the key) is null when nothing was joined. */
export function takeOptional<T extends object>(row: readonly unknown[], offset: number, columns: Columns<T>): T | null {
  return row[offset] === null ? null : takeView(row, offset, columns);
}
