import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, fullTime, shortDate, span } from '../../ui/time.ts';
import type { ComplaintView, DutyView, HandoffView } from './complaint-documents.ts';
import classes from './sections.module.css';

/** What departments ask of each other: handoffs and the collaboration list. */
export function CollaborationSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const handoffs = complaint.handoffs.nodes.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
  const duties = complaint.duties.nodes;
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
      <div>
        <h3 className={classes.heading}>{t('complaint.duties')}</h3>
        {duties.length === 0 && <p className={classes.empty}>{t('complaint.noDuties')}</p>}
        <ul className={classes.list}>
          {duties.map((duty) => (
            <DutyItem key={duty.id} duty={duty} />
          ))}
        </ul>
      </div>
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

function DutyItem({ duty }: { duty: DutyView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const state = () => {
    if (duty.doneAt !== null) return t('complaint.duty.done', { at: shortDate(duty.doneAt, locale) });
    if (duty.waivedAt !== null) return t('complaint.duty.waived');
    return duty.dueAt === null ? t('complaint.duty.open') : countdown(duty.dueAt, now, t);
  };
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <DepartmentDot department={duty.department} />
        {duty.owner?.name}
        <span className={classes.state}>{state()}</span>
      </div>
      <div className={classes.text}>{duty.what}</div>
      {duty.note !== null && <div className={classes.dim}>{duty.note}</div>}
    </li>
  );
}
