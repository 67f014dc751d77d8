import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime, span, usedShare } from '../../ui/time.ts';
import type { DeadlineTone } from '../../ui/time.ts';
import type { DeadlineView } from './complaint-documents.ts';
import classes from './sections.module.css';

/** Every clock of the complaint: the open ones first, by what is due first; then what was met, breached or ended. */
export function DeadlineList({ deadlines, round }: { deadlines: readonly DeadlineView[]; round: number }) {
  const t = useT();
  if (deadlines.length === 0) return <p className={classes.empty}>{t('complaint.noDeadlines')}</p>;
  const sorted = deadlines.toSorted(
    (a, b) => Number(b.state === 'OPEN') - Number(a.state === 'OPEN') || (a.dueAt < b.dueAt ? -1 : 1),
  );
  return (
    <ul className={classes.list}>
      {sorted.map((deadline) => (
        <DeadlineLine key={deadline.id} deadline={deadline} ofEarlierRound={deadline.round !== round} />
      ))}
    </ul>
  );
}

function DeadlineLine({ deadline, ofEarlierRound }: { deadline: DeadlineView; ofEarlierRound: boolean }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('second');
  const open = deadline.state === 'OPEN';
  const tone: DeadlineTone = open ? deadlineTone(deadline, now) : deadline.isBreached ? 'breached' : 'calm';
  const stopped = deadline.metAt ?? deadline.endedAt;

  const outcome = () => {
    if (open) return countdown(deadline.dueAt, now, t);
    if (deadline.state === 'ENDED') return t('complaint.deadline.ended');
    const late = stopped === null ? 0 : Date.parse(stopped) - Date.parse(deadline.dueAt);
    return deadline.isBreached ? t('complaint.deadline.late', { span: span(late, t) }) : t('complaint.deadline.met');
  };
  return (
    <li className={classes.deadline} data-tone={tone}>
      <DeadlineRing share={open ? usedShare(deadline, now) : 1} tone={tone} />
      <span>
        {t(`deadline.${deadline.kind}`)}
        <span className={classes.dim}>
          {deadline.department && ` · ${departmentName(deadline.department, locale)}`}
          {ofEarlierRound && ` · ${t('complaint.round', { n: deadline.round })}`}
        </span>
      </span>
      <time className={classes.due} dateTime={deadline.dueAt} title={fullTime(deadline.dueAt, locale)}>
        {outcome()}
      </time>
    </li>
  );
}
