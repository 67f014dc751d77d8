import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { RootCauseSelect } from '../../fields/root-cause-select.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { rootCauseMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';
import type { FindingProps } from './finding-form.ts';

/** Says why it happened, as a cause of the company's tree. */
export function RootCauseForm({ complaint, onDone, onCancel }: FindingProps) {
  const t = useT();
  const action = useAction(rootCauseMutation, (data) => data.rootCauseSet);
  const base = useBaseVersion(complaint.version);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.cause`, { code: '', note: '' });
  const issues = action.refusal?.fields ?? {};

  const submit = async () => {
    const { code, note } = fields;
    const input = { complaintId: complaint.id, code, note: note.trim() || null, expectedVersion: base.version };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.cause.title')}
      submitLabel={t('investigation.cause.submit')}
      busy={action.busy}
      disabled={fields.code === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={['code', 'note']} />}
    >
      <RootCauseSelect
        label={t('investigation.cause.label')}
        required
        value={fields.code}
        onChange={(code) => set('code', code)}
        error={issues['code']}
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
