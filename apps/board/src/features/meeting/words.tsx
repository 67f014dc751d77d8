import classes from './words.module.css';

/** What somebody said, in their words and with their line breaks. */
export function Words({ children }: { children: string }) {
  return <p className={classes.words}>{children}</p>;
}
