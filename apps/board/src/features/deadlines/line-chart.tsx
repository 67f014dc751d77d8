import { SEVERITIES } from '@redress/domain/rules/vocabulary';
import type { CSSProperties } from 'react';
import { useDigits } from '../../i18n/use-digits.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { clockTime } from '../../ui/time.ts';
import classes from './deadlines.module.css';
import { stepName } from './step-name.ts';
import { REACHES } from './time-line.ts';
import type { Due, Reach, TimeLine } from './time-line.ts';

/** So many steps have room on a phone for their times and figures side by side. */
const FEW = 7;

interface Props {
  line: TimeLine;
  reach: Reach;
  /** Leads to the cards behind a bar. */
  onPick: (of: 'over' | number) => void;
}

/** The line: a bar for each step, as high as it holds cards; in front of it what is breached; and the now, which moves. */
export function LineChart({ line, reach, onPick }: Props) {
  const t = useT();
  const locale = useLocale();
  const most = Math.max(1, line.over.length, ...line.steps.map(({ dues }) => dues.length));
  return (
    <div className={classes.chart}>
      <div className={classes.over}>
        <Bar
          dues={line.over}
          most={most}
          isBreached
          label={t('views.deadlines.overCount', { n: line.over.length })}
          onPick={() => onPick('over')}
        />
        <span className={classes.tick}>{t('views.deadlines.over')}</span>
      </div>
      <ol className={classes.steps} data-dense={line.steps.length > FEW || undefined}>
        {line.steps.map((step) => {
          const name = stepName(step, reach, locale);
          return (
            <li key={step.from} className={classes.step}>
              <Bar
                dues={step.dues}
                most={most}
                label={t('views.deadlines.step', { name: name.whole, n: step.dues.length })}
                onPick={() => onPick(step.from)}
              />
              <span className={classes.tick} aria-hidden>
                {name.tick}
              </span>
            </li>
          );
        })}
        <Now start={line.steps[0]?.from ?? 0} reach={reach} count={line.steps.length} />
      </ol>
    </div>
  );
}

interface BarProps {
  dues: readonly Due[];
  most: number;
  label: string;
  isBreached?: boolean;
  onPick: () => void;
}

/** How many end in a step, with the grave ones told apart by their shapes. */
function Bar({ dues, most, label, isBreached = false, onPick }: BarProps) {
  const digits = useDigits();
  const share: CSSProperties = { blockSize: `${(dues.length / most) * 100}%` };
  const grave = SEVERITIES.filter((severity) => severity !== 'GENERAL').toReversed();
  return (
    <button type="button" className={classes.column} disabled={dues.length === 0} onClick={onPick}>
      <span className={classes.spoken}>{label}</span>
      <span className={classes.marks} aria-hidden>
        {grave.map((severity) => {
          const n = dues.filter(({ view }) => view.card.severity === severity).length;
          return (
            n > 0 && (
              <span key={severity} className={classes.mark}>
                <SeverityMark severity={severity} size={10} />
                <span>{n}</span>
              </span>
            )
          );
        })}
      </span>
      {dues.length > 0 && (
        <span className={classes.barCount} aria-hidden>
          {isBreached && <DeadlineRing share={1} tone="breached" size={12} />}
          {digits(dues.length)}
        </span>
      )}
      <span className={classes.fill} data-breached={isBreached || undefined} style={share} />
    </button>
  );
}

function Now({ start, reach, count }: { start: number; reach: Reach; count: number }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('second');
  const share = (now - start) / (REACHES[reach].step * count);
  return (
    <li className={classes.now} style={{ insetInlineStart: `${Math.min(1, Math.max(0, share)) * 100}%` }}>
      <span>{t('views.deadlines.now', { at: clockTime(now, locale) })}</span>
    </li>
  );
}
