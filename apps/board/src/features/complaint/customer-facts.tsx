import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Provider as GraphqlProvider } from 'urql';
import { uncachedClient } from '../../app/graphql-client.ts';
import { useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { RevealForm } from './forms/reveal-form.tsx';
import { useRevealed } from './revealed.tsx';
import { useAskedAct } from './use-asked-act.ts';
import classes from './sections.module.css';

const REVEAL = ['reveal'] as const;

/** Who complains: masked, and for a while unmasked to who may and says what for. */
export function CustomerFacts({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const { customer: shown, read } = useRevealed();
  const [asking, setAsking] = useState(false);
  const form = useAskedAct(REVEAL, () => setAsking(true));
  const { customer } = complaint;
  const name = shown?.name ?? customer?.name;
  const person = customer && [name, read(customer.tier ?? ''), read(customer.region ?? '')].filter(Boolean).join(' · ');
  const phone = shown?.phone;
  const email = shown?.email;
  const may = customer !== null && complaint.viewerCan.reveal;

  return (
    <div>
      <h3 className={classes.heading}>{t('complaint.customer')}</h3>
      <dl className={classes.facts} data-revealed={shown !== null || undefined}>
        <Fact term={t('privacy.name')}>{person ?? t('unit.anonymous')}</Fact>
        <Fact term={t('complaint.phone')}>{phone ? <a href={`tel:${phone}`}>{phone}</a> : customer?.phone}</Fact>
        <Fact term={t('complaint.email')}>{email ? <a href={`mailto:${email}`}>{email}</a> : customer?.email}</Fact>
        <Fact term={t('complaint.group')}>{customer?.group}</Fact>
      </dl>
      {may && shown === null && !asking && (
        <div className={classes.steps}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconEye size={15} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('privacy.show')}
          </Button>
        </div>
      )}
      {shown !== null && <ShownFor />}
      {asking && shown === null && (
        <section ref={form} className={classes.opened}>
          <GraphqlProvider value={uncachedClient}>
            <RevealForm complaint={complaint} onDone={() => setAsking(false)} onCancel={() => setAsking(false)} />
          </GraphqlProvider>
        </section>
      )}
    </div>
  );
}

function ShownFor() {
  const t = useT();
  const now = useNow('second');
  const { until, hide } = useRevealed();
  const seconds = Math.max(0, Math.ceil(((until ?? 0) - now) / 1_000));
  return (
    <div className={classes.steps}>
      <Button size="xs" variant="light" leftSection={<IconEyeOff size={15} aria-hidden />} onClick={hide}>
        {t('privacy.hide')}
      </Button>
      <span className={classes.dim}>{t('privacy.hidesIn', { s: seconds })}</span>
    </div>
  );
}

/** One line of facts; nothing when there is nothing to say. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
