import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime, shortDate, span } from '../../ui/time.ts';
import type { ComplaintView, HandoffView } from './complaint-documents.ts';
import { DutyList } from './duty-list.tsx';
import classes from './sections.module.css';

/** What departments ask of each other: handoffs and the collaboration list. */
export function CollaborationSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const handoffs = complaint.handoffs.nodes.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
  return (
    <div className={classes.section}>
      <div>
        <h3 className={classes.heading}>{t('complaint.handoffs')}</h3>
        {handoffs.length === 0 && <p className={classes.empty}>{t('complaint.noHandoffs')}</p>}
        <ul className={classes.list}>
          {handoffs.map((handoff) => (
            <HandoffItem key={handoff.id} handoff={handoff} />
          ))}
        </ul>
      </div>
      <DutyList complaint={complaint} />
    </div>
  );
}

function HandoffItem({ handoff }: { handoff: HandoffView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const { from, to, belongsTo, state } = handoff;
  const answer = [
    handoff.declinePreset && t(`declinePreset.${handoff.declinePreset}`),
    belongsTo && t('timeline.belongsTo', { department: departmentName(belongsTo, locale) }),
    handoff.answerReason,
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <DepartmentDot department={from} />
        <span aria-label={t('complaint.handoff.arrow')}>→</span>
        <DepartmentDot department={to} />
        <span className={classes.state}>
          {t(`handoffState.${state}`)}
          {handoff.unjustified === true && ` · ${t('contest.unjustified')}`}
          {state === 'PENDING' && ` ${span(now - Date.parse(handoff.requestedAt), t)}`}
        </span>
      </div>
      {handoff.reason !== null && <div className={classes.text}>{handoff.reason}</div>}
      <div className={classes.dim}>
        {handoff.requestedBy?.name}{' '}
        <time title={fullTime(handoff.requestedAt, locale)}>{shortDate(handoff.requestedAt, locale)}</time>
      </div>
      {answer.length > 0 && <div className={classes.text}>{answer.join(' · ')}</div>}
      {handoff.answeredAt !== null && (
        <div className={classes.dim}>
          {handoff.answeredBy?.name}{' '}
          <time title={fullTime(handoff.answeredAt, locale)}>{shortDate(handoff.answeredAt, locale)}</time>
        </div>
      )}
    </li>
  );
}
