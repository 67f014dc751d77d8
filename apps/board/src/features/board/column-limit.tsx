import { columnLimit, departmentLimit } from '@redress/domain/rules/wip';
import { getRouteApi } from '@tanstack/react-router';
import { isNarrowed, NO_FILTER } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { wipPolicy } from '../../app/stages.ts';
import { useViewer } from '../../app/viewer.tsx';
import type { Viewer } from '../../app/viewer.tsx';
import type { ColumnView } from '../../live/board-view.ts';
import { useDigits } from '../../i18n/use-digits.ts';
import { useBoard } from './board-context.tsx';
import { shownOf } from './column-load.ts';
import { LimitMark } from './limit-mark.tsx';

const boardRoute = getRouteApi('/signed-in/board');

/**
 * The limit that the viewer can see against its count: the column's where they see all of it, a department's where the
 * board shows it alone. Anything else would compare a part with the whole.
 */
export function ColumnLimit({ column }: { column: ColumnView }) {
  const digits = useDigits();
  const search = boardRoute.useSearch();
  const viewer = useViewer();
  const { store } = useBoard();
  const policy = wipPolicy(column.stage);
  const code = departmentOf(search, viewer);
  const limit = code === null ? columnLimit(policy) : departmentLimit(policy, code);
  const seesWhole = code !== null || (viewer.permissions.seesAll && !isNarrowed(search));
  if (limit === null || !seesWhole) return null;
  const count = code === null || search.department !== undefined ? column.total : shownOf(store, column.stage, code);
  const isPart = code !== null && search.department === undefined && count !== column.total;
  return <LimitMark count={count} limit={limit} {...(isPart && { before: `(${digits(count)})` })} />;
}

/** The one department that the board shows, or whose cards its viewer sees all of; null when there is no such one. */
function departmentOf(search: BoardSearch, { roles, permissions }: Viewer): string | null {
  const { department, ...rest } = search;
  if (department !== undefined) {
    const alone = !department.includes(',') && !isNarrowed({ ...rest, department: NO_FILTER.department });
    return alone ? department : null;
  }
  const own = new Set(roles.flatMap((held) => held.department?.code ?? []));
  return permissions.seesAll || isNarrowed(search) || own.size !== 1 ? null : [...own][0]!;
}
