import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { groupAddMutation, groupRemoveMutation } from '../group-documents.ts';
import { useAction } from '../use-action.ts';
import { numbersIn, useNamedComplaints } from '../use-named-complaints.ts';

/** Takes complaints into the group, or out of it, by their numbers. */
export function GroupMembersForm({
  complaint: { id },
  step,
  onDone,
  onCancel,
}: {
  complaint: { id: string };
  step: 'add' | 'remove';
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const adding = useAction(groupAddMutation, (data) => data.groupAdd);
  const removing = useAction(groupRemoveMutation, (data) => data.groupRemove);
  const action = step === 'add' ? adding : removing;
  const named = useNamedComplaints();
  const { fields, set, clear } = useDraft(`${id}.group-${step}`, { numbers: '' });
  const [missing, setMissing] = useState<string[]>([]);

  const submit = async () => {
    const found = await named(fields.numbers);
    setMissing(found.missing);
    if (found.missing.length > 0) return;
    if (!(await action.run({ input: { id, complaintIds: found.ids } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t(`group.step.${step}`)}
      submitLabel={t(`group.${step}.submit`)}
      busy={action.busy}
      disabled={numbersIn(fields.numbers).length === 0}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['complaintIds']} />}
    >
      <Textarea
        label={t('group.numbers')}
        placeholder={t('group.numbersHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.numbers}
        onChange={(event) => set('numbers', event.currentTarget.value)}
        error={
          missing.length > 0
            ? t('group.missing', { numbers: missing.join(t('common.comma')) })
            : action.refusal?.fields['complaintIds']
        }
      />
    </FormShell>
  );
}
