import { Button } from '@mantine/core';
import { IconArrowBack, IconEye, IconHandStop } from '@tabler/icons-react';
import { ActionProblem } from './action-problem.tsx';
import { MeetingClock } from './meeting-clock.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { presentMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import { useMeetingCommands } from './use-meeting-commands.ts';

/** Over the meeting: what it is, the clock, whom one follows, and the way out of that and back. */
export function MeetingBar({
  meeting,
  isLive,
  isAway,
  onFollow,
  onLookAway,
}: {
  meeting: MeetingView;
  isLive: boolean;
  isAway: boolean;
  onFollow: () => void;
  onLookAway: () => void;
}) {
  const t = useMeetingT();
  const present = useMeetingAction(presentMutation);
  const { viewerCan, presenter, items, focus } = meeting;
  const name = presenter?.name ?? '';
  const takeOver = () => void present.run({ input: { id: meeting.id } });
  useMeetingCommands({
    'meeting.lookAway': !viewerCan.lead && !isAway && onLookAway,
    'meeting.takeOver': viewerCan.present && takeOver,
  });
  const at = items.findIndex(({ id }) => id === focus?.id) + 1;
  const away = at === 0 ? t('meeting.lookingAwayAll', { name }) : t('meeting.lookingAway', { name, n: at });
  return (
    <div className={classes.bar}>
      <div className={classes.barLine}>
        <h1 className={classes.name}>{meeting.name}</h1>
        <MeetingClock meeting={meeting} />
      </div>
      <div className={classes.barLine}>
        <span className={classes.lead} data-away={isAway || undefined} role="status">
          {viewerCan.lead ? t('meeting.leads') : isAway ? away : t('meeting.following', { name })}
        </span>
        {!viewerCan.lead &&
          (isAway ? (
            <Button size="xs" leftSection={<IconArrowBack size={15} aria-hidden />} onClick={onFollow}>
              {t('meeting.follow')}
            </Button>
          ) : (
            <Button size="xs" variant="default" leftSection={<IconEye size={15} aria-hidden />} onClick={onLookAway}>
              {t('meeting.lookAway')}
            </Button>
          ))}
        {viewerCan.present && (
          <Button
            size="xs"
            variant="default"
            loading={present.busy}
            leftSection={<IconHandStop size={15} aria-hidden />}
            onClick={takeOver}
          >
            {t('meeting.takeOver')}
          </Button>
        )}
        <span className={classes.keys} data-keys={isLive || undefined} data-offline={!isLive || undefined}>
          {isLive ? t('meeting.keys') : <span role="status">{t('meeting.offline')}</span>}
        </span>
      </div>
      <ActionProblem action={present} />
    </div>
  );
}
