import { addMessages } from '../../i18n/catalogue.ts';
import { limitMessages } from '../../i18n/messages/limits.ts';
import { useT } from '../../i18n/use-t.ts';
import classes from './limit-mark.module.css';

addMessages(limitMessages);

/**
 * A limit of the work in progress against what counts towards it: quiet while it holds, framed and in words where it is
 * exceeded.
 * @param before what stands in front of the limit, where the count does not stand there already
 */
export function LimitMark({ count, limit, before }: { count: number; limit: number; before?: string }) {
  const t = useT();
  const isOver = count > limit;
  const words = t(isOver ? 'limits.over' : 'limits.of', { limit, n: count - limit });
  return (
    <span className={classes.limit} data-over={isOver || undefined} title={t('limits.title', { count, limit })}>
      {before !== undefined && `${before} `}
      {isOver && <span className={classes.brief}>{t('limits.of', { limit })}</span>}
      <span className={isOver ? classes.words : undefined}>{words}</span>
    </span>
  );
}
