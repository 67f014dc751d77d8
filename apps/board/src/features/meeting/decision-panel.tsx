import { Button } from '@mantine/core';
import { IconCheck, IconPlayerSkipForward } from '@tabler/icons-react';
import { useRef } from 'react';
import { ComplaintActions } from '../complaint/complaint-actions.tsx';
import type { ComplaintView } from '../complaint/complaint-documents.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActionProblem } from './action-problem.tsx';
import { DecisionForm } from './decision-form.tsx';
import { recordCount } from './item-record.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import { concludeMutation, joinMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { Recorded } from './recorded.tsx';
import { useMeetingAction } from './use-meeting-action.ts';
import { useMeetingCommands } from './use-meeting-commands.ts';

/** What is decided on the item: the complaint's own actions, carried out on the spot, and what is said in words. */
export function DecisionPanel({
  meeting,
  item,
  complaint,
  onConcluded,
}: {
  meeting: MeetingView;
  item: MeetingItemView;
  complaint: ComplaintView | null;
  onConcluded: (itemId: string) => void;
}) {
  const t = useMeetingT();
  const conclude = useMeetingAction(concludeMutation);
  const { id, viewerCan } = meeting;
  const end = async (outcome: 'SETTLED' | 'DEFERRED') => {
    if ((await conclude.run({ input: { id, itemId: item.id, outcome } })) !== null) onConcluded(item.id);
  };
  const words = useRef<HTMLDivElement>(null);
  useMeetingCommands({
    'meeting.settle': viewerCan.lead && (() => void end('SETTLED')),
    'meeting.defer': viewerCan.lead && (() => void end('DEFERRED')),
    'meeting.words': viewerCan.lead && (() => words.current?.querySelector('textarea')?.focus()),
  });
  return (
    <section className={classes.side} aria-label={t('meeting.decide')}>
      {viewerCan.join && <JoinFirst meetingId={id} />}
      {complaint !== null && <ComplaintActions key={complaint.id} complaint={complaint} />}
      {viewerCan.lead && (
        <div ref={words}>
          <DecisionForm key={item.id} meeting={meeting} itemId={item.id} />
        </div>
      )}
      <div>
        <h3 className={classes.heading}>
          {t('meeting.recorded')} {recordCount(item) || ''}
        </h3>
        <Recorded item={item} mayChange={viewerCan.lead} />
      </div>
      {viewerCan.lead && (
        <div className={classes.conclude}>
          <Button
            size="sm"
            loading={conclude.busy}
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() => void end('SETTLED')}
          >
            {t('meeting.settle')}
          </Button>
          <Button
            size="sm"
            variant="default"
            loading={conclude.busy}
            leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
            onClick={() => void end('DEFERRED')}
          >
            {t('meeting.defer')}
          </Button>
          <ActionProblem action={conclude} />
        </div>
      )}
    </section>
  );
}

/** The minutes hold what is done by those who are here (ME9): who looks on is told before they act. */
function JoinFirst({ meetingId }: { meetingId: string }) {
  const t = useMeetingT();
  const join = useMeetingAction(joinMutation);
  return (
    <Notice
      kind="info"
      action={
        <Button size="xs" loading={join.busy} onClick={() => void join.run({ input: { id: meetingId } })}>
          {t('meeting.join')}
        </Button>
      }
    >
      {t('meeting.notHere')}
      <ActionProblem action={join} />
    </Notice>
  );
}
