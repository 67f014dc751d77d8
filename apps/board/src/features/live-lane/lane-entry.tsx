import { IconArrowNarrowRight, IconCheck, IconCornerUpLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { LaneItem, LaneKind } from '../../live/live-lane.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { DropDown } from '../../ui/drop-down.tsx';
import { useNow } from '../../ui/now.ts';
import { timeAgo } from '../../ui/time.ts';
import { useBoard } from '../board/board-context.tsx';
import { focusCard } from '../board/focus-card.ts';
import { laneWords } from './lane-words.ts';
import classes from './live-lane.module.css';

/** An item of the lane. Pressed, it leads to its card; one of several cards, to their list. */
export function LaneEntry({ item }: { item: LaneItem }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const words = laneWords(item, t, locale);
  const face = (
    <>
      <Sign kind={item.kind} />
      <span className={classes.words}>{words}</span>
      <time className={classes.ago} dateTime={new Date(item.at).toISOString()}>
        {timeAgo(item.at, now, t, locale)}
      </time>
    </>
  );
  const [first] = item.cards;
  return (
    <li className={classes.item} data-kind={item.kind}>
      {item.cards.length === 1 && first !== undefined ? (
        <ToCard card={first} className={classes.entry}>
          {face}
        </ToCard>
      ) : (
        <DropDown label={words} button={face} className={classes.entry} panelClassName={classes.panel}>
          <ul className={classes.cards}>
            {item.cards.map((card) => (
              <li key={card.id}>
                <ToCard card={card} className={classes.card}>
                  <span className={classes.number}>{card.number}</span> {card.subject}
                </ToCard>
              </li>
            ))}
          </ul>
        </DropDown>
      )}
    </li>
  );
}

/** Leads to a card: to its place on the board when it is there, else to the complaint itself. */
function ToCard({
  card,
  className,
  children,
}: {
  card: LaneItem['cards'][number];
  className: string | undefined;
  children: ReactNode;
}) {
  const board = useBoard();
  return (
    <Link
      to="/complaints/$number"
      params={{ number: card.number }}
      search={(search) => search}
      className={className}
      title={card.subject}
      onClick={(event) => {
        if (board.store.card(card.id) === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        focusCard(board, card.id);
      }}
    >
      {children}
    </Link>
  );
}

function Sign({ kind }: { kind: LaneKind }) {
  switch (kind) {
    case 'breached':
      return <DeadlineRing share={1} tone="breached" />;
    case 'asked':
      return <IconArrowNarrowRight size={15} stroke={1.8} aria-hidden />;
    case 'accepted':
      return <IconCheck size={14} stroke={1.8} aria-hidden />;
    case 'declined':
      return <IconCornerUpLeft size={14} stroke={1.8} aria-hidden />;
  }
}
