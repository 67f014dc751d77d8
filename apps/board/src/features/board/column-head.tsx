import { Suspense } from 'react';
import { hasLimits } from '../../app/stages.ts';
import { lazyPart } from '../../app/parts.ts';
import type { ColumnView } from '../../live/board-view.ts';
import { useDigits } from '../../i18n/use-digits.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/time.ts';
import { coarseAge } from './coarse-age.ts';
import classes from './column-head.module.css';
import { useVerdict } from './drag-state.ts';
import { verdictWords } from './verdict-words.ts';

const ColumnLimit = lazyPart(async () => (await import('./column-limit.tsx')).ColumnLimit);

/** What a column is and how it stands; while a card is carried, whether it may be dropped here and why not. */
export function ColumnHead({ column, id }: { column: ColumnView; id: string }) {
  const digits = useDigits();
  const t = useT();
  const { stage, total, breached, oldestReceivedAt } = column;
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h2 id={id} className={classes.name} title={stage === 'CLOSED' ? t('board.column.closedHint') : undefined}>
          {t(`stage.${stage}`)}
        </h2>
        <span className={classes.total}>{digits(total)}</span>
        {hasLimits(stage) && (
          <Suspense fallback={null}>
            <ColumnLimit column={column} />
          </Suspense>
        )}
        {breached > 0 && <Breached count={breached} />}
        {oldestReceivedAt !== null && stage !== 'CLOSED' && <Oldest receivedAt={oldestReceivedAt} />}
      </div>
      <Verdict stage={stage} />
    </header>
  );
}

/** In words where there is room, as the sign of a breach and a figure where there is not. */
function Breached({ count }: { count: number }) {
  const digits = useDigits();
  const t = useT();
  const words = t('board.column.breached', { n: count });
  return (
    <span className={classes.breached} title={words}>
      <span className={classes.sign} aria-hidden>
        <DeadlineRing share={1} tone="breached" size={12} />
        {digits(count)}
      </span>
      <span className={classes.words}>{words}</span>
    </span>
  );
}

function Oldest({ receivedAt }: { receivedAt: string }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const age = coarseAge(now - Date.parse(receivedAt), t);
  return (
    <time className={classes.oldest} dateTime={receivedAt} title={fullTime(receivedAt, locale)}>
      <span className={classes.words}>{t('board.column.oldest', { age })}</span>
      <span className={classes.sign} aria-hidden>
        {age}
      </span>
    </time>
  );
}

function Verdict({ stage }: { stage: ColumnView['stage'] }) {
  const t = useT();
  const verdict = useVerdict(stage);
  if (verdict === null || verdict.kind === 'free') return null;
  return (
    <div className={classes.verdict} data-kind={verdict.kind}>
      {verdictWords(verdict, t)}
    </div>
  );
}
