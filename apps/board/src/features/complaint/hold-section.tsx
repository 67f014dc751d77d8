import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { HoldView } from './complaint-documents.ts';
import classes from './contest-section.module.css';

/** The hold that stands or waits for its approval: until when, why, and who asked. */
export function HoldSection({ hold }: { hold: HoldView | null }) {
  const t = useT();
  const locale = useLocale();
  if (hold === null) return null;
  const at = shortDate(hold.until, locale);
  return (
    <section className={classes.contest} aria-label={t('hold.title')}>
      <h3 className={classes.title}>
        <time dateTime={hold.until} title={fullTime(hold.until, locale)}>
          {hold.state === 'ACTIVE' ? t('hold.active', { at }) : t('hold.requested', { at })}
        </time>
      </h3>
      {hold.reason !== null && <div>{hold.reason}</div>}
      <div className={classes.dim}>
        {hold.requestedBy?.name}{' '}
        <time dateTime={hold.requestedAt} title={fullTime(hold.requestedAt, locale)}>
          {shortDate(hold.requestedAt, locale)}
        </time>
      </div>
    </section>
  );
}
