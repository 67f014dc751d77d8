import { Button, Skeleton } from '@mantine/core';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/now.ts';
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

  if (state === 'loading') {
    return (
      <div className={classes.section} role="status" aria-label={t('common.loading')}>
        {[1, 2, 3, 4].map((line) => (
          <Skeleton key={line} height={32} />
        ))}
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <Notice
        kind="problem"
        action={
          <Button size="xs" variant="default" onClick={retry}>
            {t('common.retry')}
          </Button>
        }
      >
        {t('timeline.failed')}
      </Notice>
    );
  }
  return (
    <div>
      <ol className={classes.story} aria-label={t('complaint.tab.timeline')}>
        {events.map((event) => (
          <StoryLine key={event.cursor} event={event} of={number} />
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
function StoryLine({ event, of }: { event: TimelineEvent; of: string }) {
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
        <time dateTime={event.occurredAt} title={fullTime(event.occurredAt, locale)}>
          {timeAgo(event.occurredAt, now, t, locale)}
        </time>
      </div>
      {words !== null && <p className={classes.words}>{read(words)}</p>}
    </li>
  );
}
