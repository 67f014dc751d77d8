/** Where the columns and their cards stand on the screen, for whoever carries a card over them. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import { getArrangement } from './arrangement.ts';
import type { Slot } from './drag-state.ts';

interface ColumnGeometry {
  element: HTMLElement;
  /** The slot at a height of the viewport, in CSS pixels. */
  slotAt: (clientY: number) => number;
  /** Brings a slot into sight. */
  reveal: (index: number) => void;
}

const columns = new Map<Stage, ColumnGeometry>();

/** Called by each column; the returned function takes it back. */
export function registerColumn(stage: Stage, geometry: ColumnGeometry): () => void {
  columns.set(stage, geometry);
  return () => {
    if (columns.get(stage) === geometry) columns.delete(stage);
  };
}

/** The column under a point: the pointer's column alone decides, however high or low it is. */
export function slotUnder(point: { x: number; y: number }): Slot | null {
  const arrangement = getArrangement();
  if (arrangement !== null) return arrangement.slotUnder(point);
  for (const [stage, { element, slotAt }] of columns) {
    const { left, right } = element.getBoundingClientRect();
    if (point.x >= left && point.x < right) return { stage, index: slotAt(point.y) };
  }
  return null;
}

/** Brings a slot that a card may go to, or stands in, into sight; sideways too. */
export function revealSlot(cardId: string, stage: Stage, index: number): void {
  const arrangement = getArrangement();
  if (arrangement !== null) {
    arrangement.reveal(cardId, stage, index);
    return;
  }
  const column = columns.get(stage);
  column?.reveal(index);
  column?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
