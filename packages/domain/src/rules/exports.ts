/** Lists of complaints that are taken away as a file (导出; docs/SPEC.md, PD20–PD23): what they hold, and how they stand. */
import { NO_FILTER } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Severity, Stage } from './vocabulary.ts';

/** Which complaints an export holds: never by a text, which might name somebody. */
export interface ExportFilter {
  stages: Stage[] | null;
  severities: Severity[] | null;
  departmentIds: string[] | null;
  /** ISO 8601. */
  receivedFrom: string;
  receivedBefore: string;
}

/** LAPSED: nobody decided, or nobody took it, in time. */
export const EXPORT_STATES = ['REQUESTED', 'APPROVED', 'REFUSED', 'TAKEN', 'LAPSED'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** How long a request may be decided on and taken. */
export const EXPORT_LASTS_MS = 72 * 3_600_000;
/** The longest time between whose ends complaints may have been received. */
export const EXPORT_LONGEST_DAYS = 400;

/** What an export is judged by. */
export interface ExportFacts {
  lapsesAt: Date;
  approved: boolean | null;
  takenAt: Date | null;
}

export function exportState({ lapsesAt, approved, takenAt }: ExportFacts, now: Date): ExportState {
  if (takenAt !== null) return 'TAKEN';
  if (approved === false) return 'REFUSED';
  if (lapsesAt <= now) return 'LAPSED';
  return approved === null ? 'REQUESTED' : 'APPROVED';
}

/** The filter as lists are read by it. */
export function listFilter({ stages, severities, departmentIds, receivedFrom, receivedBefore }: ExportFilter): Filter {
  const received = { receivedFrom: new Date(receivedFrom), receivedBefore: new Date(receivedBefore) };
  return { ...NO_FILTER, stages, severities, departmentIds, ...received };
}

/** By what a file is known: the last eight characters of its id, which the trail has whole. */
export function exportMark(id: string): string {
  return id.slice(-8).toUpperCase();
}
