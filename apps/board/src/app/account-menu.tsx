import { IconChevronDown } from '@tabler/icons-react';
import { useLocale, useT } from '../i18n/use-t.ts';
import { departmentName } from '../ui/department-name.ts';
import { DropDown } from '../ui/drop-down.tsx';
import { initials } from '../ui/initials.ts';
import classes from './app-header.module.css';
import { loadLater } from './later.ts';
import { lazyPart } from './parts.ts';
import { useViewer } from './viewer.tsx';

const load = async () => (await import('./account-panel.tsx')).AccountPanel;
const AccountPanel = lazyPart(load);
// So that it is there when it is opened, also where the server is away by then.
void loadLater(load).catch(() => undefined);

/** Who is signed in and as what; language, appearance, and the ways out. */
export function AccountMenu() {
  const t = useT();
  const locale = useLocale();
  const { member, roles } = useViewer();
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
      <AccountPanel roleNames={roleNames} />
    </DropDown>
  );
}
