import { useT } from '../../i18n/use-t.ts';
import { span } from '../../ui/time.ts';
import type { Flow } from './wall-documents.ts';
import classes from './wall.module.css';

const MINUTE = 60_000;

/** How long something took on average over the last week, against how long it was given. */
export function Pace({ title, pace }: { title: string; pace: Flow['week']['claim'] | null }) {
  const t = useT();
  const mean = pace?.meanMinutes ?? null;
  const target = pace?.targetMinutes ?? null;
  const isOver = mean !== null && target !== null && mean > target;
  return (
    <div className={classes.figure} data-over={isOver || undefined}>
      <div className={classes.label}>{title}</div>
      <div className={classes.value}>{mean === null ? '–' : span(mean * MINUTE, t)}</div>
      {mean !== null && target !== null && pace !== null && (
        <>
          <Meter share={mean / target} />
          <div className={classes.more}>
            {t(isOver ? 'wall.overTarget' : 'wall.target', { target: span(target * MINUTE, t) })}
            {' · '}
            {t('wall.inTime', { percent: Math.round((pace.inTime / Math.max(1, pace.count)) * 100) })}
          </div>
        </>
      )}
    </div>
  );
}

/** The mean against the target, which is the mark at two thirds. */
function Meter({ share }: { share: number }) {
  return (
    <svg className={classes.meter} viewBox="0 0 150 10" preserveAspectRatio="none" aria-hidden>
      <rect width="150" height="10" rx="2" fill="var(--line)" />
      <rect width={Math.min(150, share * 100)} height="10" rx="2" fill="var(--ink-soft)" />
      <rect x="99" width="2" height="10" fill="var(--accent)" />
    </svg>
  );
}
