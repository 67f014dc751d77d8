import { NativeSelect, Textarea } from '@mantine/core';
import { REGULATOR_OUTCOMES } from '@redress/domain/rules/vocabulary';
import type { RegulatorOutcome } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { regulatorOutcomeRecordMutation } from '../regulator-documents.ts';
import { useAction } from '../use-action.ts';

/** Writes down what the agency said in the end; what closing a regulator's case waits for. */
export function RegulatorOutcomeForm({
  complaint: { id, number },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(regulatorOutcomeRecordMutation, (data) => data.regulatorOutcomeRecord);
  const { fields, restored, set, clear } = useDraft(`${number}.outcome`, { outcome: 'SETTLED' as string, note: '' });
  const issues = action.refusal?.fields ?? {};
  const submit = async () => {
    const { outcome, note } = fields;
    const input = { id, outcome: outcome as RegulatorOutcome, note: note.trim() || null };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('regulator.step.outcome')}
      submitLabel={t('regulator.outcome.submit')}
      busy={action.busy}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['outcome', 'note']} />}
    >
      <NativeSelect
        label={t('regulator.outcome')}
        data={REGULATOR_OUTCOMES.map((value) => ({ value, label: t(`regulator.outcome.${value}`) }))}
        value={fields.outcome}
        onChange={(event) => set('outcome', event.currentTarget.value)}
        error={issues['outcome']}
      />
      <Textarea
        label={t('regulator.outcomeNote')}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.note}
        onChange={(event) => set('note', event.currentTarget.value)}
        error={issues['note']}
      />
    </FormShell>
  );
}
