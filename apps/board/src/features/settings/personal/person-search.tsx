import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useClient } from 'urql';
import { useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from '../settings-page.module.css';
import { FoundPerson } from './found-person.tsx';
import { findPersonQuery, refusalWords } from './personal-documents.ts';
import type { FoundAnswer } from './personal-documents.ts';
import own from './personal.module.css';

/** Finds a customer by what their letter gives: a whole number or address. Each search is on record. */
export function PersonSearch({ onAsked }: { onAsked: () => void }) {
  const t = useT();
  const client = useClient();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<FoundAnswer | 'failed' | null>(null);

  const find = async () => {
    setBusy(true);
    const by = text.includes('@') ? { email: text.trim() } : { phone: text.trim() };
    const { data } = await client.query(findPersonQuery, { by }, { requestPolicy: 'network-only' }).toPromise();
    setAnswer(data?.customerLookup ?? 'failed');
    setBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void find();
  };
  return (
    <section aria-label={t('privacy.find')} className={classes.form}>
      <form className={own.search} onSubmit={submit} noValidate>
        <TextInput
          className={own.grow}
          label={t('privacy.findBy')}
          description={t('privacy.findHint')}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAnswer(null);
          }}
        />
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          {t('privacy.findSubmit')}
        </Button>
      </form>
      {answer === 'failed' && <Notice kind="problem">{t('privacy.findFailed')}</Notice>}
      {answer !== null && answer !== 'failed' && answer.__typename !== 'CustomerLookup' && (
        <Notice kind="problem">{refusalWords(answer)}</Notice>
      )}
      {answer !== null && answer !== 'failed' && answer.__typename === 'CustomerLookup' && (
        <>
          {answer.customers.length === 0 && <Notice kind="info">{t('privacy.foundNobody')}</Notice>}
          {answer.customers.map((customer) => (
            <FoundPerson key={customer.id} customer={customer} cases={answer.cases} onAsked={onAsked} />
          ))}
        </>
      )}
    </section>
  );
}
