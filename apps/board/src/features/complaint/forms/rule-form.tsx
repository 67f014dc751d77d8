import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { ruleMutation } from '../contest-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

/** Rules on whose a contested complaint is. What each department said stands above it, beside each other. */
export function RuleForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(ruleMutation, (data) => data.complaintRule);
  const base = useBaseVersion(complaint.version);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.rule`, { departmentCode: '', reason: '' });
  const issues = action.refusal?.fields ?? {};
  const disputing = complaint.declines.flatMap(({ to, belongsTo }) => [to.code, belongsTo?.code ?? to.code]);

  const submit = async () => {
    const { departmentCode, reason } = fields;
    const input = { id: complaint.id, departmentCode, reason: reason.trim(), expectedVersion: base.version };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('contest.rule.title')}
      submitLabel={t('contest.rule.submit')}
      busy={action.busy}
      disabled={fields.departmentCode === '' || fields.reason.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['departmentCode', 'reason']} />}
    >
      <DepartmentSelect
        label={t('contest.rule.department')}
        first={{ heading: t('contest.rule.disputing'), codes: disputing }}
        required
        value={fields.departmentCode}
        onChange={(code) => set('departmentCode', code)}
        error={issues['departmentCode']}
      />
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('contest.rule.reasonHint')}
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
