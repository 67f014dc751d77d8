import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { ComplaintNumber } from '../../ui/complaint-number.tsx';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentColor, departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { countdown, deadlineTone, fullTime, shortDate, usedShare } from '../../ui/time.ts';
import type { TableRow } from './table-documents.ts';
import { SORTS } from './table-sort.ts';
import type { Sort, SortName } from './table-sort.ts';
import classes from './table.module.css';

/** The columns, in their order; those that sort have a name among the sorts. */
const COLUMNS = ['number', 'subject', 'severity', 'stage', 'department', 'assignee', 'due', 'received'] as const;

interface Props {
  rows: readonly TableRow[];
  sort: Sort;
  onSort: (by: SortName) => void;
}

/** A page of complaints as a table. The number is the link. */
export function ComplaintTable({ rows, sort, onSort }: Props) {
  const t = useT();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column} aria-sort={sortedBy(sort, column)}>
              {column in SORTS ? (
                <button type="button" className={classes.sort} onClick={() => onSort(column as SortName)}>
                  {t(`views.table.${column}`)}
                  {sort.by === column && <Arrow direction={sort.direction} />}
                </button>
              ) : (
                t(`views.table.${column}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function sortedBy(sort: Sort, column: string): 'ascending' | 'descending' | undefined {
  if (sort.by !== column) return undefined;
  return sort.direction === 'ASC' ? 'ascending' : 'descending';
}

function Arrow({ direction }: { direction: Sort['direction'] }) {
  const Icon = direction === 'ASC' ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={2} aria-hidden />;
}

function Row({ row }: { row: TableRow }) {
  const t = useT();
  const locale = useLocale();
  const { department } = row;
  return (
    <tr data-card={row.number} data-breached={row.isBreached || undefined}>
      <td data-column="number">
        <Link
          to="/complaints/$number"
          params={{ number: row.number }}
          search={(kept) => kept}
          className={classes.number}
        >
          <ComplaintNumber number={row.number} />
        </Link>
      </td>
      <td data-column="subject">{row.subject}</td>
      <td data-column="severity">
        <span className={classes.pair}>
          <SeverityMark severity={row.severity} />
          {t(`severity.${row.severity}`)}
        </span>
      </td>
      <td data-column="stage">{t(`stage.${row.stage}`)}</td>
      <td data-column="department">
        {department === null ? (
          <span className={classes.none}>{t('unit.unrouted')}</span>
        ) : (
          <span className={classes.pair}>
            <span className={classes.dot} style={{ background: departmentColor(department.code) }} />
            {departmentName(department, locale)}
          </span>
        )}
      </td>
      <td data-column="assignee">{row.assignee?.name}</td>
      <td data-column="due">{row.nextDeadline !== null && <Due deadline={row.nextDeadline} />}</td>
      <td data-column="received">
        <time dateTime={row.receivedAt} title={fullTime(row.receivedAt, locale)}>
          {shortDate(row.receivedAt, locale)}
        </time>
      </td>
    </tr>
  );
}

function Due({ deadline }: { deadline: NonNullable<TableRow['nextDeadline']> }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const tone = deadlineTone(deadline, now);
  return (
    <time
      className={classes.due}
      data-tone={tone}
      dateTime={deadline.dueAt}
      title={`${t(`deadline.${deadline.kind}`)} ${fullTime(deadline.dueAt, locale)}`}
    >
      <DeadlineRing share={usedShare(deadline, now)} tone={tone} />
      {countdown(deadline.dueAt, now, t)}
    </time>
  );
}
