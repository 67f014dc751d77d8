/** Departments and categories that an import needs: what the mapping may add is added, anything else has to be there. */
import type { ActionContext } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { DirectoryPutInput } from '@redress/domain/actions/directory-put';
import type { NamedCategory } from './category-words.ts';
import { ImportError } from './import-error.ts';
import type { Mapping } from './mapping.ts';
import type { RowMapper } from './row-mapper.ts';

/**
 * Adds the mapping's departments that rows may go to.
 *
 * @throws ImportError naming the codes that the mapping uses and nothing has.
 */
export async function ensureDepartments(
  ctx: ActionContext,
  mapping: Mapping,
  mapper: RowMapper,
  isCheck: boolean,
): Promise<void> {
  const wanted = mapping.departments.filter(({ code }) => mapper.departmentCodes.includes(code));
  await put(
    ctx,
    () => ({ departments: wanted.filter(({ code }) => ctx.directory.departmentByCode(code) === null) }),
    isCheck,
  );

  const offered = isCheck ? wanted.map(({ code }) => code) : [];
  const departments = mapper.departmentCodes.filter(
    (code) => !offered.includes(code) && !isActive(ctx.directory.departmentByCode(code)),
  );
  const categories = mapper.categoryCodes.filter((code) => !isActive(ctx.directory.category(code)));
  const missing = [...named('department', departments), ...named('category', categories)];
  if (missing.length > 0)
    throw new ImportError(`There is no ${missing.join(', no ')}. Add it first, or correct the mapping.`);
}

/** Adds the categories of these rows that are not there yet. */
export async function ensureCategories(ctx: ActionContext, named: readonly NamedCategory[]): Promise<void> {
  const byCode = new Map(named.map((category) => [category.code, category]));
  const missing = () => [...byCode.values()].filter(({ code }) => ctx.directory.category(code) === null);
  if (missing().length === 0) return;
  await put(ctx, () => ({
    categories: missing().map(({ parentCode, ...names }) => ({ ...names, ...(parentCode !== null && { parentCode }) })),
  }));
}

/** Somebody else, another import say, may add the same at the same time: then theirs is as good. */
async function put(ctx: ActionContext, input: () => DirectoryPutInput, isCheck = false): Promise<void> {
  if (isCheck) return;
  try {
    await directoryPut(ctx, input());
  } catch {
    await ctx.directory.reload();
    await directoryPut(ctx, input());
  }
}

function isActive(row: { archivedAt: Date | null } | null): boolean {
  return row !== null && row.archivedAt === null;
}

function named(what: string, codes: readonly string[]): string[] {
  return [...new Set(codes)].map((code) => `${what} "${code}"`);
}
