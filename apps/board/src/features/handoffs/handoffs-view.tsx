import { useMemo } from 'react';
import { useDepartments } from '../../app/directory.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { viewMessages } from '../../i18n/messages/views.ts';
import { useT } from '../../i18n/use-t.ts';
import { isEmptyFilter } from '../../live/board-filter.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { PageLoader } from '../../ui/page-loader.tsx';
import { CountText, useTotal, useTotalOf } from '../board/board-count.tsx';
import { BoardMessage } from '../board/board-message.tsx';
import { useSideSession } from '../board/use-board-session.ts';
import { useViewFilter, useViewSearch, ViewFrame } from '../views/view-frame.tsx';
import { useWholeBoard, WHOLE_PAGE } from '../views/whole-board.ts';
import { handoffMatrix, waitOf } from './handoff-matrix.ts';
import classes from './handoffs.module.css';
import { MatrixTable } from './matrix-table.tsx';
import { PairList } from './pair-list.tsx';
import { WaitList } from './wait-list.tsx';

addMessages(viewMessages);

const pending = (filter: BoardFilter): BoardFilter => ({ ...filter, pendingHandoff: true });

/** Who waits for whom across departments: a matrix with counts and ages, and the cards behind each cell beside it. */
export function HandoffsView() {
  const t = useT();
  const narrowed = useViewFilter();
  const contested = useSideSession({ ...narrowed, contested: true }, WHOLE_PAGE);
  return (
    <ViewFrame title={t('views.handoffs')} narrow={pending} count={<WaitCount contested={contested} />}>
      {(session, filter) => <Handoffs session={session} contested={contested} filter={filter} />}
    </ViewFrame>
  );
}

/** All that the matrix counts, and of what it is made: both boards, for no complaint is on the two of them. */
function WaitCount({ contested }: { contested: BoardSession }) {
  const t = useT();
  const handoffs = useTotal();
  const rulings = useTotalOf(contested);
  return <CountText>{t('views.handoffs.count', { n: handoffs + rulings, handoffs, rulings })}</CountText>;
}

interface Boards {
  session: BoardSession;
  contested: BoardSession;
  filter: BoardFilter;
}

function Handoffs({ session, contested, filter }: Boards) {
  const t = useT();
  const [search, change] = useViewSearch();
  const order = useDepartments();
  const { cards: handedOver } = useWholeBoard(session);
  const { cards: disputed, phase } = useWholeBoard(contested);
  const waits = useMemo(
    () => [...handedOver, ...disputed].flatMap((view) => waitOf(view) ?? []),
    [handedOver, disputed],
  );
  const matrix = useMemo(
    () =>
      handoffMatrix(
        waits,
        order.map(({ code }) => code),
      ),
    [waits, order],
  );
  const chosen = search.cell === undefined ? undefined : matrix.pairs.get(search.cell);
  const choose = (key: string) => change({ cell: key === search.cell ? undefined : key });

  if (matrix.pairs.size === 0) {
    if (phase.kind === 'loading') return <PageLoader />;
    return (
      <BoardMessage>{t(isEmptyFilter(filter) ? 'views.handoffs.none' : 'views.handoffs.noneFiltered')}</BoardMessage>
    );
  }
  return (
    <div className={classes.body}>
      <div className={classes.overview}>
        <MatrixTable matrix={matrix} chosen={search.cell} onChoose={choose} />
        <PairList matrix={matrix} chosen={search.cell} onChoose={choose} />
        {phase.kind === 'failed' && <p className={classes.hint}>{t('views.handoffs.noRulings')}</p>}
      </div>
      <WaitList
        matrix={matrix}
        pair={chosen}
        isGone={search.cell !== undefined && chosen === undefined}
        boards={{ pending: session, contested }}
        onAll={() => change({ cell: undefined })}
      />
    </div>
  );
}
