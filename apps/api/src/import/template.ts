/**
 * Texts made of columns: `{Issue}[ — {Sub-issue}]`. Braces name a column, square brackets a part that is left out when a
 * column in it is empty, and a backslash takes the next character as it is.
 */

/** A row's cell by column; empty cells are ''. */
export type CellOf = (column: string) => string;

type Part = { text: string } | { column: string } | { optional: Part[] };

export interface Template {
  columns: string[];
  /** The text for a row; null when a column outside square brackets is empty. */
  render(cell: CellOf): string | null;
}

/** @throws Error that says what is wrong with the template. */
export function compileTemplate(source: string): Template {
  const parts = parseParts(source);
  return { columns: columnsOf(parts), render: (cell) => render(parts, cell) };
}

/** The first of several templates that has all it needs; null when none has. */
export function renderFirst(templates: readonly Template[], cell: CellOf): string | null {
  for (const template of templates) {
    const text = template.render(cell)?.trim();
    if (text) return text;
  }
  return null;
}

function parseParts(source: string): Part[] {
  const outside: Part[] = [];
  let optional: Part[] | null = null;
  for (const [token] of source.matchAll(/\\[\s\S]|\{[^{}]*\}|[^\\{}[\]]+|[\s\S]/g)) {
    const into: Part[] = optional ?? outside;
    if (token === '[') {
      if (optional !== null) throw new Error(`"${source}": square brackets stand inside square brackets`);
      optional = [];
    } else if (token === ']') {
      if (optional === null) throw new Error(`"${source}": "]" without "["`);
      outside.push({ optional });
      optional = null;
    } else if (token.startsWith('{') && token.length > 2) into.push({ column: token.slice(1, -1) });
    else if (token === '{' || token === '}' || token === '{}') throw new Error(`"${source}": braces name no column`);
    else into.push({ text: token.startsWith('\\') ? token.slice(1) : token });
  }
  if (optional !== null) throw new Error(`"${source}": "[" is never closed`);
  return outside;
}

function columnsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    'column' in part ? [part.column] : 'optional' in part ? columnsOf(part.optional) : [],
  );
}

function render(parts: readonly Part[], cell: CellOf): string | null {
  let text = '';
  for (const part of parts) {
    if ('text' in part) text += part.text;
    else if ('optional' in part) text += render(part.optional, cell) ?? '';
    else {
      const value = cell(part.column);
      if (value === '') return null;
      text += value;
    }
  }
  return text;
}
