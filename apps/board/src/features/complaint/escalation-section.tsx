import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { ComplaintView, EscalationView } from './complaint-documents.ts';
import classes from './contest-section.module.css';

/** Who presses for it in this round: whom its ladders named and who took it on, who supervises it, how often it was urged. */
export function EscalationSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const { round, supervisedAt, supervisedBy, urgeCount, urgedAt } = complaint;
  // One that quiet hours still put off has named nobody; one that stopped has no cause any more.
  const shown = complaint.escalations.nodes.filter(
    (one) => one.round === round && one.state !== 'STOPPED' && one.level > 0,
  );
  if (complaint.stage === 'CLOSED' || (shown.length === 0 && supervisedAt === null && urgeCount === 0)) return null;
  return (
    <section
      className={classes.contest}
      data-open={complaint.escalation !== null || undefined}
      aria-label={t('escalation.title')}
    >
      {shown.map((one) => (
        <Climb key={one.id} escalation={one} />
      ))}
      {supervisedAt !== null && (
        <div className={classes.line}>
          {supervisedBy === null ? t('escalation.supervised') : t('escalation.supervisedBy', supervisedBy)}
          <At at={supervisedAt} />
        </div>
      )}
      {urgedAt !== null && urgeCount > 0 && (
        <div className={classes.line}>
          {t('escalation.urged', { n: urgeCount })}
          <At at={urgedAt} />
        </div>
      )}
    </section>
  );
}

function Climb({ escalation }: { escalation: EscalationView }) {
  const t = useT();
  const locale = useLocale();
  const { deadline, by, level, members, state, takenBy, nextAt } = escalation;
  const cause =
    deadline === null
      ? t('escalation.byHand', { name: by?.name ?? t('unit.system') })
      : t('escalation.byClock', { deadline: t(`deadline.${deadline.kind}`) });
  const names = members.map(({ name }) => name).join(t('common.comma'));
  return (
    <div>
      <h3 className={classes.title}>{t('escalation.level', { level, cause })}</h3>
      {names !== '' && <div>{t('escalation.named', { names })}</div>}
      <div className={classes.dim}>
        {state === 'TAKEN' && t('escalation.taken', { name: takenBy?.name ?? t('unit.system') })}
        {state === 'FINISHED' && t('escalation.top')}
        {state === 'RUNNING' &&
          (nextAt === null ? t('escalation.waits') : t('escalation.next', { at: shortDate(nextAt, locale) }))}
      </div>
    </div>
  );
}

function At({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time className={classes.dim} dateTime={at} title={fullTime(at, locale)}>
      {shortDate(at, locale)}
    </time>
  );
}
