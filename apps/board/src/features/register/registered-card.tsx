import { Button, CopyButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import classes from './register.module.css';
import type { Registered } from './use-register.ts';

/**
 * What registering gave: the number, where it went, and the tracking code, which is shown this once. The server keeps no
 * code: where the answer that had it got lost, the one to a retry has none.
 */
export function RegisteredCard({ registered, onAgain }: { registered: Registered; onAgain: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { complaint, trackingCode, alreadyRegistered } = registered;
  const department = complaint.department && departmentName(complaint.department, locale);
  return (
    <div className={classes.done} role="status">
      <div>
        <div className={classes.doneTitle}>
          {alreadyRegistered
            ? t('register.already')
            : t(complaint.stage === 'FOLLOWING_UP' ? 'register.settle.done' : 'register.done')}
        </div>
        <div className={classes.number}>
          <SeverityMark severity={complaint.severity} size={16} /> {complaint.number}
        </div>
        <div>{complaint.subject}</div>
        <div className={classes.note}>
          {[
            t(`severity.${complaint.severity}`),
            department === null ? t('register.toCoordinators') : t('register.routedTo', { department }),
          ].join(' · ')}
        </div>
      </div>
      {trackingCode !== null && (
        <div className={classes.code}>
          <div>
            <div className={classes.note}>{t('register.code')}</div>
            <code className={classes.codeText}>{trackingCode}</code>
          </div>
          <CopyButton value={trackingCode}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      {trackingCode !== null && <Notice kind="info">{t('register.codeOnce', { page: `${location.host}/t` })}</Notice>}
      {trackingCode === null && !alreadyRegistered && <Notice kind="info">{t('register.codeLost')}</Notice>}
      <div className={classes.foot}>
        <Button onClick={onAgain} data-autofocus>
          {t('register.again')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/complaints/$number"
              params={{ number: complaint.number }}
              search={(search) => search}
              {...props}
            />
          )}
        >
          {t('register.open')}
        </Button>
      </div>
    </div>
  );
}
