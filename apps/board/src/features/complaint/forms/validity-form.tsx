import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { VersionedProblems } from '../action-problems.tsx';
import { idsOf } from '../files/file-ids.ts';
import { LazyFileField } from '../files/lazy-file-field.tsx';
import { FormShell } from '../form-shell.tsx';
import classes from '../form-shell.module.css';
import { validityMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';
import type { FindingProps } from './finding-form.ts';

const DECISIONS = ['FOUNDED', 'PARTLY_FOUNDED', 'UNFOUNDED'] as const;

/** Decides whether the complaint is well founded, and why. */
export function ValidityForm({ complaint, onDone, onCancel }: FindingProps) {
  const t = useT();
  const action = useAction(validityMutation, (data) => data.validityDecide);
  const base = useBaseVersion(complaint.version);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.validity`, {
    validity: '',
    reason: '',
    evidence: '',
  });
  const [sending, setSending] = useState(false);
  const validity = DECISIONS.find((decision) => decision === fields.validity);
  const reason = fields.reason.trim();

  const submit = async () => {
    if (validity === undefined) return;
    const evidenceIds = idsOf(fields.evidence);
    const input = { complaintId: complaint.id, validity, reason, evidenceIds, expectedVersion: base.version };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.validity.title')}
      submitLabel={t('investigation.validity.submit')}
      busy={action.busy}
      disabled={validity === undefined || reason === '' || sending}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['validity', 'reason', 'evidenceIds']} />}
    >
      <Radio.Group
        label={t('investigation.validity.label')}
        required
        value={fields.validity}
        onChange={(value) => set('validity', value)}
        error={action.refusal?.fields['validity']}
      >
        <div className={classes.choices}>
          {DECISIONS.map((decision) => (
            <Radio key={decision} value={decision} label={t(`validity.${decision}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('investigation.validity.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={action.refusal?.fields['reason']}
      />
      <LazyFileField
        complaint={complaint}
        label={t('file.evidence')}
        purpose="EVIDENCE"
        value={fields.evidence}
        onChange={(value) => set('evidence', value)}
        onBusy={setSending}
        error={action.refusal?.fields['evidenceIds']}
      />
    </FormShell>
  );
}
