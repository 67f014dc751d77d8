import { Button, CloseButton, Select } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { ActionProblem } from './action-problem.tsx';
import { End } from './end.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { joinMutation, leaveMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { PresentForm } from './present-form.tsx';
import { useMeetingAction } from './use-meeting-action.ts';
import { useMeetingCommands } from './use-meeting-commands.ts';

/** Who is here, who should be, and the ways in and out; the end, for who leads. */
export function People({ meeting, onChoose }: { meeting: MeetingView; onChoose: (itemId: string) => void }) {
  const t = useMeetingT();
  const { member } = useViewer();
  const leave = useMeetingAction(leaveMutation);
  const { id, attendance, members, viewerCan, presenter } = meeting;
  const here = attendance.filter(({ leftAt }) => leftAt === null);
  const gone = attendance.filter(({ leftAt }) => leftAt !== null);
  const stoodIn = new Set(attendance.flatMap((one) => [one.member?.id, one.standsInFor?.id]));
  const absent = members.filter((one) => !stoodIn.has(one.id));
  const isHere = here.some((one) => one.member?.id === member.id);
  const goAway = () => void leave.run({ input: { id } });
  useMeetingCommands({ 'meeting.leave': isHere && !viewerCan.lead && goAway });
  return (
    <footer className={classes.people}>
      <div className={classes.peopleLine}>
        <h2 className={classes.heading}>
          {t('meeting.people')} {here.length}
        </h2>
        <ul className={classes.persons}>
          {here.map((one) => (
            <li
              key={one.member?.id}
              className={classes.person}
              data-leads={one.member?.id === presenter?.id || undefined}
            >
              {one.member?.name}
              {one.standsInFor !== null && (
                <span className={classes.dim}> {t('meeting.standsInFor', { name: one.standsInFor.name })}</span>
              )}
              {viewerCan.lead && one.member !== null && one.member.id !== presenter?.id && (
                <CloseButton
                  size={18}
                  aria-label={t('meeting.leaveOther', { name: one.member.name })}
                  onClick={() => void leave.run({ input: { id, memberId: one.member!.id } })}
                />
              )}
            </li>
          ))}
          {gone.map((one) => (
            <li key={one.member?.id} className={classes.person} data-away>
              {one.member?.name} · {t('meeting.left')}
            </li>
          ))}
          {absent.map((one) => (
            <li key={one.id} className={classes.person} data-away>
              {t('meeting.absent', { name: one.name })}
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.peopleActs}>
        {viewerCan.join && <Join meeting={meeting} />}
        {isHere && !viewerCan.lead && (
          <Button size="xs" variant="default" loading={leave.busy} onClick={goAway}>
            {t('meeting.leave')}
          </Button>
        )}
        {viewerCan.lead && <PresentForm meeting={meeting} />}
        {viewerCan.lead && <End meeting={meeting} onChoose={onChoose} />}
        <ActionProblem action={leave} />
      </div>
    </footer>
  );
}

function Join({ meeting: { id, members } }: { meeting: MeetingView }) {
  const t = useMeetingT();
  const { member } = useViewer();
  const join = useMeetingAction(joinMutation);
  const [standsInForId, setStandsIn] = useState<string | null>(null);
  const come = () => void join.run({ input: { id, standsInForId } });
  useMeetingCommands({ 'meeting.join': come });
  const others = members.filter((one) => one.id !== member.id);
  return (
    <div className={classes.row}>
      {others.length > 0 && (
        <Select
          size="xs"
          aria-label={t('meeting.joinFor')}
          placeholder={t('meeting.joinFor')}
          data={others.map((one) => ({ value: one.id, label: one.name }))}
          value={standsInForId}
          onChange={setStandsIn}
          clearable
          comboboxProps={{ shadow: 'md' }}
        />
      )}
      <Button size="xs" loading={join.busy} onClick={come}>
        {t('meeting.join')}
      </Button>
      <ActionProblem action={join} />
    </div>
  );
}
