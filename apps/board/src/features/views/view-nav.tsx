import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link, useLocation, useMatch } from '@tanstack/react-router';
import { addMessages } from '../../i18n/catalogue.ts';
import { viewMessages } from '../../i18n/messages/views.ts';
import { useT } from '../../i18n/use-t.ts';
import { DropDown } from '../../ui/drop-down.tsx';
import classes from './view-nav.module.css';

addMessages(viewMessages);

/** The ways of looking at the complaints, in the order in which the header offers them; undefined is the board. */
const VIEWS = [undefined, 'handoffs', 'deadlines', 'table', 'wall'] as const;

/** Whether a view of the board is what one looks at. The desk covers it. */
function useIsOnBoard(): boolean {
  const board = useMatch({ from: '/signed-in/board', shouldThrow: false });
  const desk = useMatch({ from: '/signed-in/board/desk', shouldThrow: false });
  return board !== undefined && desk === undefined;
}

/** The way between the views: side by side where there is room, in a list that drops down where there is not. */
export function ViewNav() {
  const t = useT();
  const search = useLocation({ select: (location) => location.search });
  const isOnBoard = useIsOnBoard();
  const nameOf = (view: (typeof VIEWS)[number]) => t(`views.${view ?? 'board'}`);
  const here = VIEWS.find((view) => view === search.view);
  const ways = VIEWS.map((view) => (
    <Link
      key={view ?? 'board'}
      to="/"
      search={(before) => ({ ...before, view })}
      className={classes.way}
      // A complaint may lie over the view; what the address says of the view decides which is shown.
      activeOptions={{ exact: !isOnBoard, includeSearch: true, explicitUndefined: true }}
    >
      {nameOf(view)}
      <IconCheck size={14} stroke={2} aria-hidden className={classes.check} />
    </Link>
  ));
  ways.push(
    <Link key="meetings" to="/meetings" className={classes.way}>
      {t('views.meetings')}
      <IconCheck size={14} stroke={2} aria-hidden className={classes.check} />
    </Link>,
  );
  return (
    <>
      <nav className={classes.row} aria-label={t('views.nav')}>
        {ways}
      </nav>
      <div className={classes.drop}>
        <DropDown
          label={t('views.nav')}
          className={classes.opener}
          panelClassName={classes.panel}
          button={
            <>
              {isOnBoard ? nameOf(here) : t('views.nav')}
              <IconChevronDown size={14} stroke={1.8} aria-hidden />
            </>
          }
        >
          {ways}
        </DropDown>
      </div>
    </>
  );
}
