import { useLocale, useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime } from '../../ui/time.ts';
import type { DeadlineView } from './complaint-documents.ts';
import classes from './sections.module.css';

type Clock = Pick<DeadlineView, 'state' | 'startedAt' | 'dueAt' | 'isBreached'>;

/** By when something is due, as its own clock says. */
export function DueTime({ dueAt, clock }: { dueAt: string; clock: Clock | null }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const tone = clock?.state === 'OPEN' ? deadlineTone(clock, now) : 'calm';
  return (
    <time className={classes.state} data-tone={tone} dateTime={dueAt} title={fullTime(dueAt, locale)}>
      {clock?.state === 'PAUSED' ? t('complaint.deadline.paused') : countdown(dueAt, now, t)}
    </time>
  );
}
