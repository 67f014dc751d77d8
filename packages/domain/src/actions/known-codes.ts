/** Resolves the codes of an input; one that nothing has, or that was archived, is refused at its field. */
import type { Category, Department, RootCause } from '../reads/directory.ts';
import { makesMember } from '../rules/principal.ts';
import type { ActionContext } from './context.ts';
import { invalid } from './refusal.ts';

/** The department of a code; `path` is the input field that named it. */
export function requireDepartment(ctx: ActionContext, path: string, code: string): Department {
  const department = ctx.directory.departmentByCode(code);
  if (department === null || department.archivedAt !== null) throw invalid(path, 'unknownDepartment', { code });
  return department;
}

/** The category of a code; `path` is the input field that named it. */
export function requireCategory(ctx: ActionContext, path: string, code: string): Category {
  const category = ctx.directory.category(code);
  if (category === null || category.archivedAt !== null) throw invalid(path, 'unknownCategory', { code });
  return category;
}

/** The root cause of a code; `path` is the input field that named it. */
export function requireRootCause(ctx: ActionContext, path: string, code: string): RootCause {
  const cause = ctx.directory.rootCause(code);
  if (cause === null || cause.archivedAt !== null) throw invalid(path, 'unknownRootCause', { code });
  return cause;
}

/** Refuses a member who does not belong to the department now; null names nobody and passes. */
export function requireMemberOf(ctx: ActionContext, path: string, departmentId: string, memberId: string | null): void {
  if (memberId === null) return;
  const member = ctx.directory.member(memberId);
  const now = ctx.now();
  const belongs = member?.roles.some(
    ({ role, departmentId: held, since, until }) =>
      held === departmentId && makesMember(role) && since <= now && (until === null || until > now),
  );
  if (!belongs || member?.disabledAt != null || member?.archivedAt != null) throw invalid(path, 'notInDepartment');
}
