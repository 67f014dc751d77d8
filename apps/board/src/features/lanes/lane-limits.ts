/** Limits of the work in progress in lanes (docs/SPEC.md, WL7). */
import { departmentLimit } from '@redress/domain/rules/wip';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { isNarrowed } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { wipPolicy } from '../../app/stages.ts';
import type { Viewer } from '../../app/viewer.tsx';
import type { LaneKind } from './lane-kinds.ts';
import { NO_LANE } from './lanes.ts';

/** The limit of a lane's cell; null where there is none, or where the cell shows only a part of what counts. */
export type LimitOf = (laneKey: string, stage: Stage) => number | null;

/**
 * What limits the lanes show: of lanes that are departments, where nothing but departments and stages is chosen, every
 * card is here, and the viewer sees all of the department.
 * @param isWhole whether all cards of the board are loaded
 */
export function limitsOf(
  by: LaneKind,
  { department: _department, stage: _stage, ...search }: BoardSearch,
  { roles, permissions }: Pick<Viewer, 'roles' | 'permissions'>,
  isWhole: boolean,
): LimitOf {
  if (by !== 'department' || !isWhole || isNarrowed(search)) return () => null;
  const own = new Set(roles.flatMap((held) => held.department?.code ?? []));
  return (laneKey, stage) =>
    laneKey !== NO_LANE && (permissions.seesAll || own.has(laneKey))
      ? departmentLimit(wipPolicy(stage), laneKey)
      : null;
}
