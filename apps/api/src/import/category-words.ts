/** Categories that a mapping makes of the file's own words: their codes, names and levels. */
import type { CategoryWords } from './mapping.ts';
import { compileTemplate } from './template.ts';
import type { CellOf } from './template.ts';

/** A category as the file names it; it may have to be added. */
export interface NamedCategory {
  code: string;
  parentCode: string | null;
  nameZh: string;
  nameEn: string;
}

export interface CompiledCategories {
  columns: string[];
  /** The row's category, the broader one first; empty when the row names none. */
  name(cell: CellOf): NamedCategory[];
}

export function compileCategories(words: CategoryWords): CompiledCategories {
  const levels = words.levels.map(compileTemplate);
  const namesZh = new Map(Object.entries(words.namesZh));
  return {
    columns: levels.flatMap((level) => level.columns),
    name(cell) {
      const found: NamedCategory[] = [];
      for (const level of levels) {
        const word = level.render(cell)?.trim();
        const slug = slugOf(word ?? '');
        if (!word || slug === '') break;
        const parentCode = found.at(-1)?.code ?? null;
        const code = parentCode === null ? words.prefix + slug : `${parentCode}.${slug}`;
        found.push({ code, parentCode, nameZh: namesZh.get(word) ?? word, nameEn: word });
      }
      return found;
    },
  };
}

/** `Other (phone, health club, etc.)` → `other-phone-health-club-etc`; Chinese stays as it is. */
function slugOf(word: string): string {
  return (
    word
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? ''
  );
}
