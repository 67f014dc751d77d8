import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { presenceMessages } from '../../i18n/messages/presence.ts';
import { useT } from '../../i18n/use-t.ts';
import { DropDown } from '../../ui/drop-down.tsx';
import { initials } from '../../ui/initials.ts';
import { useCurrentBoard } from '../board/current-board.ts';
import classes from './presence-faces.module.css';
import { linkPresence } from './presence-link.ts';
import { useOthers } from './presence-store.ts';
import type { Here } from './presence-store.ts';

addMessages(presenceMessages);

/** So many faces show; the others are counted. */
const FACES = 4;

/** Who else is on the board; opened, at which card each of them is. Nothing where no board is open. */
export function PresenceFaces() {
  const t = useT();
  const { id } = useViewer().member;
  const isOpen = useCurrentBoard() !== null;
  const others = useOthers();
  useEffect(() => (isOpen ? linkPresence(id) : undefined), [isOpen, id]);
  if (others.length === 0) return null;
  const words = t('presence.count', { n: others.length });
  return (
    <DropDown
      label={t('presence.title')}
      align="end"
      className={classes.faces}
      panelClassName={classes.panel}
      button={
        <>
          <span className={classes.spoken}>{words}</span>
          {others.slice(0, FACES).map((here) => (
            <span key={here.memberId} className={classes.face} data-busy={isAtWork(here) || undefined} aria-hidden>
              {initials(here.name)}
            </span>
          ))}
          {others.length > FACES && (
            <span className={classes.face} aria-hidden>
              +{others.length - FACES}
            </span>
          )}
        </>
      }
    >
      <h2 className={classes.title}>{words}</h2>
      <ul className={classes.people}>
        {others.map((here) => (
          <li key={here.memberId}>
            <span className={classes.face} data-busy={isAtWork(here) || undefined} aria-hidden>
              {initials(here.name)}
            </span>
            <span className={classes.name}>{here.name}</span>
            <Whereabouts here={here} />
          </li>
        ))}
      </ul>
    </DropDown>
  );
}

function isAtWork({ activity }: Here): boolean {
  return activity === 'MOVING' || activity === 'EDITING';
}

/** At which card. Its number is known where the card is on this board. */
function Whereabouts({ here: { complaintId, activity } }: { here: Here }) {
  const t = useT();
  const board = useCurrentBoard();
  if (complaintId === null || activity === 'AWAY') return <span className={classes.at}>{t('presence.atBoard')}</span>;
  const number = board?.store.card(complaintId)?.card.number;
  if (number === undefined) return <span className={classes.at}>{t('presence.elsewhere')}</span>;
  return (
    <Link to="/complaints/$number" params={{ number }} search={(search) => search} className={classes.at}>
      {t(`presence.${activity}`, { number })}
    </Link>
  );
}
