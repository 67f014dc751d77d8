import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { readDraft, writeDraft } from '../../app/drafts.ts';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime, shortDate } from '../../ui/time.ts';
import { CallNote } from './call-note.tsx';
import { callerBy, mayBeSameMatter, typedSoFar } from './caller.ts';
import type { CallerCase } from './caller-document.ts';
import classes from './caller-history.module.css';
import type { RegisterFields } from './register-fields.ts';

/** One case of the caller: where it stands, and, where the viewer may, the way to add this call to it. */
export function CallerCaseLine({ found, fields }: { found: CallerCase; fields: RegisterFields }) {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const owner = useViewer().member.id;
  const { number, complaint } = found;
  const by = callerBy(fields);

  /** Takes what was typed along, behind what the contact's form may hold already. The register draft stays, too. */
  const add = () => {
    const name = `${number}.contact`;
    const kept = readDraft(owner, name, EMPTY_CONTACT) ?? EMPTY_CONTACT;
    const typed = typedSoFar(fields);
    const summary = kept.summary.includes(typed) ? kept.summary : [kept.summary, typed].filter(Boolean).join('\n');
    const channel = fields.channel === '' ? kept.channel : fields.channel;
    writeDraft(owner, name, { ...kept, channel, direction: 'INBOUND', summary });
    void navigate({ to: '/complaints/$number', params: { number }, search: (search) => search, hash: 'contact' });
  };
  return (
    <li className={classes.case}>
      <div className={classes.line}>
        <SeverityMark severity={found.severity} />
        {complaint === null ? (
          <span className={classes.number}>{number}</span>
        ) : (
          <Link className={classes.number} to="/complaints/$number" params={{ number }} search={(search) => search}>
            {number}
          </Link>
        )}
        <span>{t(`stage.${found.stage}`)}</span>
        {found.isBreached && <span className={classes.breached}>{t('register.callerBreached')}</span>}
        {found.isReopened && <span className={classes.mark}>{t('register.callerReopened')}</span>}
        {mayBeSameMatter(found, fields.categoryCode) && (
          <span className={classes.same}>{t('register.callerSameMatter')}</span>
        )}
      </div>
      <div className={classes.subject}>{found.subject}</div>
      <div className={classes.line}>
        {found.department === null ? t('unit.unrouted') : <DepartmentDot department={found.department} />}
        <time className={classes.date} title={fullTime(found.receivedAt, locale)}>
          {shortDate(found.receivedAt, locale)}
        </time>
        {complaint?.viewerCan.contact !== true && by !== null && (
          <CallNote number={number} by={by} typed={typedSoFar(fields)} />
        )}
        {complaint?.viewerCan.contact === true && (
          <Button
            className={classes.add}
            size="compact-xs"
            variant="default"
            aria-label={t('register.callerAddTo', { number })}
            onClick={add}
          >
            {t('register.callerAdd')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The fields of the contact's form, as it begins when a customer calls. */
const EMPTY_CONTACT = {
  channel: 'PHONE',
  direction: 'INBOUND',
  summary: '',
  confirmsFacts: false,
  toCustomer: false,
  templateKey: '',
  promiseBy: '',
};
