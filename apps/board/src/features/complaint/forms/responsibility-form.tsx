import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { responsibilityMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import type { FindingProps } from './finding-form.ts';

/** Says which department's fault it was; few may read that. */
export function ResponsibilityForm({ complaint, onDone, onCancel }: FindingProps) {
  const t = useT();
  const action = useAction(responsibilityMutation, (data) => data.responsibilityDecide);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.responsibility`, {
    departmentCode: '',
    note: '',
  });
  const issues = action.refusal?.fields ?? {};

  const submit = async () => {
    const { departmentCode, note } = fields;
    const input = { complaintId: complaint.id, departmentCode, note: note.trim() || null };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.responsibility.title')}
      submitLabel={t('investigation.responsibility.submit')}
      busy={action.busy}
      disabled={fields.departmentCode === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['departmentCode', 'note']} />}
    >
      <DepartmentSelect
        label={t('investigation.responsibility.department')}
        description={t('investigation.responsibility.few')}
        required
        value={fields.departmentCode}
        onChange={(code) => set('departmentCode', code)}
        error={issues['departmentCode']}
      />
      <Textarea
        label={t('commitment.note')}
        autosize
        minRows={1}
        maxRows={8}
        value={fields.note}
        onChange={(event) => set('note', event.currentTarget.value)}
        error={issues['note']}
      />
    </FormShell>
  );
}
