import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { ActionProblem } from './action-problem.tsx';
import { unrecordedItems } from './decision-draft.ts';
import type { MeetingView } from './meeting-documents.ts';
import { endMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import { useMeetingCommands } from './use-meeting-commands.ts';

/** Ends the meeting, once it is asked whether it should. What was typed and not recorded is named before. */
export function End({ meeting, onChoose }: { meeting: MeetingView; onChoose: (itemId: string) => void }) {
  const t = useMeetingT();
  const { member } = useViewer();
  const end = useMeetingAction(endMutation);
  const [asked, setAsked] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useMeetingCommands({ 'meeting.end': () => setAsked(true) });
  // The button that was pressed is gone: the question has the focus, and its answer that does nothing.
  useEffect(() => {
    if (asked) root.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {t('meeting.end')}
      </Button>
    );
  }
  const [unrecorded] = unrecordedItems(meeting, member.id);
  const look = (itemId: string) => {
    setAsked(false);
    onChoose(itemId);
  };
  return (
    <div ref={root} className={classes.row} role="group" aria-label={t('meeting.end')}>
      <span className={classes.dim}>
        {unrecorded === undefined ? t('meeting.endSure') : t('meeting.endUnrecorded', { n: unrecorded.n })}
      </span>
      {unrecorded !== undefined && (
        <Button size="xs" variant="default" onClick={() => look(unrecorded.itemId)}>
          {t('meeting.endLook', { n: unrecorded.n })}
        </Button>
      )}
      <Button size="xs" loading={end.busy} onClick={() => void end.run({ input: { id: meeting.id } })}>
        {t('meeting.endYes')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked(false)}>
        {t('common.cancel')}
      </Button>
      <ActionProblem action={end} />
    </div>
  );
}
