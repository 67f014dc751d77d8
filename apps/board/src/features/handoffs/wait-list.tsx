import { useDigits } from '../../i18n/use-digits.ts';
import { useT } from '../../i18n/use-t.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { BoardProvider } from '../board/board-context.tsx';
import { ViewCard } from '../views/view-card.tsx';
import { RULING } from './handoff-matrix.ts';
import type { HandoffMatrix, Pair, Wait } from './handoff-matrix.ts';
import classes from './handoffs.module.css';
import { useUnitName } from './unit-name.ts';

/** More are not shown at once: whoever has so many chooses a pair first. */
const MOST = 60;

interface Props {
  matrix: HandoffMatrix;
  /** The pair that is chosen; all of them otherwise. */
  pair: Pair | undefined;
  /** The URL names a pair in which nothing waits any more. */
  isGone: boolean;
  /** The board that each kind of wait lives on, for the answers that are given in place. */
  boards: { pending: BoardSession; contested: BoardSession };
  onAll: () => void;
}

/** The cards behind a cell, the longest waiting first; with their answers. */
export function WaitList({ matrix, pair, isGone, boards, onAll }: Props) {
  const digits = useDigits();
  const t = useT();
  const nameOf = useUnitName(matrix);
  const waits = pair?.waits ?? (isGone ? [] : allWaits(matrix));
  const title =
    pair === undefined
      ? t('views.handoffs.all')
      : t('views.handoffs.pair', { from: nameOf(pair.from?.code ?? RULING), to: nameOf(pair.to?.code ?? RULING) });
  return (
    <section className={classes.cards} aria-labelledby="waits">
      <div className={classes.cardsHead}>
        <h2 id="waits" className={classes.cardsTitle}>
          {title}
        </h2>
        <span className={classes.total}>{digits(waits.length)}</span>
        {(pair !== undefined || isGone) && (
          <button type="button" className={classes.allWay} onClick={onAll}>
            {t('views.handoffs.all')}
          </button>
        )}
      </div>
      {isGone && <p className={classes.hint}>{t('views.handoffs.gone')}</p>}
      <ul className={classes.list}>
        {waits.slice(0, MOST).map(({ view, to }) => (
          <li key={view.card.id}>
            <BoardProvider value={to === null ? boards.contested : boards.pending}>
              <ViewCard view={view} />
            </BoardProvider>
          </li>
        ))}
      </ul>
      {waits.length > MOST && <p className={classes.hint}>{t('views.more', { n: waits.length - MOST })}</p>}
    </section>
  );
}

function allWaits({ pairs }: HandoffMatrix): Wait[] {
  const all = [...pairs.values()].flatMap(({ waits }) => waits);
  return all.sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
