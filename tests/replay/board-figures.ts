/** The figures of the board after a replay, in the shape and by the names of the log's own. */
import { readFigures } from '@redress/domain/reads/figures';
import type { Database } from '@redress/prisma/client';
import type { LogFigures } from './file-figures.ts';

export async function boardFigures(db: Database, source: string): Promise<LogFigures> {
  const figures = await readFigures(db, { receivedFrom: null, receivedBefore: null, source });
  const codes = new Map((await db.prisma.department.findMany()).map(({ id, code }) => [id, code]));
  const nameOf = (departmentId: string | null) => {
    const group = codes.get(departmentId ?? '')?.replace(/^group-/, '') ?? 'none';
    return group === 'unnamed' ? '?' : group;
  };
  const { complaints, reassignments, reopenings, timeToResolve, departments } = figures;
  return {
    cases: complaints,
    reassignments,
    reopenings,
    resolved: timeToResolve.count,
    p50Ms: timeToResolve.p50Ms,
    p90Ms: timeToResolve.p90Ms,
    groups: Object.fromEntries(
      departments.map(({ departmentId, complaints: cases, timeToResolve: { p50Ms, p90Ms } }) => [
        nameOf(departmentId),
        { cases, p50Ms, p90Ms },
      ]),
    ),
  };
}
