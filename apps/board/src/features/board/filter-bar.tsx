import { IconX } from '@tabler/icons-react';
import { CHANNELS, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import type { ReactNode } from 'react';
import { useDepartments } from '../../app/directory.ts';
import { isNarrowed, NO_FILTER, SWITCHES } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { listOf, toList } from './board-search-filter.ts';
import { BoardCount } from './board-count.tsx';
import classes from './filter-bar.module.css';
import { FilterChoice } from './filter-choice.tsx';
import { FilterText } from './filter-text.tsx';
import { setSelecting, useSelecting } from './selection.ts';

/** The board's filter: a row of chips that says what is narrowed and by what. It lives in the URL. */
export function FilterBar({
  search,
  onChange,
  selects = true,
  count,
  children,
}: {
  search: BoardSearch;
  onChange: (change: BoardSearch) => void;
  /** Whether cards can be selected here. */
  selects?: boolean;
  /** What is counted, where that is more than the cards of the board around. */
  count?: ReactNode;
  /** What else is chosen in the bar. */
  children?: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const departments = useDepartments();
  const isFiltered = isNarrowed(search);
  return (
    <div className={classes.bar} role="search" aria-label={t('board.filter')}>
      <FilterText value={search.text ?? ''} onChange={(text) => onChange({ text: text === '' ? undefined : text })} />
      <div className={classes.chips}>
        <FilterChoice
          label={t('board.filter.department')}
          options={departments.map((one) => ({ value: one.code, label: departmentName(one, locale) }))}
          chosen={listOf(search.department)}
          onChange={(codes) => onChange({ department: toList(codes) })}
        />
        <FilterChoice
          label={t('board.filter.severity')}
          options={SEVERITIES.toReversed().map((value) => ({ value, label: t(`severity.${value}`) }))}
          chosen={listOf(search.severity)}
          onChange={(severities) => onChange({ severity: toList(severities) })}
        />
        <FilterChoice
          label={t('board.filter.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          chosen={listOf(search.channel)}
          onChange={(channels) => onChange({ channel: toList(channels) })}
        />
        {search.stage !== undefined && (
          <FilterChoice
            label={t('board.filter.stage')}
            options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
            chosen={listOf(search.stage)}
            onChange={(stages) => onChange({ stage: toList(stages) })}
          />
        )}
        <span className={classes.divider} />
        {SWITCHES.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.chip}
            aria-pressed={search[name] !== undefined}
            onClick={() => onChange({ [name]: search[name] === undefined ? '1' : undefined })}
          >
            {t(`board.filter.${name}`)}
          </button>
        ))}
        {selects && <SelectSwitch />}
        {isFiltered && (
          <button type="button" className={classes.clear} onClick={() => onChange(NO_FILTER)}>
            <IconX size={14} stroke={1.8} aria-hidden />
            {t('board.filter.clear')}
          </button>
        )}
      </div>
      <div className={classes.tools}>{children}</div>
      {count ?? <BoardCount isFiltered={isFiltered} />}
    </div>
  );
}

/** Selecting many cards, for those who don't press X on them. */
function SelectSwitch() {
  const t = useT();
  const isSelecting = useSelecting();
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={isSelecting}
      onClick={() => setSelecting(!isSelecting)}
    >
      {t('board.select')}
    </button>
  );
}
