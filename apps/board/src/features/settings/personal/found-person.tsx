import { Button, Select, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../../app/submit-failure.tsx';
import { useDraft } from '../../../app/use-draft.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from '../settings-page.module.css';
import { customerEraseMutation, refusalWords } from './personal-documents.ts';
import type { Found } from './personal-documents.ts';
import own from './personal.module.css';

/** What people may say; the term of a policy is the clock's to watch. */
const GROUNDS = ['ASKED_BY_CUSTOMER', 'CONSENT_WITHDRAWN', 'PURPOSE_OVER', 'UNLAWFUL'] as const;
type Ground = (typeof GROUNDS)[number];

/** A customer as they were found, masked: with their copy, and the request to erase them. */
export function FoundPerson({
  customer,
  cases,
  onAsked,
}: {
  customer: Found['customers'][number];
  cases: Found['cases'];
  onAsked: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const { busy, failure, run } = useSubmit(customerEraseMutation);
  const [ground, setGround] = useState<Ground>('ASKED_BY_CUSTOMER');
  const { fields, set, clear } = useDraft(`${customer.id}.erase`, { reason: '' });
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<{ kind: 'info' | 'problem'; words: string } | null>(null);
  const theirs = cases.filter(({ complaint }) => complaint?.customer?.id === customer.id);
  const first = theirs[0]?.complaint;
  const copy = (form: 'html' | 'json') =>
    `/export/customer.${form}?complaint=${encodeURIComponent(theirs[0]?.number ?? '')}&lang=${locale === 'en' ? 'en' : 'zh'}`;

  const ask = async () => {
    if (first == null) return;
    const input = { complaintId: first.id, ground, reason: fields.reason.trim() || null };
    const data = await run({ input });
    if (data === null) return;
    if (data.customerErase.__typename !== 'CustomerErasePayload') {
      setTold({ kind: 'problem', words: refusalWords(data.customerErase) });
      return;
    }
    setTold({ kind: 'info', words: t('privacy.eraseAsked') });
    setOpen(false);
    clear();
    onAsked();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <article className={own.person} aria-label={customer.name ?? t('privacy.noName')}>
      <p className={own.who}>
        <strong>{customer.name ?? t('privacy.noName')}</strong>
        <span>{[customer.phone, customer.email].filter((part) => part !== null).join(' · ')}</span>
      </p>
      <p className={own.cases}>
        {theirs.map(({ number, stage }) => (
          <Link key={number} to="/complaints/$number" params={{ number }}>
            {number} · {t(`stage.${stage}`)}
          </Link>
        ))}
      </p>
      <div className={classes.foot}>
        <Button component="a" size="xs" variant="default" href={copy('html')} download>
          {t('privacy.copyPage')}
        </Button>
        <Button component="a" size="xs" variant="default" href={copy('json')} download>
          {t('privacy.copyJson')}
        </Button>
        {!open && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t('privacy.erase')}
          </Button>
        )}
      </div>
      {open && (
        <form className={classes.form} aria-label={t('privacy.erase')} onSubmit={submit} noValidate>
          <p className={classes.about}>{t('privacy.eraseHint')}</p>
          <Select
            label={t('privacy.ground')}
            allowDeselect={false}
            data={GROUNDS.map((value) => ({ value, label: t(`privacy.ground.${value}`) }))}
            value={ground}
            onChange={(value) => setGround(value as Ground)}
          />
          <Textarea
            label={t('privacy.note')}
            autosize
            minRows={2}
            value={fields.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
          />
          <SubmitFailure failure={failure} />
          <div className={classes.foot}>
            <Button type="submit" loading={busy}>
              {t('privacy.eraseSubmit')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
      {told !== null && <Notice kind={told.kind}>{told.words}</Notice>}
    </article>
  );
}
