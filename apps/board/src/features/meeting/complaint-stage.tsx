import { LoadingLines } from '../../ui/loading-lines.tsx';
import { useNow } from '../../ui/now.ts';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { openDay } from '../../ui/time.ts';
import { CollaborationSection } from '../complaint/collaboration-section.tsx';
import { ContestSection } from '../complaint/contest-section.tsx';
import { EscalationSection } from '../complaint/escalation-section.tsx';
import { HoldSection } from '../complaint/hold-section.tsx';
import { OverviewSection } from '../complaint/overview-section.tsx';
import { ResolutionSection } from '../complaint/resolution-section.tsx';
import { SpecialBands } from '../complaint/special-bands.tsx';
import { StageStepper } from '../complaint/stage-stepper.tsx';
import type { MeetingItemView } from './meeting-documents.ts';
import { useMeetingT } from './meeting-texts.ts';
import { SameCause } from './same-cause.tsx';
import { StageHead, StandsNow } from './stage-head.tsx';
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
  const { number, resolutions } = complaint;
  return (
    <>
      <StageHead
        item={item}
        complaint={complaint}
        facts={[
          t(`channel.${complaint.channel}`),
          complaint.stage !== 'CLOSED' && t('time.openDays', { d: openDay(complaint.receivedAt, now) }),
        ]}
      />
      {item.reasons.includes('REPEATED_CAUSE') && <SameCause number={number} />}
      <StageStepper complaint={complaint} />
      <StandsNow department={complaint.department} known={complaint} />
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
