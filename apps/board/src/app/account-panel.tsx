import { IconHistory, IconLogout, IconLogout2, IconSettings, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import classes from './app-header.module.css';
import { countDrafts } from './drafts.ts';
import { useSignOut } from './use-sign-out.ts';
import { useViewer } from './viewer.tsx';

/** What the account's menu holds. It comes when it is opened, or when there is time. */
export function AccountPanel({ roleNames }: { roleNames: readonly string[] }) {
  const t = useT();
  const { member, permissions } = useViewer();
  return (
    <>
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
    </>
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
