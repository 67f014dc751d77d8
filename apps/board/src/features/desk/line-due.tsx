import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime, usedShare } from '../../ui/time.ts';
import type { InboxEntry } from '../inbox/inbox-documents.ts';
import classes from './desk-line.module.css';

/** The clock that a line is about, while it runs. */
export function LineDue({ deadline }: { deadline: NonNullable<InboxEntry['deadline']> }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('second');
  const isOpen = deadline.state === 'OPEN';
  const tone = isOpen ? deadlineTone(deadline, now) : 'calm';
  return (
    <time className={classes.due} data-tone={tone} dateTime={deadline.dueAt} title={fullTime(deadline.dueAt, locale)}>
      {isOpen && <DeadlineRing share={usedShare(deadline, now)} tone={tone} />}
      {t(`deadline.${deadline.kind}`)}
      {isOpen && ` ${countdown(deadline.dueAt, now, t)}`}
    </time>
  );
}
