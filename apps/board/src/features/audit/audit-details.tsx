import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime } from '../../ui/time.ts';
import type { AuditEntry } from './audit-documents.ts';
import classes from './audit-details.module.css';
import type { AuditSearch } from './audit-search.ts';
import { actorName, fieldName, valueText, viaName } from './audit-words.ts';
import { useAuditT } from './use-audit-t.ts';

/** All that is known of an entry: every field from what to what, why, and from where. */
export function AuditDetails({ entry, onNarrow }: { entry: AuditEntry; onNarrow: (change: AuditSearch) => void }) {
  const t = useT();
  const a = useAuditT();
  const locale = useLocale();
  const words = { t, a, locale };
  const { actor, changes, complaints, reason } = entry;
  return (
    <div className={classes.details}>
      {reason !== null && (
        <p className={classes.reason}>
          <span className={classes.label}>{a('audit.reason')}</span> {reason}
        </p>
      )}
      {changes.length === 0 ? (
        <p className={classes.label}>{a('audit.noChanges')}</p>
      ) : (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">{a('audit.field')}</th>
              <th scope="col">{a('audit.from')}</th>
              <th scope="col">{a('audit.to')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, place) => (
              // One field of one row stands once; two rows without a name may have the same field.
              <tr key={`${change.subject}/${change.subjectName}/${change.field}/${String(place)}`}>
                <th scope="row">{fieldName(change, a)}</th>
                {change.withheld ? (
                  <td colSpan={2}>{a('audit.withheld')}</td>
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
        <Fact label={a('audit.column.at')}>{fullTime(entry.at, locale)}</Fact>
        <Fact label={a('audit.origin')}>
          {[viaName(entry.via, a), entry.address, entry.userAgent].filter(Boolean).join(' · ')}
        </Fact>
        {entry.requestId !== null && <Fact label={a('audit.request')}>{entry.requestId}</Fact>}
        <Fact label={a('audit.events')}>{entry.events.join(', ')}</Fact>
      </dl>
      <div className={classes.ways}>
        {actor !== null && 'id' in actor && (
          <button type="button" className={classes.way} onClick={() => onNarrow({ actor: actor.id })}>
            {a('audit.onlyActor', { name: actorName(entry, words) })}
          </button>
        )}
        {complaints.map(({ number, subject }) => (
          <span key={number} className={classes.about}>
            <Link to="/complaints/$number" params={{ number }} className={classes.way}>
              {a('audit.openComplaint')} {number} {subject}
            </Link>
            <button type="button" className={classes.way} onClick={() => onNarrow({ complaint: number })}>
              {a('audit.onlyComplaint')}
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
