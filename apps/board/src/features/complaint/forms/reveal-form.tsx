import { NativeSelect, TextInput } from '@mantine/core';
import { REVEAL_REASONS } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { refusalOf } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { revealMutation } from '../reveal-mutation.ts';
import { useRevealed } from '../revealed.tsx';

interface RevealFormProps {
  complaint: { id: string };
  onDone: () => void;
  onCancel: () => void;
}

/** Asks what the customer's data is needed for, and shows it in place. */
export function RevealForm({ complaint, onDone, onCancel }: RevealFormProps) {
  const t = useT();
  const { show } = useRevealed();
  const { busy, failure, run } = useSubmit(revealMutation);
  const { fields, set, clear } = useDraft(`${complaint.id}.reveal`, { reason: 'CONTACT' as string, note: '' });
  const reason = REVEAL_REASONS.find((one) => one === fields.reason) ?? 'CONTACT';
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async () => {
    setRefusal(null);
    const data = await run({ input: { complaintId: complaint.id, reason, note: fields.note.trim() || null } });
    if (data === null) return;
    const result = data.customerReveal;
    const refused = refusalOf(result);
    setRefusal(refused);
    if (refused !== null || result.__typename !== 'CustomerRevealPayload' || result.revealed === null) return;
    show(result.revealed);
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('privacy.show')}
      submitLabel={t('privacy.submit')}
      busy={busy}
      problems={<ActionProblems action={{ failure, refusal }} shownFields={['note']} />}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <NativeSelect
        label={t('privacy.reason')}
        description={t('privacy.onRecord')}
        value={reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        data={REVEAL_REASONS.map((value) => ({ value, label: t(`privacy.reason.${value}`) }))}
        data-autofocus
      />
      <TextInput
        label={t('privacy.note')}
        required={reason === 'OTHER'}
        value={fields.note}
        maxLength={2_000}
        onChange={(event) => set('note', event.currentTarget.value)}
        error={refusal?.fields['note']}
      />
    </FormShell>
  );
}
