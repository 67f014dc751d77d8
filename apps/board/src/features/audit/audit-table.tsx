import { actionWord } from '@redress/domain/rules/audit-words';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import { AuditDetails } from './audit-details.tsx';
import type { AuditEntry } from './audit-documents.ts';
import type { AuditSearch } from './audit-search.ts';
import classes from './audit-table.module.css';
import { actorName, fieldName, headline, shortValue } from './audit-words.ts';

/** The entries, newest first; each opens to all that is known of it. On a phone a row stands as a card. */
export function AuditTable({
  entries,
  isBusy,
  onNarrow,
}: {
  entries: readonly AuditEntry[];
  isBusy: boolean;
  onNarrow: (change: AuditSearch) => void;
}) {
  const t = useT();
  return (
    <table className={classes.table} aria-label={t('audit.table')} aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">{t('audit.column.at')}</th>
          <th scope="col">{t('audit.column.actor')}</th>
          <th scope="col">{t('audit.column.action')}</th>
          <th scope="col">{t('audit.column.about')}</th>
          <th scope="col">{t('audit.column.changes')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} onNarrow={onNarrow} />
        ))}
      </tbody>
    </table>
  );
}

function AuditRow({ entry, onNarrow }: { entry: AuditEntry; onNarrow: (change: AuditSearch) => void }) {
  const t = useT();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const words = { t, locale };
  const shown = headline(entry.changes);
  const rest = entry.changes.length - shown.length;
  const action = actionWord(entry.action, locale);
  return (
    <>
      <tr className={classes.row} data-open={isOpen || undefined} onClick={() => setOpen(!isOpen)}>
        <td className={classes.at}>
          <button
            type="button"
            className={classes.opener}
            aria-expanded={isOpen}
            aria-controls={details}
            aria-label={t('audit.open', { action })}
          >
            <IconChevronRight size={14} stroke={2} aria-hidden />
          </button>
          <time dateTime={entry.at} title={fullTime(entry.at, locale)}>
            {shortDate(entry.at, locale)}
          </time>
        </td>
        <td className={classes.actor}>{actorName(entry, words)}</td>
        <td className={classes.action}>{action}</td>
        <td className={classes.number}>{entry.complaints.map((complaint) => complaint.number).join(' ')}</td>
        <td className={classes.changes}>
          {shown.map((change) => (
            <span key={`${change.subject}${change.subjectName}${change.field}`} className={classes.change}>
              <span className={classes.field}>{fieldName(change, locale)}</span>{' '}
              {change.withheld
                ? t('audit.withheld')
                : `${shortValue(change, change.from, words)} → ${shortValue(change, change.to, words)}`}
            </span>
          ))}
          {rest > 0 && <span className={classes.field}>{t('audit.moreChanges', { n: rest })}</span>}
          {entry.reason !== null && <span className={classes.reason}>{entry.reason}</span>}
        </td>
      </tr>
      <tr id={details} hidden={!isOpen} className={classes.details}>
        <td colSpan={5}>{isOpen && <AuditDetails entry={entry} onNarrow={onNarrow} />}</td>
      </tr>
    </>
  );
}
