import { Select } from '@mantine/core';
import { useState } from 'react';
import { useDepartmentMembers } from '../../../app/directory.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { DutyView } from '../complaint-documents.ts';
import { dutyAssignMutation } from '../duty-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Names who of its department does a duty, or nobody. */
export function DutyAssignForm({
  duty,
  onDone,
  onCancel,
}: {
  duty: DutyView;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(dutyAssignMutation, (data) => data.dutyAssign);
  const members = useDepartmentMembers(duty.department.id);
  const [ownerId, setOwnerId] = useState(duty.owner?.id ?? null);

  const submit = async () => {
    if (await action.run({ input: { id: duty.id, ownerId } })) onDone();
  };
  return (
    <FormShell
      title={t('duty.assign')}
      submitLabel={t('duty.assign.submit')}
      busy={action.busy}
      disabled={ownerId === (duty.owner?.id ?? null)}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['ownerId']} />}
    >
      <Select
        label={t('duty.owner')}
        placeholder={members === null ? t('common.loading') : t('duty.ownerHint')}
        data={(members ?? []).map((member) => ({ value: member.id, label: member.name }))}
        value={ownerId}
        onChange={setOwnerId}
        error={action.refusal?.fields['ownerId']}
        nothingFoundMessage={t('fields.nothingFound')}
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={{ shadow: 'md' }}
      />
    </FormShell>
  );
}
