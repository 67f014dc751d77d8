import { reasonWords } from './item-name.ts';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/** Why the item is on the agenda. */
export function Reasons({ item }: { item: Pick<MeetingItemView, 'reasons'> }) {
  const t = useMeetingT();
  return (
    <ul className={classes.reasons}>
      {reasonWords(item, t).map((reason, i) => (
        <li key={reason} data-reason={item.reasons[i]}>
          {reason}
        </li>
      ))}
    </ul>
  );
}
