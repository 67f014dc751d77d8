/** By what the table is ordered, as it stands in the URL: `sort=due`, or `sort=-due` from the greatest on. */
import type { TableOrder } from './table-documents.ts';

export const SORTS = {
  number: { field: 'NUMBER', first: 'DESC' },
  severity: { field: 'SEVERITY', first: 'DESC' },
  stage: { field: 'STAGE', first: 'ASC' },
  due: { field: 'NEXT_DUE_AT', first: 'ASC' },
  received: { field: 'RECEIVED_AT', first: 'DESC' },
} as const satisfies Record<string, { field: TableOrder['field']; first: TableOrder['direction'] }>;
export type SortName = keyof typeof SORTS;

export interface Sort {
  by: SortName;
  direction: TableOrder['direction'];
}

/** The order that the parameter names; the newest first when it names none. */
export function sortOf(given: string | undefined): Sort {
  const name = given?.replace(/^-/, '') ?? '';
  if (!Object.hasOwn(SORTS, name)) return { by: 'received', direction: 'DESC' };
  return { by: name as SortName, direction: given?.startsWith('-') ? 'DESC' : 'ASC' };
}

/** The parameter after a press on a column's head: its own best way first, then the other. */
export function pressed(sort: Sort, by: SortName): string {
  const turned = sort.direction === 'ASC' ? 'DESC' : 'ASC';
  const direction = sort.by === by ? turned : SORTS[by].first;
  return `${direction === 'DESC' ? '-' : ''}${by}`;
}
