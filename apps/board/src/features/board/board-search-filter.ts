/** The filter in the URL, read into what the API is asked for. */
import { CHANNELS, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import type { BoardSearch } from '../../app/board-search.ts';
import type { BoardFilter } from '../../live/board-filter.ts';

/** The values of a comma-separated parameter. */
export function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',').filter((part) => part !== '');
}

/** The parameter for a list; undefined leaves it out of the URL. */
export function toList(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',');
}

function known<T extends string>(all: readonly T[], value: string | undefined): T[] | undefined {
  const wanted = listOf(value);
  const found = all.filter((one) => wanted.includes(one));
  return found.length === 0 ? undefined : found;
}

/** Values that nothing knows are left out: an old link shows more rather than nothing. */
export function filterOf(search: BoardSearch): BoardFilter {
  const departmentCodes = listOf(search.department);
  const text = search.text?.trim();
  const filter: BoardFilter = {
    stages: known(STAGES, search.stage),
    severities: known(SEVERITIES, search.severity),
    channels: known(CHANNELS, search.channel),
    departmentCodes: departmentCodes.length === 0 ? undefined : departmentCodes,
    text: text === '' ? undefined : text,
    mine: search.mine === undefined ? undefined : true,
    unclaimed: search.unclaimed === undefined ? undefined : true,
    breached: search.breached === undefined ? undefined : true,
    pendingHandoff: search.pendingHandoff === undefined ? undefined : true,
    contested: search.contested === undefined ? undefined : true,
    escalated: search.escalated === undefined ? undefined : true,
    onHold: search.onHold === undefined ? undefined : true,
    regulator: search.regulator === undefined ? undefined : true,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
