import {
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { CollisionDetection } from '@dnd-kit/core';
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useBoard, useCardView } from './board-context.tsx';
import { CardFace } from './card-face.tsx';
import slotClasses from './card-slot.module.css';
import { slotUnder } from './column-geometry.ts';
import { carryTo } from './drag-state.ts';
import { cancelCarry, dropCarried, liftCard } from './drop-card.ts';
import { swallowNextClick } from './swallow-click.ts';

/** Cards stand still while they are carried over: columns alone are measured, and only then. */
const measuring = { droppable: { strategy: MeasuringStrategy.WhileDragging } };
/** The pointer is carried by dnd-kit, keys by keyboard-carry.ts, and both are announced there. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  // Its own are in English, and about keys that are not ours.
  screenReaderInstructions: { draggable: '' },
};

/** Cards that the pointer carries, and the copy that follows it. */
export function PointerCarry({ children }: { children: ReactNode }) {
  const t = useT();
  const board = useBoard();
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A touch that scrolls is not a drag: only one that rests lifts a card.
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  );
  const collision = useMemo<CollisionDetection>(
    () =>
      ({ pointerCoordinates }) => {
        pointer.current = pointerCoordinates;
        const slot = pointerCoordinates === null ? null : slotUnder(pointerCoordinates);
        return slot === null ? [] : [{ id: slot.stage }];
      },
    [],
  );
  const follow = () => carryTo(pointer.current === null ? null : slotUnder(pointer.current));
  const finish = (end: () => void) => {
    setActiveId(null);
    swallowNextClick();
    end();
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collision}
      measuring={measuring}
      accessibility={silent}
      onDragStart={({ active }) => {
        if (liftCard(board, String(active.id), 'pointer', t)) setActiveId(String(active.id));
      }}
      onDragMove={follow}
      onDragEnd={() =>
        finish(() => {
          follow();
          dropCarried(board, t);
        })
      }
      onDragCancel={() => finish(() => cancelCarry(board, t))}
    >
      {children}
      <DragOverlay dropAnimation={null} zIndex={200}>
        {activeId !== null && <LiftedCard id={activeId} />}
      </DragOverlay>
    </DndContext>
  );
}

/** The copy that follows the pointer. */
function LiftedCard({ id }: { id: string }) {
  const view = useCardView(id);
  if (view === undefined) return null;
  return (
    <div
      className={`${slotClasses.card} ${slotClasses.lifted}`}
      data-breached={view.card.isBreached || undefined}
      inert
    >
      <div className={slotClasses.face}>
        <CardFace card={view.card} />
      </div>
    </div>
  );
}
