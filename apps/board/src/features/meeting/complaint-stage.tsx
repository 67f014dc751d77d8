import { DepartmentDot } from '../../ui/department-dot.tsx';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { useNow } from '../../ui/now.ts';
import { RetryNotice } from '../../ui/retry-notice.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { openDay } from '../../ui/time.ts';
import { CollaborationSection } from '../complaint/collaboration-section.tsx';
import { ContestSection } from '../complaint/contest-section.tsx';
import { EscalationSection } from '../complaint/escalation-section.tsx';
import { HoldSection } from '../complaint/hold-section.tsx';
import { NextDeadline } from '../complaint/next-deadline.tsx';
import { OverviewSection } from '../complaint/overview-section.tsx';
import { ResolutionSection } from '../complaint/resolution-section.tsx';
import { SpecialBands } from '../complaint/special-bands.tsx';
import { StageStepper } from '../complaint/stage-stepper.tsx';
import { Asked } from './asked.tsx';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { Reasons } from './reasons.tsx';
import { SameCause } from './same-cause.tsx';
import type { LookedAt } from './use-meeting-complaint.ts';

/** The complaint, large: to be read from four metres away. */
export function ComplaintStage({ lookedAt, item }: { lookedAt: LookedAt; item: MeetingItemView }) {
  const t = useMeetingT();
  const now = useNow('minute');
  const { complaint, retry } = lookedAt;
  if (complaint === null) {
    if (retry === null) return <LoadingLines heights={[40, 120, 240]} />;
    return <RetryNotice onRetry={retry}>{t('meeting.complaintFailed')}</RetryNotice>;
  }
  const { severity, number, subject, department, assignee, nextDeadline, resolutions } = complaint;
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
      <Reasons item={item} />
      <Asked item={item} />
      {item.reasons.includes('REPEATED_CAUSE') && <SameCause number={number} />}
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
              <NextDeadline deadline={nextDeadline} className={classes.due} />
            </dd>
          </div>
        )}
      </dl>
      <ContestSection complaint={complaint} />
      <EscalationSection complaint={complaint} />
      <HoldSection hold={complaint.hold} />
      <SpecialBands complaintId={complaint.id} />
      <CollaborationSection complaint={complaint} />
      {(resolutions.nodes.length > 0 || complaint.stage === 'RESOLVING') && <ResolutionSection complaint={complaint} />}
      <OverviewSection complaint={complaint} />
    </>
  );
}
