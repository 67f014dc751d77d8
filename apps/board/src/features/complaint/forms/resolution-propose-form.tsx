import { Select, Textarea } from '@mantine/core';
import { amountRule } from '@redress/domain/rules/compensation';
import { RESOLUTION_KINDS } from '@redress/domain/rules/vocabulary';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { resolutionProposeMutation } from '../resolution-mutations.ts';
import { useAction } from '../use-action.ts';
import { useResolutionPreview } from '../use-resolution-preview.ts';
import { AmountFields, PreviewLine } from './amount-fields.tsx';

/** Drafts a way of settling the complaint; what needs an approval is sent for it at once. */
export function ResolutionProposeForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}) {
  const t = useT();
  const action = useAction(resolutionProposeMutation, (data) => data.resolutionPropose, { adds: true });
  const blank = { kind: 'REFUND' as string, what: '', amount: '', order: '' };
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.resolution`, blank);
  const issues = action.refusal?.fields ?? {};
  const kind = fields.kind as ResolutionKind;
  const rule = amountRule(kind);
  const amountMissing = rule === 'REQUIRED' && fields.amount.trim() === '';
  const { preview, currency, wrong, ...minor } = useResolutionPreview(complaint.id, kind, fields);
  const unfit = fields.what.trim() === '' || amountMissing || wrong.amount || wrong.order;

  const submit = async () => {
    const amounts = rule === 'NONE' ? { amountMinor: null, orderMinor: null } : minor;
    const input = { complaintId: complaint.id, kind, what: fields.what.trim(), ...amounts };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('resolution.propose.title')}
      submitLabel={t('resolution.propose.submit')}
      busy={action.busy}
      disabled={unfit}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['kind', 'what', 'amountMinor', 'orderMinor']} />}
    >
      <Select
        label={t('resolution.propose.kind')}
        description={t('resolution.propose.hint')}
        data={RESOLUTION_KINDS.map((value) => ({ value, label: t(`resolution.kind.${value}`) }))}
        value={fields.kind}
        allowDeselect={false}
        onChange={(value) => value !== null && set('kind', value)}
        error={issues['kind']}
      />
      <Textarea
        label={t('resolution.propose.what')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.what}
        onChange={(event) => set('what', event.currentTarget.value)}
        error={issues['what']}
      />
      {rule !== 'NONE' && (
        <AmountFields
          fields={fields}
          onChange={set}
          currency={currency}
          required={rule === 'REQUIRED'}
          wrong={wrong}
          issues={issues}
        />
      )}
      <PreviewLine preview={preview} />
    </FormShell>
  );
}
