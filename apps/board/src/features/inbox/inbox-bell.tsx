import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import classes from './inbox-bell.module.css';
import { useInbox } from './inbox-live.ts';

/** More than so many are not told apart at a glance. */
const MOST = 99;

/** The way to the desk, with how much waits there. */
export function InboxBell() {
  const t = useT();
  const { waiting } = useInbox();
  const count = waiting ?? 0;
  const words = t('board.inbox', { n: count });
  return (
    <Link to="/desk" search={(search) => search} className={classes.bell} aria-label={words} title={words}>
      <IconBell size={20} stroke={1.8} aria-hidden />
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
