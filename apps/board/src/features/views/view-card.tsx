import { memo } from 'react';
import type { CardView } from '../../live/board-view.ts';
import { CardFace } from '../board/card-face.tsx';
import { CardNotice } from '../board/card-notice.tsx';
import classes from '../board/card-slot.module.css';
import { ClaimButton } from '../board/claim-button.tsx';
import { ContestBand } from '../board/contest-band.tsx';
import { HandoffBand } from '../board/handoff-band.tsx';
import { MarkLabel } from '../board/mark-label.tsx';

/** A card outside its column: what it shows and the answers that it takes in place, but nothing to carry. */
export const ViewCard = memo(function ViewCard({ view }: { view: CardView }) {
  const { card, pending, notice, mark } = view;
  return (
    <article
      className={classes.card}
      data-card={card.number}
      data-stage={card.stage}
      data-breached={card.isBreached || undefined}
      data-pending={pending !== null || undefined}
      data-marked={mark !== null || undefined}
      aria-busy={pending !== null}
    >
      {mark !== null && <MarkLabel mark={mark} />}
      <div className={classes.face}>
        <CardFace card={card} action={card.viewerCan.claim ? <ClaimButton card={card} /> : undefined} />
      </div>
      {card.contestedAt !== null && <ContestBand card={card} since={card.contestedAt} />}
      {card.pendingHandoff !== null && <HandoffBand card={card} handoff={card.pendingHandoff} />}
      {notice !== null && <CardNotice notice={notice} />}
    </article>
  );
});
