/** How the board can be narrowed and laid out. What the address says besides stays. */
import { SEVERITIES, CHANNELS } from '@redress/domain/rules/vocabulary';
import { NO_FILTER, SWITCHES, isNarrowed } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import type { DepartmentEntry } from '../../app/directory.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Translate } from '../../i18n/translate.ts';
import { LANE_KINDS } from '../lanes/lane-kinds.ts';
import { setSelecting } from '../board/selection.ts';
import { inBothLanguages } from './commands.ts';
import type { Command } from './commands.ts';

interface Board {
  search: BoardSearch;
  departments: readonly DepartmentEntry[];
  /** Whether it is the board itself that is looked at, and not another view or another screen. */
  isShown: boolean;
  /** Leads to the board with the change. */
  narrow: (change: BoardSearch) => void;
}

/** These are listed before anybody looks for them. */
const FIRST: readonly string[] = ['mine', 'unclaimed', 'breached'];

export function boardCommands({ search, departments, isShown, narrow }: Board, t: Translate): Command[] {
  const filter = (id: string, what: string, also: string, change: BoardSearch, isDeep: boolean): Command => ({
    id: `filter.${id}`,
    label: t('palette.filter', { what }),
    also: `filter 筛选 ${also}`,
    key: null,
    run: () => narrow(change),
    isDeep,
  });
  const named = (id: string, key: MessageKey, also: string, run: () => void): Command => ({
    id,
    label: t(key),
    also: `${also} ${inBothLanguages(key)}`,
    key: null,
    run,
  });
  return [
    ...SWITCHES.filter((name) => search[name] === undefined).map((name) =>
      filter(
        name,
        t(`board.filter.${name}`),
        `${name} ${inBothLanguages(`board.filter.${name}`)}`,
        { [name]: '1' },
        !FIRST.includes(name),
      ),
    ),
    ...(isNarrowed(search)
      ? [named('filter.clear', 'palette.filter.clear', 'reset 全部', () => narrow(NO_FILTER))]
      : []),
    ...(isShown ? [named('select', 'palette.select', 'many bulk 批量', () => setSelecting(true))] : []),
    ...LANE_KINDS.filter((kind) => kind !== search.lanes).map(
      (kind): Command => ({
        id: `lanes.${kind}`,
        label: t('palette.lanes', { by: t(`lanes.by.${kind}`) }),
        also: `${kind} ${inBothLanguages(`lanes.by.${kind}`)} ${inBothLanguages('lanes.by')}`,
        key: null,
        run: () => narrow({ lanes: kind }),
        isDeep: true,
      }),
    ),
    ...(search.lanes === undefined
      ? []
      : [named('lanes.none', 'lanes.by.none', inBothLanguages('lanes.by'), () => narrow({ lanes: undefined }))]),
    ...departments.map(({ code, nameZh, nameEn, shortName }) =>
      filter(`department.${code}`, shortName, `${code} ${nameZh} ${nameEn}`, { department: code }, true),
    ),
    ...SEVERITIES.map((value) => filter(value, t(`severity.${value}`), value, { severity: value }, true)),
    ...CHANNELS.map((value) => filter(value, t(`channel.${value}`), value, { channel: value }, true)),
  ];
}
