/** The files that a form refers to, as its draft keeps them: a text of ids. Pure. */

export function idsOf(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

export function textOf(ids: readonly string[]): string {
  return ids.join(',');
}
