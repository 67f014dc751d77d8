import { LoadingLines } from './loading-lines.tsx';
import classes from './page-loader.module.css';

/** A page that is on its way. */
export function PageLoader() {
  return (
    <div className={classes.root}>
      <LoadingLines heights={[32, 72, 72, 72, 72]} />
    </div>
  );
}
