/**
 * Search tokens (docs/SPEC.md, SR1): two-character grams for Chinese, whole words for Latin and numbers. They are
 * made here, by the application, because trigram indexes read everything for two Chinese characters.
 */

const WORD = /[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}+$/u;
/** A field of text yields at most this many tokens: beyond it, a text is no longer found by its rarest word. */
const LIMIT = 2_000;

/** The runs of Chinese and the words of a text, folded: full width to half, upper case to lower. */
function runs(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const found: string[] = [];
  for (const match of folded.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)) {
    const part = match[0];
    if (HAN.test(part)) found.push(part);
    else found.push(...(part.match(WORD) ?? []));
  }
  return found;
}

function grams(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(0, -1).map((character, i) => character + characters[i + 1]!);
}

/** The tokens under which a text is found: single Chinese characters too, so that one character already finds it. */
export function searchTokens(...texts: readonly (string | null)[]): string[] {
  const tokens = new Set<string>();
  for (const run of runs(texts.filter((text) => text !== null).join('\n'))) {
    if (tokens.size >= LIMIT) break;
    if (!HAN.test(run)) tokens.add(run);
    else for (const token of [...run, ...grams(run)]) tokens.add(token);
  }
  return [...tokens];
}

/** The tokens that a text must all have to be found by this query; empty when the query says nothing. */
export function queryTokens(query: string): string[] {
  return [...new Set(runs(query).flatMap((run) => (HAN.test(run) ? grams(run) : [run])))];
}
