import { actionWord, viaWord } from '@redress/domain/rules/audit-words';
import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime } from '../../ui/time.ts';
import type { AuditEntry } from './audit-documents.ts';
import classes from './audit-details.module.css';
import type { AuditSearch } from './audit-search.ts';
import { actorName, byWeight, fieldName, valueText } from './audit-words.ts';

/** All that is known of an entry: every field from what to what, why, and from where. */
export function AuditDetails({ entry, onNarrow }: { entry: AuditEntry; onNarrow: (change: AuditSearch) => void }) {
  const t = useT();
  const locale = useLocale();
  const words = { t, locale };
  const { actor, changes, complaints, reason, actTakenBack: back } = entry;
  return (
    <div className={classes.details}>
      {reason !== null && (
        <p className={classes.reason}>
          <span className={classes.label}>{t('audit.reason')}</span> {reason}
        </p>
      )}
      {entry.takesBack !== null && (
        <p className={classes.reason}>
          {back === null
            ? t('audit.takesBack')
            : t('audit.takesBackThis', { action: actionWord(back.action, locale), at: fullTime(back.at, locale) })}
        </p>
      )}
      {changes.length === 0 ? (
        <p className={classes.label}>{t('audit.noChanges')}</p>
      ) : (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.from')}</th>
              <th scope="col">{t('audit.to')}</th>
            </tr>
          </thead>
          <tbody>
            {byWeight(changes).map((change, place) => (
              // One field of one row stands once; two rows without a name may have the same field.
              <tr key={`${change.subject}/${change.subjectName}/${change.field}/${String(place)}`}>
                <th scope="row">{fieldName(change, locale)}</th>
                {change.withheld ? (
                  <td colSpan={2}>{t('audit.withheld')}</td>
                ) : (
                  <>
                    <td>{valueText(change, change.from, words)}</td>
                    <td>{valueText(change, change.to, words)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={classes.facts}>
        <Fact label={t('audit.column.at')}>{fullTime(entry.at, locale)}</Fact>
        <Fact label={t('audit.origin')}>
          {[viaWord(entry.via, locale), entry.address, entry.userAgent].filter(Boolean).join(' · ')}
        </Fact>
        {entry.requestId !== null && <Fact label={t('audit.request')}>{entry.requestId}</Fact>}
        <Fact label={t('audit.events')}>{entry.events.join(', ')}</Fact>
      </dl>
      <div className={classes.ways}>
        {actor !== null && 'id' in actor && (
          <button type="button" className={classes.way} onClick={() => onNarrow({ actor: actor.id })}>
            {t('audit.onlyActor', { name: actorName(entry, words) })}
          </button>
        )}
        {complaints.map(({ number, subject }) => (
          <span key={number} className={classes.about}>
            <Link to="/complaints/$number" params={{ number }} className={classes.way}>
              {t('audit.openComplaint')} {number} {subject}
            </Link>
            <button type="button" className={classes.way} onClick={() => onNarrow({ complaint: number })}>
              {t('audit.onlyComplaint')}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
