import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { minorOf, typedOf } from '../group-amount.ts';
import { groupLineMutation } from '../group-documents.ts';
import type { GroupView } from '../group-documents.ts';
import { useAction } from '../use-action.ts';
import { GroupLineFields } from './group-line-fields.tsx';

/** Sets what everybody says and what each customer gets; both begin with what holds now. */
export function GroupLineForm({
  complaint: { id, number },
  group,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  group: GroupView;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(groupLineMutation, (data) => data.groupLineSet);
  const now = { line: group.line ?? '', standard: typedOf(group.standardMinor) };
  const { fields, restored, set, clear } = useDraft(`${number}.group-line`, now);
  const line = fields.line.trim();

  const submit = async () => {
    const input = { id, line: line || null, standardMinor: minorOf(fields.standard) };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('group.step.line')}
      submitLabel={t('group.line.submit')}
      busy={action.busy}
      disabled={line === '' && fields.standard === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['line', 'standardMinor']} />}
    >
      <GroupLineFields
        line={fields.line}
        standard={fields.standard}
        onLine={(value) => set('line', value)}
        onStandard={(value) => set('standard', value)}
        problems={action.refusal?.fields ?? {}}
      />
    </FormShell>
  );
}
