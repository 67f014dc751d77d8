import { IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { ShownCard } from '../../live/board-card.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/time.ts';
import buttons from './card-button.module.css';
import { coarseAge } from './coarse-age.ts';
import classes from './handoff-band.module.css';

/** A dispute that waits for a ruling: who declined it, for how long; and the way to rule, for those who may. */
export function ContestBand({ card, since }: { card: ShownCard; since: string }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const declined = [...new Map(card.declinedBy.map((one) => [one.id, one])).values()];
  const departments = declined.map((one) => departmentName(one, locale)).join(t('common.comma'));
  return (
    <div className={classes.band} data-contested>
      <div className={classes.line} title={t('board.card.contestedTitle', { departments })}>
        <IconScale size={14} stroke={1.8} aria-hidden style={{ flex: 'none' }} />
        <span className={classes.clip}>
          {declined.map((one) => (locale === 'en' ? one.nameEn : one.shortName)).join(t('common.comma'))}
        </span>
      </div>
      <time className={classes.age} dateTime={since} title={fullTime(since, locale)}>
        {t('board.card.contested', { age: coarseAge(now - Date.parse(since), t) })}
      </time>
      {card.viewerCan.rule && (
        <Link
          to="/complaints/$number"
          params={{ number: card.number }}
          search={(search) => search}
          hash="rule"
          className={`${buttons.main} ${classes.way}`}
          aria-label={`${t('board.card.rule')} ${card.number}`}
        >
          {t('board.card.rule')}
        </Link>
      )}
    </div>
  );
}
