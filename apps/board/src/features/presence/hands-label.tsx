import { addMessages } from '../../i18n/catalogue.ts';
import { presenceMessages } from '../../i18n/messages/presence.ts';
import { useT } from '../../i18n/use-t.ts';
import classes from '../board/mark-label.module.css';
import { useHandsOn } from './presence-store.ts';

addMessages(presenceMessages);

/** Who else has their hands on this card now, at its edge. Not announced: it says nothing that must be acted on. */
export function HandsLabel({ complaintId }: { complaintId: string }) {
  const t = useT();
  const here = useHandsOn(complaintId);
  if (here === null) return null;
  const isMoving = here.activity === 'MOVING';
  return (
    <span className={`${classes.label} ${classes.hands}`} data-hands={here.activity}>
      {t(isMoving ? 'presence.moving' : 'presence.editing', { name: here.name })}
    </span>
  );
}
