import { useLocale, useT } from '../../i18n/use-t.ts';
import type { CardDeadline as Deadline } from '../../live/board-card.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime, shortCountdown, usedShare } from '../../ui/time.ts';
import classes from './card-deadline.module.css';
import { coarseAge } from './coarse-age.ts';

const HOUR = 3_600_000;

/** The deadline that is due first, counting: by the second within its last hour, by the minute before. */
export function CardDeadline({ deadline }: { deadline: Deadline }) {
  const t = useT();
  const locale = useLocale();
  const minute = useNow('minute');
  const isClose = Math.abs(Date.parse(deadline.dueAt) - minute) < HOUR + 60_000;
  const kind = t(`deadline.${deadline.kind}`);
  const title = `${kind} ${fullTime(deadline.dueAt, locale)}`;
  return isClose ? (
    <Counting deadline={deadline} title={title} />
  ) : (
    <Figures deadline={deadline} title={title} now={minute} />
  );
}

function Counting(props: { deadline: Deadline; title: string }) {
  return <Figures {...props} now={useNow('second')} />;
}

function Figures({ deadline, title, now }: { deadline: Deadline; title: string; now: number }) {
  const t = useT();
  const tone = deadlineTone(deadline, now);
  const left = Date.parse(deadline.dueAt) - now;
  const figures = shortCountdown(deadline.dueAt, now, t);
  return (
    <span className={classes.root} data-tone={tone} title={`${title} · ${countdown(deadline.dueAt, now, t)}`}>
      <span className={classes.kind}>{t(`board.deadline.${deadline.kind}`)}</span>
      <time className={classes.figures} dateTime={deadline.dueAt}>
        <span className={classes.exact}>{figures}</span>
        <span className={classes.coarse} aria-hidden>
          {Math.abs(left) < HOUR ? figures : `${left < 0 ? '+' : ''}${coarseAge(Math.abs(left), t)}`}
        </span>
      </time>
      <DeadlineRing share={usedShare(deadline, now)} tone={tone} size={13} />
    </span>
  );
}
