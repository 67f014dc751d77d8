import { Button } from '@mantine/core';
import { useState } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useLocale } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { Notice } from '../../ui/notice.tsx';
import { fullTime, timeAgo } from '../../ui/time.ts';
import { deliveryRetryMutation } from './channel-documents.ts';
import type { FailedDelivery } from './channel-documents.ts';
import classes from './notifications.module.css';
import { useChannelAction } from './use-channel-action.ts';
import { channelKindName, entryKindName, problemText, useNotifyT } from './use-notify-t.ts';

/** What of the member's own could not be delivered, and sending it again. */
export function FailedDeliveries({
  failures,
  onQueued,
}: {
  failures: readonly FailedDelivery[];
  onQueued: () => void;
}) {
  const t = useNotifyT();
  const [said, setSaid] = useState('');
  return (
    <section className={classes.section} aria-labelledby="notify-failures">
      <h2 id="notify-failures" className={classes.heading}>
        {t('notify.failures')}
      </h2>
      {failures.length === 0 ? (
        <p className={classes.dim}>{t('notify.failures.none')}</p>
      ) : (
        <ul className={classes.list}>
          {failures.map((failure) => (
            <FailedLine
              key={failure.id}
              failure={failure}
              onQueued={() => {
                setSaid(t('notify.failures.queued'));
                onQueued();
              }}
            />
          ))}
        </ul>
      )}
      <p role="status" className={classes.dim}>
        {said}
      </p>
    </section>
  );
}

function FailedLine({ failure, onQueued }: { failure: FailedDelivery; onQueued: () => void }) {
  const t = useNotifyT();
  const locale = useLocale();
  const now = useNow('minute');
  const retry = useChannelAction(deliveryRetryMutation);
  const { channel, kind, problem, attempts, createdAt, settledAt } = failure;
  const at = settledAt ?? createdAt;
  const name = entryKindName(kind, t);
  const again = async () => {
    if (await retry.run({ input: { id: failure.id } })) onQueued();
  };
  return (
    <li className={classes.failure}>
      <div>
        <div>
          {name} → {channel === null ? t('notify.failures.gone') : channelKindName(channel, t)}
        </div>
        <time className={classes.dim} dateTime={at} title={fullTime(at, locale)}>
          {t('notify.failures.line', { why: problemText(problem, t), n: attempts, at: timeAgo(at, now, t, locale) })}
        </time>
        <SubmitFailure failure={retry.failure} />
        {retry.problem !== null && <Notice kind="problem">{retry.problem}</Notice>}
      </div>
      {channel !== null && (
        <Button
          size="xs"
          variant="default"
          loading={retry.busy}
          aria-label={t('notify.of', { action: t('notify.failures.again'), target: name })}
          onClick={() => void again()}
        >
          {t('notify.failures.again')}
        </Button>
      )}
    </li>
  );
}
