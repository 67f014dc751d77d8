import { VisuallyHidden } from '@mantine/core';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo } from 'react';
import { NO_FILTER } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { lazyLater } from '../../app/later.ts';
import { lazyPart } from '../../app/parts.ts';
import { useT } from '../../i18n/use-t.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import { isEmptyFilter } from '../../live/board-filter.ts';
import { Announcer } from './announcer.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardProvider, useBoardPhase } from './board-context.tsx';
import { useTotal } from './board-count.tsx';
import { BoardMessage } from './board-message.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import classes from './board-page.module.css';
import { filterOf } from './board-search-filter.ts';
import { DRAG_HINT_ID } from './card-slot.tsx';
import { LANE_KINDS } from '../lanes/lane-kinds.ts';
import type { LaneKind } from '../lanes/lane-kinds.ts';
import { FilterBar } from './filter-bar.tsx';
import { releaseMove } from './held-move.ts';
import { ResetNote } from './reset-note.tsx';
import { setSelecting, useSelecting } from './selection.ts';
import { departing } from './travel.ts';
import { useBoardSession } from './use-board-session.ts';

const LaneBoard = lazyPart(async () => (await import('../lanes/lane-board.tsx')).LaneBoard);
const LaneChoice = lazyLater(async () => (await import('../lanes/lane-choice.tsx')).LaneChoice);
const LiveLane = lazyLater(async () => (await import('../live-lane/live-lane.tsx')).LiveLane);
const BoardOffers = lazyLater(async () => (await import('../undo/board-offers.tsx')).BoardOffers);
const SavedViews = lazyLater(async () => (await import('../saved-views/saved-views.tsx')).SavedViews);
const EmptyBoard = lazyPart(async () => (await import('./empty-board.tsx')).EmptyBoard);
const BulkBar = lazyPart(async () => (await import('./bulk-bar.tsx')).BulkBar);

const boardRoute = getRouteApi('/signed-in/board');

/** The live board. */
export function BoardPage() {
  const t = useT();
  const search = boardRoute.useSearch();
  const navigate = useNavigate();
  const filter = useMemo(() => filterOf(search), [search]);
  const session = useBoardSession(filter);
  const narrow = useCallback(
    // Typing rewrites the same entry of the history; one does not want to go back letter by letter.
    (change: BoardSearch) => void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  );
  useEffect(() => session.store.changes.onTravel(departing), [session]);
  useEffect(() => releaseMove, [filter]);
  const isSelecting = useSelecting();
  // Another board has other cards: what was chosen on this one is let go.
  useEffect(() => () => setSelecting(false), [filter]);

  return (
    <BoardProvider value={session}>
      <VisuallyHidden component="h1">{t('board.title')}</VisuallyHidden>
      <span id={DRAG_HINT_ID} hidden>
        {t('board.card.dragHint')}
      </span>
      <div className={classes.page}>
        <FilterBar search={search} onChange={narrow}>
          <Suspense fallback={null}>
            <SavedViews search={search} />
            <LaneChoice value={search.lanes} onChange={(lanes) => narrow({ lanes })} />
          </Suspense>
        </FilterBar>
        <ResetNote />
        <div className={classes.lane}>
          <Suspense fallback={null}>
            <LiveLane />
          </Suspense>
        </div>
        <BoardBody
          filter={filter}
          lanes={LANE_KINDS.find((kind) => kind === search.lanes)}
          onRetry={() => session.open(filter)}
          onClear={() => narrow(NO_FILTER)}
        />
      </div>
      {isSelecting && (
        <Suspense fallback={null}>
          <BulkBar />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <BoardOffers />
      </Suspense>
      <Announcer />
    </BoardProvider>
  );
}

interface BodyProps {
  filter: BoardFilter;
  lanes: LaneKind | undefined;
  onRetry: () => void;
  onClear: () => void;
}

function BoardBody({ filter, lanes, onRetry, onClear }: BodyProps) {
  const t = useT();
  const phase = useBoardPhase();
  const total = useTotal();
  if (phase.kind === 'loading') return <BoardSkeleton />;
  if (phase.kind === 'failed') {
    const words =
      phase.why === 'network'
        ? t('board.loadFailed.network')
        : t('board.loadFailed.server', { message: phase.message });
    return <BoardMessage action={{ label: t('common.retry'), run: onRetry }}>{words}</BoardMessage>;
  }
  if (phase.kind === 'ready' && total === 0) {
    return isEmptyFilter(filter) ? (
      <Suspense fallback={<BoardSkeleton />}>
        <EmptyBoard />
      </Suspense>
    ) : (
      <BoardMessage action={{ label: t('board.filter.clear'), run: onClear }}>{t('board.emptyFiltered')}</BoardMessage>
    );
  }
  // A filter by stage leaves the other columns out instead of showing them empty.
  const stages = filter.stages ?? STAGES;
  if (lanes === undefined) return <BoardColumns stages={stages} />;
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <LaneBoard key={lanes} by={lanes} stages={stages} />
    </Suspense>
  );
}
