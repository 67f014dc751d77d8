import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime, span, usedShare } from '../../ui/time.ts';
import type { DeadlineTone } from '../../ui/time.ts';
import type { DeadlineView } from './complaint-documents.ts';
import classes from './sections.module.css';

const PLACE: Record<DeadlineView['state'], number> = { OPEN: 0, PAUSED: 1, MET: 2, ENDED: 2 };

/** Every clock of the complaint: what runs, by what is due first; what a hold pauses; then what was met or ended. */
export function DeadlineList({ deadlines, round }: { deadlines: readonly DeadlineView[]; round: number }) {
  const t = useT();
  if (deadlines.length === 0) return <p className={classes.empty}>{t('complaint.noDeadlines')}</p>;
  const sorted = deadlines.toSorted((a, b) => PLACE[a.state] - PLACE[b.state] || (a.dueAt < b.dueAt ? -1 : 1));
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
  const share = open ? usedShare(deadline, now) : deadline.state === 'PAUSED' ? 0 : 1;
  const stopped = deadline.metAt ?? deadline.endedAt;

  const outcome = () => {
    if (open) return countdown(deadline.dueAt, now, t);
    if (deadline.state === 'PAUSED') return t('complaint.deadline.paused');
    if (deadline.state === 'ENDED') return t('complaint.deadline.ended');
    const late = stopped === null ? 0 : Date.parse(stopped) - Date.parse(deadline.dueAt);
    return deadline.isBreached ? t('complaint.deadline.late', { span: span(late, t) }) : t('complaint.deadline.met');
  };
  return (
    <li className={classes.deadline} data-tone={tone}>
      <DeadlineRing share={share} tone={tone} />
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
