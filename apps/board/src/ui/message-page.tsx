import type { ReactNode } from 'react';
import classes from './message-page.module.css';

/** A page that has only something to say: what happened, and what to do about it. */
export function MessagePage({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.root}>
      <div className={classes.box}>
        <h1 className={classes.title}>{title}</h1>
        {text !== undefined && <p className={classes.text}>{text}</p>}
        {children !== undefined && <div className={classes.actions}>{children}</div>}
      </div>
    </div>
  );
}
