import { useT } from '../../i18n/use-t.ts';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { callerBy, likeliestFirst } from './caller.ts';
import { CallerCaseLine } from './caller-case.tsx';
import classes from './caller-history.module.css';
import type { RegisterFields } from './register-fields.ts';
import { useCaller } from './use-caller.ts';
import type { CallerFound } from './caller-document.ts';

/** The caller's history, as soon as the form knows a whole number; nothing before. */
export function CallerHistory({ fields }: { fields: RegisterFields }) {
  const t = useT();
  const { caller, retry } = useCaller(callerBy(fields));
  if (caller.state === 'none') return null;
  return (
    <section className={classes.root} aria-label={t('register.caller')} aria-live="polite">
      {caller.state === 'searching' && <p className={classes.quiet}>{t('register.callerSearching')}</p>}
      {caller.state === 'refused' && <p className={classes.quiet}>{caller.message}</p>}
      {caller.state === 'failed' && (
        <RetryNotice kind="info" onRetry={retry}>
          {t('register.callerFailed')}
        </RetryNotice>
      )}
      {caller.state === 'found' && <Found found={caller.found} fields={fields} />}
    </section>
  );
}

function Found({ found: { customers, cases, totalCount }, fields }: { found: CallerFound; fields: RegisterFields }) {
  const t = useT();
  if (totalCount === 0) {
    return (
      <p className={classes.quiet}>{t(customers.length === 0 ? 'register.callerNew' : 'register.callerNoCases')}</p>
    );
  }
  const open = likeliestFirst(
    cases.filter(({ stage }) => stage !== 'CLOSED'),
    fields.categoryCode,
  );
  const closed = cases.filter(({ stage }) => stage === 'CLOSED');
  const [customer] = customers;
  const person = [customer?.name, customer?.tier, customer?.region].filter(Boolean).join(' · ');
  return (
    <>
      <h3 className={classes.person}>{person === '' ? t('unit.anonymous') : person}</h3>
      <p className={classes.quiet}>{t('register.callerCounts', { open: open.length, total: totalCount })}</p>
      {open.length > 0 && (
        <ul className={classes.cases}>
          {open.map((one) => (
            <CallerCaseLine key={one.number} found={one} fields={fields} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details className={classes.closed} open={open.length === 0}>
          <summary>{t('register.callerClosed', { n: closed.length })}</summary>
          <ul className={classes.cases}>
            {closed.map((one) => (
              <CallerCaseLine key={one.number} found={one} fields={fields} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
