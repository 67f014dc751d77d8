import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../../app/submit-failure.tsx';
import { useDraft } from '../../../app/use-draft.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from '../settings-page.module.css';
import { erasureDecideMutation, refusalWords } from './personal-documents.ts';
import type { ErasureRow } from './personal-documents.ts';

/** The second person's word. What can't be undone is asked for twice: by a tick, and by a button. */
export function ErasureDecision({ erasure, onDecided }: { erasure: ErasureRow; onDecided: () => void }) {
  const t = useT();
  const { busy, failure, run } = useSubmit(erasureDecideMutation);
  const [open, setOpen] = useState<'erase' | 'refuse' | null>(null);
  const [sure, setSure] = useState(false);
  const { fields, set, clear } = useDraft(`${erasure.id}.decision`, { reason: '' });
  const reason = fields.reason.trim();
  const [refused, setRefused] = useState<string | null>(null);

  const decide = async () => {
    setRefused(null);
    const data = await run({ input: { id: erasure.id, approve: open === 'erase', reason: reason || null } });
    if (data === null) return;
    if (data.erasureDecide.__typename === 'ErasureDecidePayload') {
      clear();
      onDecided();
    } else setRefused(refusalWords(data.erasureDecide));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void decide();
  };
  const turnDown = erasure.viewerMayCarryOut ? t('privacy.refuse') : t('privacy.takeBack');
  if (open === null) {
    return (
      <div className={classes.foot}>
        {erasure.viewerMayCarryOut ? (
          <Button size="xs" onClick={() => setOpen('erase')}>
            {t('privacy.carryOut')}
          </Button>
        ) : (
          <p className={classes.about}>{t('privacy.secondPerson')}</p>
        )}
        <Button size="xs" variant="default" onClick={() => setOpen('refuse')}>
          {turnDown}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.form}
      aria-label={open === 'erase' ? t('privacy.carryOut') : turnDown}
      onSubmit={submit}
      noValidate
    >
      {open === 'erase' ? (
        <Checkbox label={t('privacy.sure')} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      ) : (
        <TextInput
          label={t('privacy.refuseReason')}
          required
          value={fields.reason}
          onChange={(event) => set('reason', event.currentTarget.value)}
        />
      )}
      <SubmitFailure failure={failure} />
      {refused !== null && <Notice kind="problem">{refused}</Notice>}
      <div className={classes.foot}>
        <Button type="submit" loading={busy} disabled={open === 'erase' ? !sure : reason === ''}>
          {open === 'erase' ? t('privacy.carryOutNow') : turnDown}
        </Button>
        <Button variant="default" onClick={() => setOpen(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
