import { useT } from '../../i18n/use-t.ts';
import { liveMessages } from '../../i18n/messages/live.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { CardMark } from '../../live/marks.ts';
import classes from './mark-label.module.css';

/** Who has just changed the card, and how: for two seconds, at its edge. Not announced: on a busy board that never ends. */
export function MarkLabel({ mark }: { mark: CardMark }) {
  const t = useT();
  const name = mark.actorName ?? t('unit.system');
  return <span className={classes.label}>{t(keyOf(mark.type), { name })}</span>;
}

/** Events that this board has no words for yet are changes. */
function keyOf(type: string): MessageKey {
  const key = `live.did.${type}`;
  return key in liveMessages.en ? (key as MessageKey) : 'live.did.OTHER';
}
