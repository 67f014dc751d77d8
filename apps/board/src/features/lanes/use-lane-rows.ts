import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CardsRow, LaneRow } from './lanes.ts';

/** The least height of a lane's head, and those of a card with its gaps and of a line before they are measured, in CSS pixels. */
export const LANE_HEAD_HEIGHT = 40;
const CARD_HEIGHT = 124;
const LEAST_HEIGHT = 48;

interface Options {
  rows: readonly LaneRow[];
  scroller: RefObject<HTMLElement | null>;
  /** The card that is carried now. */
  carriedId: string | null;
  /** How much room a line keeps above its cards, in CSS pixels. */
  roomAbove: (row: CardsRow) => number;
  /** How high what stands above the first lane is and stays in sight, in CSS pixels. */
  headsHeight: number;
}

/** The lines of the lanes that are in sight, each as high as the highest of its cards. */
export function useLaneRows({ rows, scroller, carriedId, roomAbove, headsHeight }: Options) {
  const [heights] = useState(() => new Map<string, number>());
  const headRows = useMemo(() => rows.flatMap(({ kind }, index) => (kind === 'head' ? [index] : [])), [rows]);
  const rowOf = useMemo(() => rowOfEach(rows), [rows]);
  const carriedRow = carriedId === null ? undefined : rowOf.get(carriedId);
  // The card that is carried away keeps its element, and with it the pointer's or the keyboard's attention; and so does
  // the head of the lane whose cards are in sight, which stays above them.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (carriedRow !== undefined) shown.add(carriedRow);
      const head = headRows.findLast((index) => index <= range.startIndex);
      if (head !== undefined) shown.add(head);
      return [...shown].sort((a, b) => a - b);
    },
    [carriedRow, headRows],
  );
  const heightOf = (row: LaneRow | undefined) => {
    if (row?.kind !== 'cards') return heights.get(headId(row?.lane.key ?? '')) ?? LANE_HEAD_HEIGHT;
    const cards = cardsOf(row).map((id) => heights.get(id) ?? CARD_HEIGHT);
    return Math.max(LEAST_HEIGHT, ...cards) + roomAbove(row);
  };
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on what the virtualizer returns
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: useCallback(
      (index: number) => {
        const row = rows[index];
        return row === undefined ? index : `${row.lane.key}:${row.kind === 'head' ? 'head' : row.index}`;
      },
      [rows],
    ),
    rangeExtractor,
    overscan: 4,
    // Above the rows stand the heads of the stages, and over them the head of the lane.
    scrollPaddingStart: LANE_HEAD_HEIGHT,
    scrollPaddingEnd: headsHeight,
  });
  /** Where a row begins, in CSS pixels below the top of the first; where all of them end for one that is not there. */
  const startOf = (index: number | undefined) => {
    const end = virtualizer.getTotalSize();
    return (index === undefined ? undefined : virtualizer.measurementsCache[index]?.start) ?? end;
  };
  const headOf = (key: string) => headRows.find((index) => rows[index]?.lane.key === key);

  const latest = useRef({ heightOf, rowOf, rows });
  const inSight = useRef<{ lane: string; start: number } | null>(null);
  useLayoutEffect(() => {
    const was = inSight.current;
    // Lines hold other cards now: they are as high as those.
    virtualizer.measure();
    const head = was === null ? undefined : headOf(was.lane);
    // What came and went in lanes above does not move what one looks at.
    const { current } = scroller;
    if (was !== null && head !== undefined && current !== null && current.scrollTop > 0) {
      current.scrollTop += startOf(head) - was.start;
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once for each other picture
  }, [rows, virtualizer]);
  useLayoutEffect(() => {
    latest.current = { heightOf, rowOf, rows };
    const head = headRows.findLast((index) => index <= (virtualizer.range?.startIndex ?? 0));
    const lane = head === undefined ? undefined : rows[head]?.lane.key;
    inSight.current = lane === undefined ? null : { lane, start: startOf(head) };
  });
  const onHeight = useCallback(
    (id: string, height: number) => {
      heights.set(id, height);
      const now = latest.current;
      const index = now.rowOf.get(id);
      if (index !== undefined) virtualizer.resizeItem(index, now.heightOf(now.rows[index]));
    },
    [heights, virtualizer],
  );
  /** Where the lane of a head ends. */
  const endOf = (head: number) => startOf(headRows[headRows.indexOf(head) + 1]);
  return { virtualizer, startOf, headOf, endOf, onHeight };
}

/** The name under which the height of a lane's head is told. */
export function headId(lane: string): string {
  return `head ${lane}`;
}

/** The cards of a line. */
function cardsOf({ lane, index }: CardsRow): string[] {
  return [...lane.cells.values()].flatMap((ids) => ids[index] ?? []);
}

function rowOfEach(rows: readonly LaneRow[]): ReadonlyMap<string, number> {
  const idsOf = (row: LaneRow) => (row.kind === 'cards' ? cardsOf(row) : [headId(row.lane.key)]);
  return new Map(rows.flatMap((row, at) => idsOf(row).map((id) => [id, at] as const)));
}
