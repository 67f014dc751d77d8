/** Naming colleagues in a text: `@` and their name. Pure; what was named follows from the text alone. */

export interface Colleague {
  id: string;
  name: string;
}

/** At most so many are proposed at a time. */
const PROPOSED = 6;

/** What is being typed at the caret: where its `@` stands, and what follows it; null when it is no name. */
export function typedMention(text: string, caret: number): { from: number; typed: string } | null {
  const match = /@([\p{L}\p{N}·.'-]*)$/u.exec(text.slice(0, caret));
  return match === null ? null : { from: match.index, typed: match[1]! };
}

/** Who could be meant: names that begin with what was typed come first. */
export function proposed<C extends Colleague>(colleagues: readonly C[], typed: string): C[] {
  const wanted = typed.toLowerCase();
  const fitting = colleagues.filter(({ name }) => name.toLowerCase().includes(wanted));
  const begins = ({ name }: C) => Number(name.toLowerCase().startsWith(wanted));
  return fitting.toSorted((a, b) => begins(b) - begins(a)).slice(0, PROPOSED);
}

/** The text with the name in the place of what was typed, and where the caret goes. */
export function withMention(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const named = `@${name} `;
  return { text: text.slice(0, from) + named + text.slice(caret), caret: from + named.length };
}

/** The colleagues whom the text names; of two names that begin alike the longer one is meant. */
export function namedIn<C extends Colleague>(colleagues: readonly C[], text: string): C[] {
  let left = text;
  const byLength = colleagues.toSorted((a, b) => b.name.length - a.name.length);
  return byLength.filter(({ name }) => {
    const isNamed = left.includes(`@${name}`);
    if (isNamed) left = left.replaceAll(`@${name}`, '');
    return isNamed;
  });
}
