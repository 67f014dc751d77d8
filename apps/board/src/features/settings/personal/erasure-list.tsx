import { useLocale, useT } from '../../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../../ui/time.ts';
import classes from '../settings-page.module.css';
import { ErasureDecision } from './erasure-decision.tsx';
import type { ErasureRow } from './personal-documents.ts';
import own from './personal.module.css';

/** Erasures, the newest first: those that wait can be decided on, the others are history. */
export function ErasureList({ erasures, onDecided }: { erasures: readonly ErasureRow[]; onDecided: () => void }) {
  const t = useT();
  const waiting = erasures.filter(({ state }) => state === 'REQUESTED');
  const settled = erasures.filter(({ state }) => state !== 'REQUESTED');
  return (
    <>
      <section aria-label={t('privacy.waiting')}>
        <h2 className={classes.historyTitle}>{t('privacy.waiting')}</h2>
        {waiting.length === 0 && <p className={classes.about}>{t('privacy.noneWaiting')}</p>}
        <ul className={own.list}>
          {waiting.map((erasure) => (
            <li key={erasure.id} className={own.person}>
              <ErasureFacts erasure={erasure} />
              <ErasureDecision erasure={erasure} onDecided={onDecided} />
            </li>
          ))}
        </ul>
      </section>
      {settled.length > 0 && (
        <section aria-label={t('privacy.history')}>
          <h2 className={classes.historyTitle}>{t('privacy.history')}</h2>
          <ul className={classes.history}>
            {settled.map((erasure) => (
              <li key={erasure.id}>
                <ErasureFacts erasure={erasure} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ErasureFacts({ erasure }: { erasure: ErasureRow }) {
  const t = useT();
  const locale = useLocale();
  const { complaint, ground, reason, state, complaintCount, requestedBy, requestedAt, decidedBy, decidedAt, lapsesAt } =
    erasure;
  const whom = complaint?.customer?.name ?? t('privacy.noName');
  const when = (at: string) => (
    <time dateTime={at} title={fullTime(at, locale)}>
      {shortDate(at, locale)}
    </time>
  );
  return (
    <div>
      <div>
        <strong>{whom}</strong> {complaint?.customer?.phone ?? ''} · {complaint?.number ?? ''} ·{' '}
        {t('privacy.caseCount', { n: complaintCount })}
      </div>
      <div>
        {t(`privacy.ground.${ground}`)}
        {reason !== null && ` · ${reason}`}
      </div>
      <div className={classes.who}>
        {t('privacy.askedBy', { name: requestedBy?.name ?? t('settings.product') })} {when(requestedAt)}
        {state === 'REQUESTED' && (
          <>
            {' · '}
            {t('privacy.lapses')} {when(lapsesAt)}
          </>
        )}
        {state !== 'REQUESTED' && ` · ${t(`privacy.state.${state}`)} `}
        {decidedAt !== null && (
          <>
            {decidedBy?.name ?? t('settings.product')} {when(decidedAt)}
          </>
        )}
      </div>
    </div>
  );
}
