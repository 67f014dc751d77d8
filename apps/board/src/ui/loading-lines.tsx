import { Skeleton } from '@mantine/core';
import { useT } from '../i18n/use-t.ts';
import classes from './loading-lines.module.css';

/** In the place of what is on its way: a shape for each thing that will stand there, by its height in pixels. */
export function LoadingLines({ heights }: { heights: readonly number[] }) {
  const t = useT();
  return (
    <div className={classes.lines} role="status" aria-label={t('common.loading')}>
      {heights.map((height, at) => (
        // They are all alike, and never change places.
        <Skeleton key={at} height={height} />
      ))}
    </div>
  );
}
