import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { handoffRequestMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useAskedValue } from '../use-asked-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

/** Asks another department to take the complaint over. Until it answers, the present one keeps handling it. */
export function HandoffForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(handoffRequestMutation, (data) => data.handoffRequest);
  const base = useBaseVersion(complaint.version);
  const asked = useAskedValue('hand-off');
  const { fields, restored, set, clear } = useDraft(
    `${complaint.number}.handoff`,
    { toDepartmentCode: '', reason: '' },
    asked === undefined ? {} : { toDepartmentCode: asked },
  );
  const issues = action.refusal?.fields ?? {};

  const submit = async () => {
    const done = await action.run({
      input: {
        complaintId: complaint.id,
        toDepartmentCode: fields.toDepartmentCode,
        reason: fields.reason.trim(),
        expectedVersion: base.version,
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.handoff.title')}
      submitLabel={t('complaint.handoff.submit')}
      busy={action.busy}
      disabled={fields.toDepartmentCode === '' || fields.reason.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['toDepartmentCode', 'reason']} />}
    >
      <DepartmentSelect
        label={t('complaint.handoff.to')}
        required
        except={complaint.department?.code}
        value={fields.toDepartmentCode}
        onChange={(code) => set('toDepartmentCode', code)}
        error={issues['toDepartmentCode']}
      />
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('complaint.handoff.reasonHint')}
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
