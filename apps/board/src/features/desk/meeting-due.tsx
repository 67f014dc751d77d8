import { useLocale } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, deadlineTone, fullTime } from '../../ui/time.ts';
import type { MeetingEntry } from '../inbox/inbox-documents.ts';
import classes from './desk-line.module.css';
import { useDeskT } from './use-desk-t.ts';

/** By when a decision is to be seen to, or when the meeting begins. */
export function MeetingDue({ entry: { kind, at, decision, meetsAt } }: { entry: MeetingEntry }) {
  const t = useDeskT();
  const locale = useLocale();
  const now = useNow('minute');
  const dueAt = meetsAt ?? decision?.dueAt ?? null;
  if (dueAt === null) return null;
  // That it was to be some time ago is no news of a date any more.
  if (kind === 'MEETING_DATE_CHANGED' && new Date(dueAt).getTime() <= now) return null;
  const isOver = decision !== null && new Date(dueAt).getTime() <= now;
  const startedAt = decision?.at ?? at;
  const tone = decision?.doneAt == null ? deadlineTone({ startedAt, dueAt, isBreached: isOver }, now) : 'calm';
  return (
    <time className={classes.due} data-tone={tone} dateTime={dueAt} title={fullTime(dueAt, locale)}>
      {t(decision === null ? 'desk.begins' : 'desk.due')} {countdown(dueAt, now, t)}
    </time>
  );
}
