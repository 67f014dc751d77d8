import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { RulingView } from '../complaint-documents.ts';
import { appealMutation } from '../contest-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Appeals against the ruling by which the department has the complaint. */
export function AppealForm({
  ruling,
  onDone,
  onCancel,
}: {
  ruling: RulingView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(appealMutation, (data) => data.rulingAppeal);
  const { fields, restored, set, clear } = useDraft(`${ruling.id}.appeal`, { reason: '' });

  const submit = async () => {
    if (!(await action.run({ input: { id: ruling.id, reason: fields.reason.trim() } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('contest.appeal.title')}
      submitLabel={t('contest.appeal.submit')}
      busy={action.busy}
      disabled={fields.reason.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['reason']} />}
    >
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('contest.appeal.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={action.refusal?.fields['reason']}
      />
    </FormShell>
  );
}
