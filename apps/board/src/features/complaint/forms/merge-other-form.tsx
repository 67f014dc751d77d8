import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../../../i18n/use-t.ts';
import { FormShell } from '../form-shell.tsx';
import { comparedQuery } from '../merge-documents.ts';
import type { Compared } from '../merge-documents.ts';
import { MergeForm } from './merge-form.tsx';

/** Finds the other complaint by its number, then compares and merges. */
export function MergeOtherForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: Compared;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const client = useClient();
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [other, setOther] = useState<Compared | null>(null);

  const find = async () => {
    setBusy(true);
    const variables = { number: number.trim().toUpperCase() };
    const result = await client.query(comparedQuery, variables, { requestPolicy: 'network-only' }).toPromise();
    const found = result.data?.complaint ?? null;
    setBusy(false);
    setMissing(found === null);
    setOther(found);
  };
  if (other !== null) {
    return (
      <MergeForm
        complaint={complaint}
        other={other}
        sameCustomer={complaint.customer !== null && complaint.customer.id === other.customer?.id}
        onDone={onDone}
        onCancel={onCancel}
      />
    );
  }
  return (
    <FormShell
      title={t('special.mergeOther')}
      submitLabel={t('special.merge.find')}
      busy={busy}
      disabled={number.trim() === ''}
      onSubmit={() => void find()}
      onCancel={onCancel}
    >
      <TextInput
        label={t('special.merge.number')}
        placeholder="C-2026-000123"
        required
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={missing ? t('special.merge.notFound') : null}
      />
    </FormShell>
  );
}
