import type { ReactNode } from 'react';
import classes from './message-page.module.css';

/**
 * A page that has only something to say: what happened, and what to do about it. `whole`: it is all there is on screen,
 * so it is the main part of it; otherwise it stands inside a page or a drawer.
 */
export function MessagePage({
  title,
  text,
  whole = false,
  children,
}: {
  title: string;
  text?: ReactNode;
  whole?: boolean;
  children?: ReactNode;
}) {
  const Root = whole ? 'main' : 'div';
  return (
    <Root className={classes.root}>
      <div className={classes.box}>
        <h1 className={classes.title}>{title}</h1>
        {text !== undefined && <p className={classes.text}>{text}</p>}
        {children !== undefined && <div className={classes.actions}>{children}</div>}
      </div>
    </Root>
  );
}
