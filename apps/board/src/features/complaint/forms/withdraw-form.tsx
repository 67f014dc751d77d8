import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { HandoffView } from '../complaint-documents.ts';
import { handoffWithdrawMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Takes back a handoff that nobody has answered yet. */
export function WithdrawForm({
  complaint,
  handoff,
  onDone,
  onCancel,
}: {
  complaint: { number: string };
  handoff: HandoffView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(handoffWithdrawMutation, (data) => data.handoffWithdraw);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.withdraw`, { reason: '' });

  const submit = async () => {
    const done = await action.run({ input: { id: handoff.id, reason: fields.reason.trim() || null } });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.withdraw.title')}
      submitLabel={t('complaint.withdraw.submit')}
      busy={action.busy}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['reason']} />}
    >
      <Textarea
        label={t('complaint.reason')}
        autosize
        minRows={1}
        maxRows={6}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={action.refusal?.fields['reason']}
      />
    </FormShell>
  );
}
