import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { Words } from './words.tsx';

/** Who asked for the item before the meeting, and what they asked. */
export function Asked({ item: { askedBy, note } }: { item: Pick<MeetingItemView, 'askedBy' | 'note'> }) {
  const t = useMeetingT();
  if (askedBy === null) return null;
  return (
    <div>
      <p className={classes.asked}>{t('meeting.askedBy', { name: askedBy.name })}</p>
      {note !== null && <Words>{note}</Words>}
    </div>
  );
}
