/** The values of a statement that is put together from parts: each part adds its own and gets their names. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of a value, e.g. `$3`. `type` is a PostgreSQL type for values whose type it could not infer. */
  add(value: unknown, type?: string): string {
    this.values.push(value);
    return type === undefined ? `$${this.values.length}` : `$${this.values.length}::${type}`;
  }
}

/**
 * Some ids, of which there are few, as what a column equals any of: `${id} = ${anyOf('$1')}`. PostgreSQL does not look into
 * it, and so plans the statement once for a connection; with the ids in sight it plans a large one anew each time,
 * which costs more than running it.
 */
export function anyOf(parameter: string): string {
  return `ANY(ARRAY(SELECT unnest(${parameter}::uuid[])))`;
}
