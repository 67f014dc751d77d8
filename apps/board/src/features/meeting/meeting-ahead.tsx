import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { addMessages } from '../../i18n/catalogue.ts';
import { meetingAheadMessages } from '../../i18n/messages/meeting-ahead.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { clockTime } from '../../ui/time.ts';
import classes from './meeting-ahead.module.css';
import { meetingsAheadQuery } from './meetings-ahead-document.ts';
import { useMeetingNews } from './use-meeting-news.ts';

addMessages(meetingAheadMessages);

/** What others do is told; that time passes is not, and a meeting is not a matter of seconds. */
const ASK_AGAIN_MS = 120_000;

/** In the bar over every page: the meeting that has begun without this member, else the one that begins soon. */
export function MeetingAhead() {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const [{ data }, ask] = useQuery({ query: meetingsAheadQuery, requestPolicy: 'cache-and-network' });
  useMeetingNews(ask);
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(again, ASK_AGAIN_MS);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [ask]);

  const missed = data?.meetings.find(({ viewerIsMissed }) => viewerIsMissed);
  if (missed !== undefined) {
    return (
      <Link to="/meetings/$id" params={{ id: missed.id }} className={classes.way} data-begun>
        <IconUsers size={15} stroke={1.8} aria-hidden />
        <span>{t('meetingAhead.begun', { name: missed.name })}</span>
      </Link>
    );
  }
  const isSoon = (from: string | null) => from !== null && new Date(from).getTime() <= now;
  const soon = data?.meetingSeries
    .filter(({ viewerBelongs, remindedFrom }) => viewerBelongs && isSoon(remindedFrom))
    .toSorted((a, b) => (a.nextAt! < b.nextAt! ? -1 : 1))[0];
  if (soon?.nextAt == null) return null;
  return (
    <Link to="/meetings/series/$id" params={{ id: soon.id }} className={classes.way}>
      <IconUsers size={15} stroke={1.8} aria-hidden />
      <span>{t('meetingAhead.soon', { name: soon.name, at: clockTime(soon.nextAt, locale) })}</span>
    </Link>
  );
}
