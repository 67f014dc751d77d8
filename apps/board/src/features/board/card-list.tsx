import { useDroppable } from '@dnd-kit/core';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { ColumnView } from '../../live/board-view.ts';
import { useBoard } from './board-context.tsx';
import classes from './card-list.module.css';
import { CardSlot } from './card-slot.tsx';
import { registerColumn } from './column-geometry.ts';
import { useCarriedFrom, useSlot } from './drag-state.ts';
import { ListFoot } from './list-foot.tsx';

/** The height of a card before it is measured, and the gap between two, in CSS pixels. */
const CARD_HEIGHT = 108;
const GAP = 8;
/** Room above the first card, where the mark of who changed it stands. */
const PADDING_TOP = 10;
/** How near the end of what is loaded the next page is asked for, in cards. */
const NEAR_END = 20;

/** The cards of a column: only those in sight are rendered, and pages come as one scrolls. */
export function CardList({ column, label }: { column: ColumnView; label: string }) {
  const { stage, ids } = column;
  const t = useT();
  const board = useBoard();
  const scroller = useRef<HTMLDivElement | null>(null);
  const { setNodeRef } = useDroppable({ id: stage });
  const carriedId = useCarriedFrom(stage);
  const carriedIndex = carriedId === null ? -1 : ids.indexOf(carriedId);

  // The card that is carried away keeps its element, and with it the pointer's or the keyboard's attention.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (carriedIndex < 0 || inSight.includes(carriedIndex)) return inSight;
      return [...inSight, carriedIndex].sort((a, b) => a - b);
    },
    [carriedIndex],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on what the virtualizer returns
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor,
    overscan: 4,
    gap: GAP,
    paddingStart: PADDING_TOP,
  });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    return registerColumn(stage, {
      element,
      slotAt(clientY) {
        const y = clientY - element.getBoundingClientRect().top + element.scrollTop;
        const item = virtualizer.getVirtualItemForOffset(y);
        if (item === undefined) return 0;
        return y > item.start + item.size / 2 ? item.index + 1 : item.index;
      },
      reveal(index) {
        if (ids.length > 0) virtualizer.scrollToIndex(Math.min(index, ids.length - 1), { align: 'auto' });
      },
    });
  }, [stage, virtualizer, ids.length]);

  const items = virtualizer.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? -1;
  const wantsMore = column.hasMore && column.paging === 'idle' && lastInSight >= ids.length - NEAR_END;
  useEffect(() => {
    if (wantsMore) void board.loadMore(stage);
  }, [wantsMore, board, stage]);

  const setScroller = useCallback(
    (node: HTMLDivElement | null) => {
      scroller.current = node;
      setNodeRef(node);
    },
    [setNodeRef],
  );
  return (
    <div ref={setScroller} className={classes.scroller} tabIndex={-1}>
      {ids.length === 0 && column.paging !== 'loading' && (
        <div className={classes.empty}>{t('board.column.empty')}</div>
      )}
      <div className={classes.sizer} style={{ height: virtualizer.getTotalSize() }} role="list" aria-label={label}>
        {items.map(({ key, index, start }) => {
          const id = ids[index];
          return id === undefined ? null : (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
              role="listitem"
              aria-setsize={column.total}
              aria-posinset={index + 1}
            >
              <CardSlot id={id} stage={stage} />
            </div>
          );
        })}
        <DropLine stage={stage} topOf={(slot) => lineTop(slot, ids.length, virtualizer)} />
      </div>
      <ListFoot column={column} />
    </div>
  );
}

type Virtualizer = ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>;

function lineTop(slot: number, count: number, virtualizer: Virtualizer): number {
  if (slot >= count) return virtualizer.getTotalSize() + GAP / 2;
  return (virtualizer.measurementsCache[slot]?.start ?? PADDING_TOP) - GAP / 2;
}

/** Where the carried card would go. Cards stay where they are: things move only because they moved. */
function DropLine({ stage, topOf }: { stage: Stage; topOf: (slot: number) => number }) {
  const slot = useSlot(stage);
  if (slot === null) return null;
  return <div className={classes.line} style={{ transform: `translateY(${topOf(slot)}px)` }} />;
}
