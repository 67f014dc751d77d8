import { useLocale } from '../../i18n/use-t.ts';
import { clockTime, fullTime } from '../../ui/time.ts';
import { itemRecord } from './item-record.ts';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/** What stands in the minutes of an item so far. */
export function Recorded({ item, empty }: { item: MeetingItemView; empty?: string }) {
  const t = useMeetingT();
  const locale = useLocale();
  const lines = itemRecord(item, t, locale);
  if (lines.length === 0) return <p className={classes.empty}>{empty ?? t('meeting.nothingRecorded')}</p>;
  return (
    <ol className={classes.record}>
      {lines.map(({ key, at, who, line, words, task }) => (
        <li key={key}>
          <div className={classes.recordHead}>
            <time dateTime={at} title={fullTime(at, locale)}>
              {clockTime(at, locale)}
            </time>{' '}
            <strong>{who}</strong> {line}
          </div>
          {words !== null && <p className={classes.words}>{words}</p>}
          {task !== '' && <div className={classes.task}>{task}</div>}
        </li>
      ))}
    </ol>
  );
}
