import { useLocale } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime, timeAgo } from '../../ui/time.ts';
import { useDeskT } from './use-desk-t.ts';

/** Whose doing it is, where it is not the system's, and since when it is there. */
export function LineSince({ who, at }: { who: string | null; at: string }) {
  const t = useDeskT();
  const locale = useLocale();
  const now = useNow('minute');
  return (
    <span>
      {who !== null && `${t('inbox.by', { name: who })} · `}
      <time dateTime={at} title={fullTime(at, locale)}>
        {timeAgo(at, now, t, locale)}
      </time>
    </span>
  );
}
