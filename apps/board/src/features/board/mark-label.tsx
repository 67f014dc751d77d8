import { catalogue } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { CardMark } from '../../live/marks.ts';
import classes from './mark-label.module.css';

/** Who has just changed the card, and how: for two seconds, at its edge. Not announced: on a busy board that never ends. */
export function MarkLabel({ mark }: { mark: CardMark }) {
  const t = useT();
  const locale = useLocale();
  const name = mark.actorName ?? t('unit.system');
  // Events that this board has no words for yet are changes.
  const key = `live.did.${mark.type}`;
  const known = key in catalogue[locale] ? (key as MessageKey) : 'live.did.OTHER';
  return <span className={classes.label}>{t(known, { name })}</span>;
}
