import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { getRouteApi } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useCategories, useDepartments } from '../../app/directory.ts';
import { useViewer } from '../../app/viewer.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { laneMessages } from '../../i18n/messages/lanes.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { setArrangement } from '../board/arrangement.ts';
import { useBoard, useColumnView } from '../board/board-context.tsx';
import { CardNotice } from '../board/card-notice.tsx';
import { ColumnHead } from '../board/column-head.tsx';
import { useCarried } from '../board/drag-state.ts';
import { PointerCarry } from '../board/pointer-carry.tsx';
import { useOpenForm } from '../board/use-open-form.ts';
import { useWholeBoard } from '../views/whole-board.ts';
import { laneArrangement } from './lane-arrangement.ts';
import type { LaneScene } from './lane-arrangement.ts';
import { LaneCards } from './lane-cards.tsx';
import { LaneHead } from './lane-head.tsx';
import classes from './lanes.module.css';
import { laneKey, laneRows, lanesOf } from './lanes.ts';
import type { Lane } from './lanes.ts';
import type { LaneKind } from './lane-kinds.ts';
import { limitsOf } from './lane-limits.ts';
import { laneName } from './lane-name.ts';

addMessages(laneMessages);

const boardRoute = getRouteApi('/signed-in/board');

/** The heights of a lane's head and of a row of cards before they are measured, in CSS pixels. */
const HEAD_HEIGHT = 40;
const ROW_HEIGHT = 124;

/** The board in lanes: the stages across, and in each lane its cards. Only the rows in sight are rendered. */
export function LaneBoard({ by, stages }: { by: LaneKind; stages: readonly Stage[] }) {
  const t = useT();
  const locale = useLocale();
  const openForm = useOpenForm();
  const board = useBoard();
  const { generation, cards, total } = useWholeBoard(board);
  const departments = useDepartments();
  const categories = useCategories();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const sizer = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => STAGES.filter((stage) => stages.includes(stage)), [stages]);
  const order = useMemo(
    () => ({
      departments: departments.map(({ code }) => code),
      upper: new Map(categories.map(({ code, parent }) => [code, parent?.code ?? code])),
      locale,
    }),
    [departments, categories, locale],
  );
  const { store } = board;
  const lanes = useMemo(
    () =>
      lanesOf(
        shown.map((stage) => ({ stage, cards: store.column(stage).ids.flatMap((id) => store.card(id)?.card ?? []) })),
        by,
        order,
      ),
    // Each generation of the store is another picture.
    // oxlint-disable-next-line react/exhaustive-deps
    [generation, store, shown, by, order],
  );
  const limitOf = limitsOf(by, boardRoute.useSearch(), useViewer(), cards.length >= total);
  const rows = useMemo(() => laneRows(lanes, folded), [lanes, folded]);
  const laneOf = (cardId: string) => {
    const card = store.card(cardId)?.card;
    return card === undefined ? undefined : laneKey(card, by, order.upper);
  };

  const carriedId = useCarried((now) => now?.cardId ?? null);
  const carriedRow = useMemo(() => {
    if (carriedId === null) return -1;
    return rows.findIndex(
      (row) => row.kind === 'cards' && [...row.lane.cells.values()].some((ids) => ids[row.index] === carriedId),
    );
  }, [rows, carriedId]);
  // The card that is carried away keeps its element, and with it the pointer's or the keyboard's attention.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (carriedRow < 0 || inSight.includes(carriedRow)) return inSight;
      return [...inSight, carriedRow].sort((a, b) => a - b);
    },
    [carriedRow],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on what the virtualizer returns
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : `${row.lane.key}:${row.kind === 'head' ? 'head' : row.index}`;
    },
    rangeExtractor,
    overscan: 4,
  });

  const scene = useRef<LaneScene | null>(null);
  useLayoutEffect(() => {
    scene.current = {
      by,
      lanes,
      rows,
      stages: shown,
      folded,
      laneOf,
      rowAt: (clientY: number) => {
        const top = sizer.current?.getBoundingClientRect().top ?? 0;
        const item = virtualizer.getVirtualItemForOffset(clientY - top);
        return item === undefined ? undefined : { index: item.index, share: (clientY - top - item.start) / item.size };
      },
      stageAt: (clientX: number) => {
        const box = sizer.current?.getBoundingClientRect();
        if (box === undefined || clientX < box.left || clientX >= box.right) return undefined;
        return shown[Math.floor(((clientX - box.left) / box.width) * shown.length)];
      },
      nameOf: (lane: Lane) => laneName(lane, by, categories, locale, t),
      reveal: (row: number, stage: Stage) => {
        virtualizer.scrollToIndex(row, { align: 'auto' });
        document.getElementById(`lane-column-${stage}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      },
    };
  });
  useEffect(() => {
    setArrangement(laneArrangement(() => scene.current, openForm));
    return () => setArrangement(null);
  }, [openForm]);

  const fold = (key: string) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  };
  return (
    <PointerCarry>
      <div ref={scroller} className={classes.scroller} tabIndex={-1}>
        <div className={classes.heads} style={{ gridTemplateColumns: tracks(shown.length) }}>
          {shown.map((stage) => (
            <StageHead key={stage} stage={stage} />
          ))}
        </div>
        <div
          ref={sizer}
          className={classes.sizer}
          style={{ height: virtualizer.getTotalSize(), minWidth: `calc(${shown.length} * var(--stage-width))` }}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'head' ? (
                  <LaneHead lane={row.lane} by={by} isFolded={folded.has(row.lane.key)} onFold={fold} />
                ) : (
                  <LaneCards row={row} by={by} stages={shown} tracks={tracks(shown.length)} limitOf={limitOf} />
                )}
              </div>
            );
          })}
        </div>
        {cards.length < total && (
          <p className={classes.hint} role="status">
            {t('lanes.partly', { n: cards.length, total })}
          </p>
        )}
      </div>
    </PointerCarry>
  );
}

function tracks(count: number): string {
  return `repeat(${count}, minmax(var(--stage-width), 1fr))`;
}

/** The head of a stage over all lanes, and what is to be said there about cards that are gone. */
function StageHead({ stage }: { stage: Stage }) {
  const column = useColumnView(stage);
  const verdict = useCarried((now) => now?.verdicts[stage].kind ?? null);
  return (
    <section
      className={classes.stageHead}
      aria-labelledby={`lane-column-${stage}`}
      data-stage={stage}
      data-verdict={verdict ?? undefined}
    >
      <ColumnHead column={column} id={`lane-column-${stage}`} />
      {column.orphans.map((notice) => (
        <CardNotice key={notice.cardId} notice={notice} />
      ))}
    </section>
  );
}
