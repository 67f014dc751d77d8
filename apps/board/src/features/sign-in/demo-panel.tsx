import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { Notice } from '../../ui/notice.tsx';
import { groupAccounts } from './demo-accounts.ts';
import type { Demo, DemoAccount } from './demo-accounts.ts';
import classes from './sign-in-page.module.css';

/** The demo's people by department, each one click away, and a plain word that none of it is real. */
export function DemoPanel({
  demo,
  disabled,
  onPick,
}: {
  demo: Demo;
  disabled: boolean;
  onPick: (account: DemoAccount) => void;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={classes.demoTitle}>
        {t('signIn.demo.title')}
      </h2>
      <Notice kind="info">{t('signIn.demo.text', { company: demo.company })}</Notice>
      <div className={classes.groups}>
        {groupAccounts(demo.accounts).map(({ department, accounts }) => (
          <div key={department?.code ?? ''} className={classes.group} data-wide={department === null || undefined}>
            <h3 className={classes.groupName}>
              {department === null ? t('signIn.demo.companyWide') : <DepartmentDot department={department} />}
            </h3>
            <div className={classes.accounts}>
              {accounts.map(({ account, role }) => (
                <button
                  key={account.email}
                  type="button"
                  className={classes.account}
                  disabled={disabled}
                  title={account.email}
                  onClick={() => onPick(account)}
                >
                  <span className={classes.role}>{t(`role.${role}`)}</span>
                  <span lang={locale === 'en' ? 'zh-CN' : undefined}>{account.name}</span>
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
