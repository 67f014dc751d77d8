import { useLocale, useT } from '../../i18n/use-t.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import type { Found } from './palette-documents.ts';
import classes from './palette.module.css';

/** A complaint that was found, in one line. */
export function FoundFace({ found: { number, subject, severity, stage, department } }: { found: Omit<Found, 'id'> }) {
  const t = useT();
  const locale = useLocale();
  const name = department === null ? t('unit.unrouted') : locale === 'en' ? department.nameEn : department.shortName;
  return (
    <span className={classes.found}>
      <SeverityMark severity={severity} />
      <span className={classes.number}>{number}</span>
      <span className={classes.subject}>{subject}</span>
      <span className={classes.where}>
        {t(`stage.${stage}`)} · {name}
      </span>
    </span>
  );
}
