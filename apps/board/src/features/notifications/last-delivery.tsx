import { useLocale } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime, timeAgo } from '../../ui/time.ts';
import type { LastDelivery as Last } from './channel-documents.ts';
import classes from './notifications.module.css';
import { problemText, useNotifyT } from './use-notify-t.ts';

/** What came of the newest message on a channel; announced when it changes. */
export function LastDelivery({ last }: { last: Last | null }) {
  const t = useNotifyT();
  const locale = useLocale();
  const now = useNow('minute');
  const told = () => {
    if (last === null) return t('notify.last.none');
    const what = t(last.isTest ? 'notify.last.test' : 'notify.last.notification');
    const why = problemText(last.problem, t);
    const at = timeAgo(last.settledAt ?? last.createdAt, now, t, locale);
    switch (last.state) {
      case 'SENT':
        return t('notify.last.SENT', { what, at });
      case 'FAILED':
        return t('notify.last.FAILED', { what, why, at });
      default:
        if (last.problem !== null) return t('notify.last.retrying', { what, why });
        if (last.runAt !== last.createdAt) return t('notify.last.waiting', { what, at: fullTime(last.runAt, locale) });
        return t('notify.last.QUEUED', { what });
    }
  };
  return (
    <p role="status" className={classes.last} data-state={last?.state}>
      {told()}
    </p>
  );
}
