import { Button } from '@mantine/core';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { useNow } from '../../ui/now.ts';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { fullTime, timeAgo } from '../../ui/time.ts';
import { useRevealed } from './revealed.tsx';
import classes from './sections.module.css';
import { actorName, eventWords } from './timeline-words.ts';
import { useTimeline } from './use-timeline.ts';
import type { TimelineEvent } from './use-timeline.ts';

/** The story of the complaint, newest first. */
export function TimelineSection({ number, revision }: { number: string; revision: number }) {
  const t = useT();
  const { events, state, hasMore, more, retry } = useTimeline(number, revision);
  const takenBack = new Set(events.map(({ takesBack }) => takesBack));

  if (state === 'loading') return <LoadingLines heights={[32, 32, 32, 32]} />;
  if (state === 'failed') return <RetryNotice onRetry={retry}>{t('timeline.failed')}</RetryNotice>;
  return (
    <div>
      <ol className={classes.story} aria-label={t('complaint.tab.timeline')}>
        {events.map((event) => (
          <StoryLine key={event.cursor} event={event} of={number} isTakenBack={takenBack.has(event.change)} />
        ))}
      </ol>
      {hasMore && (
        <Button size="xs" variant="default" onClick={more}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  );
}

/** What was merged into the complaint is told with its own number. */
function StoryLine({ event, of, isTakenBack }: { event: TimelineEvent; of: string; isTakenBack: boolean }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const { read } = useRevealed();
  const { line, words, kind } = eventWords(event, t, locale);
  return (
    <li className={classes.event} data-kind={kind}>
      <div className={classes.eventLine}>
        {event.complaint.number !== of && <span className={classes.dim}>{event.complaint.number}</span>}
        <strong>{actorName(event, t)}</strong>
        <span>{line}</span>
        {isTakenBack && <span className={classes.mark}>{t('timeline.takenBack')}</span>}
        {event.takesBack !== null && <span className={classes.mark}>{t('timeline.takesBack')}</span>}
        <time dateTime={event.occurredAt} title={fullTime(event.occurredAt, locale)}>
          {timeAgo(event.occurredAt, now, t, locale)}
        </time>
      </div>
      {words !== null && <p className={classes.words}>{read(words)}</p>}
    </li>
  );
}
