import { reasonWords } from './item-name.ts';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/** Why the item came onto the agenda; what still holds of it, the complaint itself says below. */
export function Reasons({ item }: { item: Pick<MeetingItemView, 'reasons'> }) {
  const t = useMeetingT();
  const words = reasonWords(item, t);
  if (words.length === 0) return null;
  return (
    <p className={classes.reasons}>
      {t('meeting.reasons')}
      {words.map((reason) => (
        <span key={reason}>{reason}</span>
      ))}
    </p>
  );
}
