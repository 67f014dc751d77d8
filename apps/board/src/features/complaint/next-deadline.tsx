import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime, usedShare } from '../../ui/time.ts';
import type { DeadlineView } from './complaint-documents.ts';

/** Which clock is due next and in how long, to the second; `data-tone` says how near it is. */
export function NextDeadline({ deadline, className }: { deadline: DeadlineView; className: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('second');
  const tone = deadlineTone(deadline, now);
  return (
    <time className={className} data-tone={tone} dateTime={deadline.dueAt} title={fullTime(deadline.dueAt, locale)}>
      <DeadlineRing share={usedShare(deadline, now)} tone={tone} />
      {t(`deadline.${deadline.kind}`)} {countdown(deadline.dueAt, now, t)}
    </time>
  );
}
