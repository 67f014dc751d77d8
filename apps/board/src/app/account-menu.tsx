import { IconChevronDown, IconHistory, IconLogout, IconLogout2, IconSettings, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLocale, useT } from '../i18n/use-t.ts';
import { departmentName } from '../ui/department-name.ts';
import { DropDown } from '../ui/drop-down.tsx';
import { initials } from '../ui/initials.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import classes from './app-header.module.css';
import { countDrafts } from './drafts.ts';
import { useSignOut } from './use-sign-out.ts';
import { useViewer } from './viewer.tsx';

/** Who is signed in and as what; language, appearance, and the ways out. */
export function AccountMenu() {
  const t = useT();
  const locale = useLocale();
  const { member, roles, permissions } = useViewer();
  const roleNames = roles.map(({ role, department }) =>
    [department && departmentName(department, locale), t(`role.${role}`)].filter(Boolean).join(' · '),
  );
  return (
    <DropDown
      label={t('common.account')}
      align="end"
      className={classes.account}
      panelClassName={classes.menu}
      button={
        <>
          <span className={classes.spoken}>{t('common.account')}</span>
          <span className={classes.avatar} aria-hidden="true">
            {initials(member.name)}
          </span>
          <span className={classes.who}>
            <span className={classes.name}>{member.name}</span>
            <span className={classes.role}>{roleNames[0]}</span>
          </span>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} />
        </>
      }
    >
      <div>
        <div className={classes.name}>{member.name}</div>
        <div className={classes.role}>{member.email}</div>
        {roleNames.map((name) => (
          <div key={name} className={classes.role}>
            {name}
          </div>
        ))}
      </div>
      <Link to="/figures/$of" params={{ of: 'declines' }} className={classes.way}>
        <IconTable size={16} stroke={1.8} aria-hidden /> {t('common.figures')}
      </Link>
      {permissions.audit && (
        <Link to="/audit" className={classes.way}>
          <IconHistory size={16} stroke={1.8} aria-hidden /> {t('common.audit')}
        </Link>
      )}
      <Link to="/settings" className={classes.way}>
        <IconSettings size={16} stroke={1.8} aria-hidden /> {t('common.settings')}
      </Link>
      <LanguageSwitch />
      <ThemeSwitch />
      <WaysOut />
    </DropDown>
  );
}

function WaysOut() {
  const t = useT();
  const { busy, failed, signOut } = useSignOut();
  const drafts = countDrafts();
  return (
    <>
      <div className={classes.ways}>
        <button type="button" className={classes.way} disabled={busy} onClick={() => void signOut(false)}>
          <IconLogout size={16} stroke={1.8} aria-hidden /> {t('common.signOut')}
        </button>
        <button type="button" className={classes.way} disabled={busy} onClick={() => void signOut(true)}>
          <IconLogout2 size={16} stroke={1.8} aria-hidden /> {t('common.signOutEverywhere')}
        </button>
        {drafts > 0 && <div className={classes.role}>{t('common.draftsGo', { n: drafts })}</div>}
      </div>
      {failed && <Notice kind="problem">{t('common.signOutFailed')}</Notice>}
    </>
  );
}
