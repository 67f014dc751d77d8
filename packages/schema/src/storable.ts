/** Texts from outside may hold what no PostgreSQL text can: NUL, and halves of a surrogate pair. They mean nothing. */

const UNSTORABLE = /\p{Cs}|\0/gu;

/** The text without what can't be stored. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '');
}
