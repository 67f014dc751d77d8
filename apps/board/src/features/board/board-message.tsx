import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './board-message.module.css';

/** Said in place of the cards: nothing here, or nothing came; and what to do. */
export function BoardMessage({
  children,
  action,
}: {
  children: ReactNode;
  action?: { label: string; run: () => void };
}) {
  return (
    <div className={classes.message} role="status">
      <p className={classes.words}>{children}</p>
      {action !== undefined && (
        <Button size="sm" variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
