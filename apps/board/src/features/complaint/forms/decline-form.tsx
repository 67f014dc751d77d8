import { Select, Textarea } from '@mantine/core';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import type { DeclinePreset } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { ActionProblems } from '../action-problems.tsx';
import type { HandoffView } from '../complaint-documents.ts';
import { handoffDeclineMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Declines a handoff: a preset or a reason, and the department it belongs to. */
export function DeclineForm({
  complaint,
  handoff,
  onDone,
  onCancel,
}: {
  complaint: { number: string };
  handoff: HandoffView;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(handoffDeclineMutation, (data) => data.handoffDecline);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.decline`, {
    preset: 'NOT_OURS' as string,
    reason: '',
    belongsTo: '',
  });
  const issues = action.refusal?.fields ?? {};
  const reasonNeeded = fields.preset === 'OTHER';

  const submit = async () => {
    const done = await action.run({
      input: {
        id: handoff.id,
        preset: fields.preset as DeclinePreset,
        reason: fields.reason.trim() || null,
        belongsToDepartmentCode: fields.belongsTo || null,
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.decline.title')}
      submitLabel={t('complaint.handoff.decline')}
      busy={action.busy}
      disabled={reasonNeeded && fields.reason.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['preset', 'reason', 'belongsToDepartmentCode']} />}
    >
      <Select
        label={t('complaint.decline.why')}
        required
        allowDeselect={false}
        data={DECLINE_PRESETS.map((value) => ({ value, label: t(`declinePreset.${value}`) }))}
        value={fields.preset}
        onChange={(preset) => set('preset', preset ?? 'NOT_OURS')}
        error={issues['preset']}
        comboboxProps={{ shadow: 'md' }}
      />
      <DepartmentSelect
        label={t('complaint.decline.belongsTo')}
        except={handoff.to.code}
        value={fields.belongsTo}
        onChange={(code) => set('belongsTo', code)}
        error={issues['belongsToDepartmentCode']}
      />
      <Textarea
        label={t('complaint.reason')}
        required={reasonNeeded}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={issues['reason']}
      />
    </FormShell>
  );
}
