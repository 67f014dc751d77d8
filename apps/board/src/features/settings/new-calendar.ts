import type { PolicyEntry } from './settings-documents.ts';
import { unwritten } from './use-policies.ts';

/** As the server has it: what follows the code is for the form to say. */
export const CODE = /^[A-Z][A-Z0-9_]{0,31}$/;

/** A calendar that is not there yet, with usual office hours to begin with; null for what can be no code. */
export function blankCalendar(code: string | null, calendars: readonly PolicyEntry[]): PolicyEntry | null {
  const model = calendars.find(({ key }) => key === 'STANDARD') ?? calendars[0];
  if (code === null || !CODE.test(code) || model === undefined) return null;
  const usual = model.default ?? model.value;
  if (usual.__typename !== 'CalendarPolicy') return null;
  return unwritten('CALENDAR', code, { ...usual, nameZh: '', nameEn: '', days: [] });
}
