import { useNow } from '../../ui/now.ts';
import { clockText } from './clock-text.ts';
import type { MeetingView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

const secondsSince = (at: string, now: number) => Math.max(0, Math.floor((now - new Date(at).getTime()) / 1_000));

/** How long this item has been talked about, against its plan, and the meeting as a whole; by the server's clock. */
export function MeetingClock({ meeting }: { meeting: MeetingView }) {
  const t = useMeetingT();
  const now = useNow('second');
  const { focus, focusedAt, items, itemMinutes, startedAt } = meeting;
  const item = items.find(({ id }) => id === focus?.id);
  const spent = item === undefined || focusedAt === null ? null : item.spentSeconds + secondsSince(focusedAt, now);
  const isOver = spent !== null && spent > itemMinutes * 60;
  return (
    <div className={classes.clocks} role="timer">
      {spent !== null && (
        <span className={classes.itemClock} data-over={isOver || undefined}>
          <span className={classes.dim}>{t('meeting.itemClock')}</span> <time>{clockText(spent)}</time>{' '}
          <span className={classes.dim}>{t('meeting.ofPlan', { n: itemMinutes })}</span>
          {isOver && <strong> {t('meeting.over')}</strong>}
        </span>
      )}
      <span>
        <span className={classes.dim}>{t('meeting.allClock')}</span>{' '}
        <time>{clockText(secondsSince(startedAt, now))}</time>
      </span>
    </div>
  );
}
