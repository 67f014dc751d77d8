import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { getRouteApi } from '@tanstack/react-router';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
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
import { LaneCells } from './lane-cells.tsx';
import { LaneHead } from './lane-head.tsx';
import { LaneSlot } from './lane-slot.tsx';
import classes from './lanes.module.css';
import { laneKey, laneRows, lanesOf } from './lanes.ts';
import type { CardsRow, Lane, LaneRow } from './lanes.ts';
import type { LaneKind } from './lane-kinds.ts';
import { limitsOf } from './lane-limits.ts';
import { laneName } from './lane-name.ts';
import { useHeight } from './use-height.ts';
import { LANE_HEAD_HEIGHT, useLaneRows } from './use-lane-rows.ts';

addMessages(laneMessages);

const boardRoute = getRouteApi('/signed-in/board');

/** The room that a lane's limits take above its first cards, in CSS pixels. */
const LIMIT_HEIGHT = 24;

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
  const search = boardRoute.useSearch();
  const viewer = useViewer();
  const isWhole = cards.length >= total;
  const limitOf = useMemo(() => limitsOf(by, search, viewer, isWhole), [by, search, viewer, isWhole]);
  const rows = useMemo(() => laneRows(lanes, folded), [lanes, folded]);
  const laneOf = (cardId: string) => {
    const card = store.card(cardId)?.card;
    return card === undefined ? undefined : laneKey(card, by, order.upper);
  };

  const heads = useRef<HTMLDivElement>(null);
  const headsHeight = useHeight(heads);
  const carriedId = useCarried((now) => now?.cardId ?? null);
  const roomAbove = (row: CardsRow) =>
    row.index === 0 && shown.some((stage) => limitOf(row.lane.key, stage) !== null) ? LIMIT_HEIGHT : 0;
  const { virtualizer, startOf, headOf, endOf, onHeight } = useLaneRows({
    rows,
    scroller,
    carriedId,
    roomAbove,
    headsHeight,
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
    // Folded from amid its cards, it is still what one looks at.
    const start = startOf(headOf(key));
    if ((virtualizer.scrollOffset ?? 0) > start) virtualizer.scrollToOffset(start);
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  };
  const lanesInSight = byLane(rows, virtualizer.getVirtualItems());
  return (
    <PointerCarry>
      <div
        ref={scroller}
        className={classes.scroller}
        tabIndex={-1}
        style={{ '--heads-height': `${headsHeight}px`, '--lane-head-height': `${LANE_HEAD_HEIGHT}px` } as CSSProperties}
      >
        <div ref={heads} className={classes.heads} style={{ gridTemplateColumns: tracks(shown.length) }}>
          {shown.map((stage) => (
            <StageHead key={stage} stage={stage} />
          ))}
        </div>
        <div
          ref={sizer}
          className={classes.sizer}
          style={{ height: virtualizer.getTotalSize(), minWidth: `calc(${shown.length} * var(--stage-width))` }}
        >
          {lanesInSight.flatMap(({ lane, head, lines }) => [
            head !== null && (
              <div
                key={`head ${lane.key}`}
                className={classes.lane}
                style={{ top: head.start, height: endOf(head.index) - head.start }}
              >
                <LaneHead lane={lane} by={by} isFolded={folded.has(lane.key)} onFold={fold} onHeight={onHeight} />
              </div>
            ),
            ...lines.map(({ row, start, size }) => (
              <div
                key={`line ${lane.key} ${row.index}`}
                className={classes.row}
                style={{ transform: `translateY(${start}px)`, height: size }}
              >
                <LaneCells row={row} by={by} stages={shown} tracks={tracks(shown.length)} limitOf={limitOf} />
              </div>
            )),
            ...shown.flatMap((stage, column) =>
              lines.map(({ row, start }) => {
                const id = lane.cells.get(stage)?.[row.index];
                return id === undefined ? null : (
                  <LaneSlot
                    key={id}
                    id={id}
                    stage={stage}
                    top={start + roomAbove(row)}
                    column={column}
                    columns={shown.length}
                    onHeight={onHeight}
                  />
                );
              }),
            ),
          ])}
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

/** A lane of which something is in sight, with those of its lines that are. */
interface LaneInSight {
  lane: Lane;
  head: VirtualItem | null;
  lines: { row: CardsRow; start: number; size: number }[];
}

function byLane(rows: readonly LaneRow[], inSight: readonly VirtualItem[]): LaneInSight[] {
  const lanes = new Map<string, LaneInSight>();
  for (const item of inSight) {
    const row = rows[item.index];
    if (row === undefined) continue;
    const at: LaneInSight = lanes.get(row.lane.key) ?? { lane: row.lane, head: null, lines: [] };
    lanes.set(row.lane.key, at);
    if (row.kind === 'head') at.head = item;
    else at.lines.push({ row, start: item.start, size: item.size });
  }
  return [...lanes.values()];
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
