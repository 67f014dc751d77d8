import { Textarea } from '@mantine/core';
import { amountRule } from '@redress/domain/rules/compensation';
import { minorDigits } from '@redress/domain/rules/money';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import type { ResolutionView } from '../complaint-documents.ts';
import { FormShell } from '../form-shell.tsx';
import { resolutionAnswerProposalMutation } from '../resolution-mutations.ts';
import { useAction } from '../use-action.ts';
import { useResolutionPreview } from '../use-resolution-preview.ts';
import { AmountFields, PreviewLine } from './amount-fields.tsx';

const SHOWN = ['note', 'amountMinor', 'orderMinor', 'carryOutBy'];

/** Agrees to what the customer proposed: with an amount where they named none, and a date where one can be said. */
export function ResolutionAgreeForm({
  complaint,
  resolution,
  onDone,
  onCancel,
}: {
  complaint: { id: string };
  resolution: ResolutionView;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(resolutionAnswerProposalMutation, (data) => data.resolutionAnswerProposal);
  const { id, kind, amount } = resolution;
  const asked = amount === null ? '' : String(amount.minor / 10 ** minorDigits(amount.currency));
  const blank = { note: '', amount: asked, order: '', carryOut: '' };
  const { fields, restored, set, clear } = useDraft(`${id}.agree`, blank);
  const { preview, currency, amountMinor, orderMinor, wrong } = useResolutionPreview(complaint.id, kind, fields);
  const issues = action.refusal?.fields ?? {};
  const rule = amountRule(kind);
  const amountMissing = rule === 'REQUIRED' && fields.amount.trim() === '';

  const submit = async () => {
    const { note, carryOut } = fields;
    const amounts = rule === 'NONE' ? {} : { amountMinor, orderMinor };
    const input = { id, accept: true, note: note.trim() || null, carryOutBy: instantOf(carryOut), ...amounts };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('resolution.agree.title')}
      submitLabel={t('resolution.agree.submit')}
      busy={action.busy}
      disabled={amountMissing || wrong.amount || wrong.order}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={SHOWN} />}
    >
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
      <MomentInput
        label={t('resolution.answer.carryOut')}
        value={fields.carryOut}
        onChange={(value) => set('carryOut', value)}
        error={issues['carryOutBy']}
      />
      <Textarea
        label={t('resolution.note')}
        description={t('resolution.agree.hint')}
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
