import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { holdMutation } from '../hold-mutations.ts';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

/** Puts the complaint on hold until a time, or asks for it where the company wants that approved. */
export function HoldForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string; version: number };
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(holdMutation, (data) => data.complaintHold);
  const base = useBaseVersion(complaint.version);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.hold`, { until: '', reason: '' });
  const issues = action.refusal?.fields ?? {};
  const until = instantOf(fields.until);
  const reason = fields.reason.trim();

  const submit = async () => {
    if (until === null) return;
    const input = { id: complaint.id, until, reason, expectedVersion: base.version };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.action.hold')}
      submitLabel={t('hold.submit')}
      busy={action.busy}
      disabled={until === null || reason === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['until', 'reason']} />}
    >
      <MomentInput
        label={t('hold.until')}
        description={t('hold.hint')}
        required
        value={fields.until}
        onChange={(value) => set('until', value)}
        error={issues['until']}
      />
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('hold.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={issues['reason']}
      />
    </FormShell>
  );
}
