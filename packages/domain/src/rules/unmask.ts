/**
 * What was masked when it was shown, put back when the text that it stands in comes back edited (docs/SPEC.md, FA3): who
 * corrects a text they saw masked must not write the mask over what it hides.
 */
import { PERSONAL, ownWords } from './mask.ts';
import type { KnownPerson, OwnWords } from './mask.ts';

const MASK = /\*{2,}/;

/**
 * The edited text with each mask of `stored` replaced by what it hid, in the order in which they stand there; null when
 * a mask is left that hides nothing known: then nobody can tell what is meant.
 * @param whose everybody whose name and numbers were masked in it, besides numbers that are nobody's
 */
export function restoreMasked(edited: string, stored: string, whose: readonly KnownPerson[]): string | null {
  if (!MASK.test(edited)) return edited;
  let restored = edited;
  let from = 0;
  for (const { mask, hidden } of hiddenIn(stored, whose)) {
    const at = restored.indexOf(mask, from);
    if (at === -1) continue;
    restored = restored.slice(0, at) + hidden + restored.slice(at + mask.length);
    from = at + hidden.length;
  }
  return MASK.test(restored) && !MASK.test(stored) ? null : restored;
}

/** What is masked of a text, with its mask, in the order of the text. */
function hiddenIn(stored: string, whose: readonly KnownPerson[]): OwnWords[] {
  const found: OwnWords[] = [];
  // Two of one name are one place of the text.
  for (const words of whose.flatMap((person) => ownWords(stored, person)))
    if (found.every(({ at }) => at !== words.at)) found.push(words);
  for (const match of stored.matchAll(PERSONAL.all)) {
    const mask = PERSONAL.maskOf(match);
    const isOwn = found.some(({ at, hidden }) => at <= match.index && match.index < at + hidden.length);
    if (mask !== null && !isOwn) found.push({ at: match.index, mask, hidden: match[0] });
  }
  return found.sort((one, other) => one.at - other.at);
}
