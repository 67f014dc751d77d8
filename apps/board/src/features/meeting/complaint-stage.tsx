import { Skeleton } from '@mantine/core';
import { useLocale } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { countdown, deadlineTone, fullTime, openDay, usedShare } from '../../ui/time.ts';
import { CollaborationSection } from '../complaint/collaboration-section.tsx';
import type { ComplaintView, DeadlineView } from '../complaint/complaint-documents.ts';
import { ContestSection } from '../complaint/contest-section.tsx';
import { EscalationSection } from '../complaint/escalation-section.tsx';
import { HoldSection } from '../complaint/hold-section.tsx';
import { OverviewSection } from '../complaint/overview-section.tsx';
import { SpecialBands } from '../complaint/special-bands.tsx';
import { StageStepper } from '../complaint/stage-stepper.tsx';
import { reasonWords } from './item-name.ts';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/** The complaint, large: to be read from four metres away. */
export function ComplaintStage({ complaint, item }: { complaint: ComplaintView | null; item: MeetingItemView }) {
  const t = useMeetingT();
  const now = useNow('minute');
  if (complaint === null) {
    return (
      <div className={classes.loading} role="status" aria-label={t('common.loading')}>
        <Skeleton height={40} />
        <Skeleton height={120} />
        <Skeleton height={240} />
      </div>
    );
  }
  const { severity, number, subject, department, assignee, nextDeadline } = complaint;
  return (
    <>
      <p className={classes.stageLine}>
        <SeverityMark severity={severity} size={16} />
        <strong>{number}</strong>
        {[
          t(`severity.${severity}`),
          t(`channel.${complaint.channel}`),
          complaint.stage !== 'CLOSED' && t('time.openDays', { d: openDay(complaint.receivedAt, now) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2 className={classes.subject}>{subject}</h2>
      <ul className={classes.reasons}>
        {reasonWords(item, t).map((reason, i) => (
          <li key={reason} data-reason={item.reasons[i]}>
            {reason}
          </li>
        ))}
      </ul>
      <StageStepper complaint={complaint} />
      <dl className={classes.now}>
        <div>
          <dt>{t('complaint.department')}</dt>
          <dd>{department === null ? t('unit.unrouted') : <DepartmentDot department={department} />}</dd>
        </div>
        <div>
          <dt>{t('complaint.assignee')}</dt>
          <dd>{assignee?.name ?? t('unit.unassigned')}</dd>
        </div>
        {nextDeadline !== null && (
          <div>
            <dt>{t('complaint.nextDeadline')}</dt>
            <dd>
              <StageDeadline deadline={nextDeadline} />
            </dd>
          </div>
        )}
      </dl>
      <ContestSection complaint={complaint} />
      <EscalationSection complaint={complaint} />
      <HoldSection hold={complaint.hold} />
      <SpecialBands complaintId={complaint.id} />
      <CollaborationSection complaint={complaint} />
      <OverviewSection complaint={complaint} />
    </>
  );
}

function StageDeadline({ deadline }: { deadline: DeadlineView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const now = useNow('second');
  const tone = deadlineTone(deadline, now);
  return (
    <time className={classes.due} data-tone={tone} dateTime={deadline.dueAt} title={fullTime(deadline.dueAt, locale)}>
      <DeadlineRing share={usedShare(deadline, now)} tone={tone} />
      {t(`deadline.${deadline.kind}`)} {countdown(deadline.dueAt, now, t)}
    </time>
  );
}
