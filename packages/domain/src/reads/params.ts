/** The values of a statement that is put together from parts: each part adds its own and gets their names. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of a value, e.g. `$3`. `type` is a PostgreSQL type for values whose type it could not infer. */
  add(value: unknown, type?: string): string {
    this.values.push(value);
    return type === undefined ? `$${this.values.length}` : `$${this.values.length}::${type}`;
  }
}
