import { Select, Textarea, TextInput } from '@mantine/core';
import { amountRule } from '@redress/domain/rules/compensation';
import { minorOf } from '@redress/domain/rules/money';
import { RESOLUTION_KINDS } from '@redress/domain/rules/vocabulary';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { resolutionProposeMutation } from '../resolution-mutations.ts';
import { useAction } from '../use-action.ts';

/** In which amounts are typed; the server has the company's own currency. */
const CURRENCY = 'CNY';

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
  const action = useAction(resolutionProposeMutation, (data) => data.resolutionPropose);
  const blank = { kind: 'REFUND' as string, what: '', amount: '', order: '' };
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.resolution`, blank);
  const issues = action.refusal?.fields ?? {};
  const kind = fields.kind as ResolutionKind;
  const rule = amountRule(kind);
  const minor = (text: string) => (text.trim() === '' ? null : minorOf(text, CURRENCY));
  const wrong = (text: string) => text.trim() !== '' && minorOf(text, CURRENCY) === null;
  const notAmount = (text: string) => (wrong(text) ? t('resolution.propose.notAmount') : undefined);
  const amountMissing = rule === 'REQUIRED' && fields.amount.trim() === '';
  const unfit = fields.what.trim() === '' || amountMissing || wrong(fields.amount) || wrong(fields.order);

  const submit = async () => {
    const amountMinor = rule === 'NONE' ? null : minor(fields.amount);
    const orderMinor = rule === 'NONE' ? null : minor(fields.order);
    const input = { complaintId: complaint.id, kind, what: fields.what.trim(), amountMinor, orderMinor };
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
        <>
          <TextInput
            label={t('resolution.propose.amount')}
            description={t('resolution.propose.amountHint')}
            required={rule === 'REQUIRED'}
            inputMode="decimal"
            value={fields.amount}
            onChange={(event) => set('amount', event.currentTarget.value)}
            error={issues['amountMinor'] ?? notAmount(fields.amount)}
          />
          <TextInput
            label={t('resolution.propose.order')}
            description={t('resolution.propose.orderHint')}
            inputMode="decimal"
            value={fields.order}
            onChange={(event) => set('order', event.currentTarget.value)}
            error={issues['orderMinor'] ?? notAmount(fields.order)}
          />
        </>
      )}
    </FormShell>
  );
}
