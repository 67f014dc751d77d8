import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../app/parts.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { CardHandoff, ShownCard } from '../../live/board-card.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/time.ts';
import { useBoard } from './board-context.tsx';
import buttons from './card-button.module.css';
import { coarseAge } from './coarse-age.ts';
import { focusCardOf } from './focus-card.ts';
import classes from './handoff-band.module.css';

const DeclineForm = lazyPart(async () => (await import('./decline-form.tsx')).DeclineForm);

/** A handoff that waits for its answer: from, to, for how long; and the answer, for those who may give it. */
export function HandoffBand({ card, handoff }: { card: ShownCard; handoff: CardHandoff }) {
  const t = useT();
  const locale = useLocale();
  const board = useBoard();
  const [isDeclining, setDeclining] = useState(false);
  const now = useNow('minute');
  const [from, to] = [handoff.from, handoff.to].map((one) => (locale === 'en' ? one.nameEn : one.shortName));
  const title = t('board.card.handoffTitle', {
    from: departmentName(handoff.from, locale),
    to: departmentName(handoff.to, locale),
    reason: handoff.reason ?? '',
  });
  return (
    <div className={classes.band}>
      <div className={classes.line} title={title}>
        <span className={classes.clip}>{from}</span>
        <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden style={{ flex: 'none' }} />
        <span className={classes.clip}>{to}</span>
      </div>
      <time className={classes.age} dateTime={handoff.requestedAt} title={fullTime(handoff.requestedAt, locale)}>
        {t('board.card.handoff', { age: coarseAge(now - Date.parse(handoff.requestedAt), t) })}
      </time>
      {card.viewerCan.answerHandoff && !isDeclining && (
        <div className={classes.answers}>
          <button
            type="button"
            className={buttons.main}
            aria-label={`${t('board.card.accept')} ${card.number}`}
            onClick={({ currentTarget }) => {
              focusCardOf(currentTarget);
              void board.act({ kind: 'accept', cardId: card.id, handoffId: handoff.id });
            }}
          >
            {t('board.card.accept')}
          </button>
          <button
            type="button"
            className={buttons.quiet}
            aria-label={`${t('board.card.decline')} ${card.number}`}
            aria-expanded={isDeclining}
            onClick={() => setDeclining(true)}
          >
            {t('board.card.decline')}
          </button>
        </div>
      )}
      {isDeclining && (
        <Suspense fallback={null}>
          <DeclineForm card={card} handoff={handoff} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </div>
  );
}
