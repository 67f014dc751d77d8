import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ColleaguesSelect, namesList } from '../../fields/colleagues-select.tsx';
import { mergedNames } from '../../fields/merged-names.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { concernMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import { useReaders } from '../use-readers.ts';
import type { FindingProps } from './finding-form.ts';

/** Says which colleagues the complaint is about, so that others look into it. */
export function ConcernForm({
  complaint,
  onDone,
  onCancel,
}: FindingProps & { complaint: { concernedMembers: readonly { id: string; name: string }[] } }) {
  const t = useT();
  const action = useAction(concernMutation, (data) => data.complaintConcern);
  const { concernedMembers } = complaint;
  const readers = useReaders(complaint.id);
  // One who is named stays in the list although the complaint has gone out of their sight.
  const gone = concernedMembers.filter(({ id }) => readers.every((reader) => reader.id !== id));
  const named = concernedMembers.map(({ id }) => id);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.concern`, {
    memberIds: named.join(' '),
    before: named.join(' '),
  });
  // Whom a colleague named meanwhile stays named.
  const memberIds = mergedNames(namesList(fields.before), namesList(fields.memberIds), named);

  const submit = async () => {
    if (!(await action.run({ input: { complaintId: complaint.id, memberIds } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.concern.title')}
      submitLabel={t('investigation.concern.submit')}
      busy={action.busy}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['memberIds']} />}
    >
      <ColleaguesSelect
        label={t('investigation.concern.members')}
        description={t('investigation.concern.hint')}
        colleagues={[...readers, ...gone]}
        value={memberIds.join(' ')}
        onChange={(ids) => {
          set('before', named.join(' '));
          set('memberIds', ids);
        }}
        error={action.refusal?.fields['memberIds']}
      />
    </FormShell>
  );
}
