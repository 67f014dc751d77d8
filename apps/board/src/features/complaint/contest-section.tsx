import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime, shortDate, span } from '../../ui/time.ts';
import type { ComplaintView, HandoffView, RulingView } from './complaint-documents.ts';
import classes from './contest-section.module.css';

/** Whose it is when that is, or was, in dispute: what each department said beside each other, or how it was ruled. */
export function ContestSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const { contestedAt, declines, ruling } = complaint;
  if (contestedAt !== null) {
    return (
      <section className={classes.contest} data-open aria-label={t('contest.title')}>
        <h3 className={classes.title}>
          {t('contest.title')}{' '}
          <time className={classes.since} dateTime={contestedAt} title={fullTime(contestedAt, locale)}>
            {t('contest.since', { age: span(now - Date.parse(contestedAt), t) })}
          </time>
        </h3>
        <ul className={classes.sides}>
          {declines.map((decline) => (
            <Side key={decline.id} decline={decline} />
          ))}
        </ul>
      </section>
    );
  }
  return ruling === null ? null : <Ruled ruling={ruling} />;
}

function Side({ decline }: { decline: HandoffView }) {
  const t = useT();
  const locale = useLocale();
  const { to, declinePreset, belongsTo, answerReason, answeredBy } = decline;
  const said = [
    declinePreset && t(`declinePreset.${declinePreset}`),
    belongsTo && t('timeline.belongsTo', { department: departmentName(belongsTo, locale) }),
  ].filter(Boolean);
  return (
    <li className={classes.side}>
      <div className={classes.line}>
        <DepartmentDot department={to} />
        <span>{said.join(' · ')}</span>
      </div>
      <div>{answerReason ?? t('contest.noReason')}</div>
      <div className={classes.dim}>{answeredBy?.name}</div>
    </li>
  );
}

function Ruled({ ruling }: { ruling: RulingView }) {
  const t = useT();
  const locale = useLocale();
  const { department, appealState, overturnedTo, appealUntil, viewerCan } = ruling;
  const values = { department: departmentName(overturnedTo ?? department, locale) };
  return (
    <section className={classes.contest} aria-label={t('contest.title')}>
      <h3 className={classes.title}>{t('contest.ruled', { department: departmentName(department, locale) })}</h3>
      {ruling.reason !== null && <div>{ruling.reason}</div>}
      <div className={classes.dim}>
        {ruling.ruledBy?.name}{' '}
        <time dateTime={ruling.ruledAt} title={fullTime(ruling.ruledAt, locale)}>
          {shortDate(ruling.ruledAt, locale)}
        </time>
        {viewerCan.appeal && <> · {t('contest.appealUntil', { at: shortDate(appealUntil, locale) })}</>}
      </div>
      {appealState !== 'NONE' && (
        <div className={classes.appeal}>
          <div>{t(`contest.appealState.${appealState}`, values)}</div>
          {ruling.appealReason !== null && (
            <div>
              {ruling.appealedBy?.name}: {ruling.appealReason}
            </div>
          )}
          {ruling.decisionReason !== null && (
            <div>
              {ruling.decidedBy?.name}: {ruling.decisionReason}
            </div>
          )}
        </div>
      )}
    </section>
  );
}
