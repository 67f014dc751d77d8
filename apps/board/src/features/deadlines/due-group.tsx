import { Link } from '@tanstack/react-router';
import { useDigits } from '../../i18n/use-digits.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentColor, departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { countdown, deadlineTone, fullTime, usedShare } from '../../ui/time.ts';
import classes from './deadlines.module.css';
import { stepName } from './step-name.ts';
import type { Due, Reach, Step } from './time-line.ts';

/** More are not shown in one group: whoever has so many narrows the board. */
const MOST = 100;

interface Props {
  id: string;
  reach: Reach;
  /** Null: what is breached already. */
  step: Step | null;
  dues: readonly Due[];
}

/** The cards whose clocks end within one step, the first on top. */
export function DueGroup({ id, reach, step, dues }: Props) {
  const digits = useDigits();
  const t = useT();
  const locale = useLocale();
  const now = useNow('second');
  const name = step === null ? t('views.deadlines.over') : stepName(step, reach, locale).whole;
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id} className={classes.groupName} tabIndex={-1}>
        {name} <span className={classes.groupCount}>{digits(dues.length)}</span>
      </h2>
      <ul className={classes.list}>
        {dues.slice(0, MOST).map((due) => (
          <li key={due.view.card.id}>
            <DueLine due={due} now={now} />
          </li>
        ))}
      </ul>
      {dues.length > MOST && <p className={classes.hint}>{t('views.more', { n: dues.length - MOST })}</p>}
    </section>
  );
}

/** One card: by when, which clock, what it is, and who has it. The whole line is the link. */
function DueLine({ due: { view }, now }: { due: Due; now: number }) {
  const t = useT();
  const locale = useLocale();
  const { card, mark } = view;
  const deadline = card.nextDeadline;
  if (deadline === null) return null;
  const tone = deadlineTone(deadline, now);
  return (
    <Link
      to="/complaints/$number"
      params={{ number: card.number }}
      search={(search) => search}
      className={classes.line}
      data-card={card.number}
      data-marked={mark !== null || undefined}
    >
      <time className={classes.due} data-tone={tone} dateTime={deadline.dueAt} title={fullTime(deadline.dueAt, locale)}>
        <DeadlineRing share={usedShare(deadline, now)} tone={tone} />
        {countdown(deadline.dueAt, now, t)}
      </time>
      <span className={classes.kind}>{t(`deadline.${deadline.kind}`)}</span>
      <span className={classes.what}>
        <SeverityMark severity={card.severity} />
        <span className={classes.number}>{card.number}</span>
        <span className={classes.subject}>{card.subject}</span>
      </span>
      <span className={classes.stage}>{t(`stage.${card.stage}`)}</span>
      <span className={classes.who}>
        {card.department === null ? (
          t('unit.unrouted')
        ) : (
          <>
            <span className={classes.dot} style={{ background: departmentColor(card.department.code) }} />
            {departmentName(card.department, locale)}
          </>
        )}
        {card.assignee !== null && <span className={classes.person}>{card.assignee.name}</span>}
      </span>
    </Link>
  );
}
