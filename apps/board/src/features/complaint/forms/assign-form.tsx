import { Select } from '@mantine/core';
import { useDepartmentMembers } from '../../../app/directory.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { VersionedProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { assignMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

/** Gives the work to a member of the handling department, or takes it back from one. */
export function AssignForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(assignMutation, (data) => data.complaintAssign);
  const base = useBaseVersion(complaint.version);
  const members = useDepartmentMembers(complaint.department?.id ?? null);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.assign`, {
    assigneeId: complaint.assignee?.id ?? '',
  });

  const submit = async () => {
    const done = await action.run({
      input: { id: complaint.id, assigneeId: fields.assigneeId || null, expectedVersion: base.version },
    });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.assign.title')}
      submitLabel={
        fields.assigneeId === '' && complaint.assignee !== null
          ? t('complaint.assign.unassign')
          : t('complaint.assign.submit')
      }
      busy={action.busy}
      disabled={fields.assigneeId === (complaint.assignee?.id ?? '')}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['assigneeId']} />}
    >
      <Select
        label={t('complaint.assignee')}
        placeholder={members === null ? t('common.loading') : t('fields.chooseMember')}
        data={(members ?? []).map((member) => ({ value: member.id, label: member.name }))}
        value={fields.assigneeId === '' ? null : fields.assigneeId}
        onChange={(id) => set('assigneeId', id ?? '')}
        error={action.refusal?.fields['assigneeId']}
        nothingFoundMessage={t('fields.nothingFound')}
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={{ shadow: 'md' }}
      />
    </FormShell>
  );
}
