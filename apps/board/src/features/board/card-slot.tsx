import { useDraggable } from '@dnd-kit/core';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { memo, Suspense, useCallback, useLayoutEffect, useRef } from 'react';
import { lazyLater } from '../../app/later.ts';
import { lazyPart } from '../../app/parts.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBoard, useCardView } from './board-context.tsx';
import { CardCheck, CardCheckProblem } from './card-check.tsx';
import { CardFace } from './card-face.tsx';
import { onCardKey } from './card-keys.ts';
import { CardNotice } from './card-notice.tsx';
import classes from './card-slot.module.css';
import { ClaimButton } from './claim-button.tsx';
import { ContestBand } from './contest-band.tsx';
import { cancelCarry } from './drop-card.ts';
import { getCarried, useCarriedBy } from './drag-state.ts';
import { HandoffBand } from './handoff-band.tsx';
import { useHeldMove } from './held-move.ts';
import { MarkLabel } from './mark-label.tsx';
import { arriving, registerCardElement } from './travel.ts';
import { useOpenForm } from './use-open-form.ts';

const HandsLabel = lazyLater(async () => (await import('../presence/hands-label.tsx')).HandsLabel);
const HeldMoveForm = lazyPart(async () => (await import('./held-move-form.tsx')).HeldMoveForm);

/** The id of the words that tell how to carry a card by keys; once on the page. */
export const DRAG_HINT_ID = 'board-drag-hint';

/** One card in its column: what it shows, and everything that can be done with it there. */
export const CardSlot = memo(function CardSlot({ id, stage }: { id: string; stage: Stage }) {
  const t = useT();
  const board = useBoard();
  const view = useCardView(id);
  const held = useHeldMove(id);
  const carriedBy = useCarriedBy(id);
  const element = useRef<HTMLElement | null>(null);
  const openForm = useOpenForm();
  const mayMove = view?.card.viewerCan.move ?? false;
  const { setNodeRef, listeners } = useDraggable({ id, disabled: !mayMove });

  const setElement = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      setNodeRef(node);
      registerCardElement(id, node);
    },
    [id, setNodeRef],
  );

  useLayoutEffect(() => {
    if (element.current !== null) arriving(id, element.current);
  });

  if (view === undefined) return null;
  const { card, pending, notice, mark } = view;
  const told = held === null ? undefined : board.store.told(id);
  return (
    <article
      ref={setElement}
      className={classes.card}
      data-card={card.number}
      data-stage={stage}
      data-breached={card.isBreached || undefined}
      data-pending={pending !== null || undefined}
      data-marked={mark !== null || undefined}
      data-carried={carriedBy ?? undefined}
      data-movable={mayMove || undefined}
      aria-busy={pending !== null && held === null}
    >
      {mark === null ? (
        <Suspense fallback={null}>
          <HandsLabel complaintId={id} />
        </Suspense>
      ) : (
        <MarkLabel mark={mark} />
      )}
      <div className={classes.face} {...listeners}>
        <CardFace
          card={card}
          describedBy={mayMove ? DRAG_HINT_ID : undefined}
          action={card.viewerCan.claim ? <ClaimButton card={card} /> : undefined}
          onKeyDown={(event) => onCardKey(event, id, board, t, openForm)}
          onBlur={() => {
            const carried = getCarried();
            if (carried?.cardId === id && carried.by === 'keyboard') cancelCarry(board, t);
          }}
        />
      </div>
      {card.contestedAt !== null && <ContestBand card={card} since={card.contestedAt} />}
      {card.pendingHandoff !== null && <HandoffBand card={card} handoff={card.pendingHandoff} />}
      <CardCheckProblem id={id} />
      <CardCheck id={id} number={card.number} />
      {notice !== null && <CardNotice notice={notice} />}
      {held !== null && told !== undefined && (
        <Suspense fallback={null}>
          <HeldMoveForm card={told} held={held} />
        </Suspense>
      )}
    </article>
  );
});
