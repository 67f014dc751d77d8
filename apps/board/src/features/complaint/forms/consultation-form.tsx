import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ColleaguesSelect, namesList } from '../../fields/colleagues-select.tsx';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { consultationMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import { useReaders } from '../use-readers.ts';
import type { FindingProps } from './finding-form.ts';

const WORDS = ['summary', 'decision'] as const;
const NOBODY: readonly { id: string }[] = [];

/** Records who sat together over the case, and what they came to. */
export function ConsultationForm({
  complaint,
  onDone,
  onCancel,
}: FindingProps & { complaint: { concernedMembers?: readonly { id: string }[] } }) {
  const t = useT();
  const action = useAction(consultationMutation, (data) => data.consultationRecord, { adds: true });
  const concerned = complaint.concernedMembers ?? NOBODY;
  const colleagues = useReaders(complaint.id).filter(({ id }) => concerned.every((other) => other.id !== id));
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.consultation`, {
    memberIds: '',
    at: '',
    summary: '',
    decision: '',
  });
  const issues = action.refusal?.fields ?? {};
  const memberIds = namesList(fields.memberIds);

  const submit = async () => {
    const { summary, decision } = fields;
    const input = { complaintId: complaint.id, memberIds, at: instantOf(fields.at), summary, decision };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.consultation.title')}
      submitLabel={t('investigation.consultation.submit')}
      busy={action.busy}
      disabled={memberIds.length < 2 || WORDS.some((part) => fields[part].trim() === '')}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['memberIds', 'at', ...WORDS]} />}
    >
      <ColleaguesSelect
        label={t('investigation.consultation.members')}
        description={t('investigation.consultation.membersHint')}
        required
        colleagues={colleagues}
        value={fields.memberIds}
        onChange={(ids) => set('memberIds', ids)}
        error={issues['memberIds']}
      />
      <MomentInput
        label={t('investigation.consultation.at')}
        value={fields.at}
        onChange={(value) => set('at', value)}
        error={issues['at']}
      />
      {WORDS.map((part) => (
        <Textarea
          key={part}
          label={t(`investigation.consultation.${part}`)}
          required
          autosize
          minRows={2}
          maxRows={8}
          value={fields[part]}
          onChange={(event) => set(part, event.currentTarget.value)}
          error={issues[part]}
        />
      ))}
    </FormShell>
  );
}
