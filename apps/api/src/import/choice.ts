/** Values of a fixed set, found from a column's words: the channel from "Submitted via", the stage from a status. */
import { z } from 'zod';
import { RowFault } from './row-fault.ts';
import type { CellOf } from './template.ts';

/** A constant; or the words of a column with what each means; or several of these, of which the first that says something counts. */
export type Choice<T extends string> = T | WordList<T> | readonly (T | WordList<T>)[];

interface WordList<T extends string> {
  column: string;
  /** What each word means; null, or an empty cell that is not listed, says nothing. Case and width don't matter. */
  values: Readonly<Record<string, T | null>>;
  /** What any other word means; without it such a row is rejected. */
  otherwise?: T | null;
}

/** The shape of a choice between these values, for a mapping file. */
export function choiceOf<T extends string>(value: z.ZodType<T>) {
  const words = z.strictObject({
    column: z.string().min(1),
    values: z.record(z.string(), value.nullable()),
    otherwise: value.nullable().optional(),
  });
  const one = z.union([value, words], { error: 'must be one of the values, or { "column", "values" }' });
  return z.union([one, z.array(one).min(1)], { error: (issue) => describe(issue.input, value) });
}

/** Says which value is not one: a union's own message would only say that nothing fitted. */
function describe(input: unknown, value: z.ZodType): string {
  const given = [input].flat().flatMap((one) => {
    if (typeof one === 'string') return [one];
    const { values, otherwise } = (one ?? {}) as { values?: Record<string, unknown>; otherwise?: unknown };
    return [...Object.values(values ?? {}), otherwise ?? null];
  });
  for (const candidate of given) {
    const failure = candidate === null ? undefined : value.safeParse(candidate).error;
    if (failure) return `${JSON.stringify(candidate)}: ${failure.issues[0]?.message ?? 'is not a value'}`;
  }
  return 'must be a value, or { "column", "values", "otherwise" }, or a list of these';
}

export interface CompiledChoice<T extends string> {
  columns: string[];
  /** All values that it may come to. */
  outcomes: T[];
  /** The value for a row; null when nothing says. Throws a RowFault that names a word that nothing is known about. */
  choose(cell: CellOf): T | null;
}

export function compileChoice<T extends string>(choice: Choice<T> | undefined): CompiledChoice<T> {
  const rules = ([choice ?? []].flat() as (T | WordList<T>)[]).map((rule) =>
    typeof rule === 'string'
      ? rule
      : { ...rule, words: new Map(Object.entries(rule.values).map(([word, value]) => [fold(word), value])) },
  );
  return {
    columns: rules.flatMap((rule) => (typeof rule === 'string' ? [] : [rule.column])),
    outcomes: rules.flatMap((rule) =>
      typeof rule === 'string'
        ? [rule]
        : [...rule.words.values(), rule.otherwise].filter((value): value is T => typeof value === 'string'),
    ),
    choose(cell) {
      for (const rule of rules) {
        const value = typeof rule === 'string' ? rule : meaningOf(rule, cell(rule.column));
        if (value !== null) return value;
      }
      return null;
    },
  };
}

function meaningOf<T extends string>(rule: WordList<T> & { words: Map<string, T | null> }, word: string): T | null {
  const known = rule.words.get(fold(word));
  if (known !== undefined) return known;
  if (word === '') return null;
  if (rule.otherwise !== undefined) return rule.otherwise;
  throw new RowFault(`${rule.column} is "${word}", which the mapping does not know`);
}

function fold(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
