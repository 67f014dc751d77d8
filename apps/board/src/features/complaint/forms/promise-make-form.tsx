import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { promiseMakeMutation } from '../promise-mutations.ts';
import { useAction } from '../use-action.ts';

/** Records what the customer was promised, and by when. */
export function PromiseMakeForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(promiseMakeMutation, (data) => data.promiseMake, { adds: true });
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.promise`, { what: '', dueAt: '' });
  const issues = action.refusal?.fields ?? {};
  const dueAt = instantOf(fields.dueAt);
  const what = fields.what.trim();

  const submit = async () => {
    if (dueAt === null) return;
    if (!(await action.run({ input: { complaintId: complaint.id, what, dueAt } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('promise.make.title')}
      submitLabel={t('promise.make.submit')}
      busy={action.busy}
      disabled={dueAt === null || what === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['what', 'dueAt']} />}
    >
      <Textarea
        label={t('promise.what')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.what}
        onChange={(event) => set('what', event.currentTarget.value)}
        error={issues['what']}
      />
      <MomentInput
        label={t('promise.due')}
        required
        value={fields.dueAt}
        onChange={(value) => set('dueAt', value)}
        error={issues['dueAt']}
      />
    </FormShell>
  );
}
