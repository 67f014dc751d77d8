import { Radio, Stack, Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { ActionProblems } from '../action-problems.tsx';
import type { RulingView } from '../complaint-documents.ts';
import { decideMutation } from '../contest-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Decides on an appeal: the ruling stands, or another department has the complaint. */
export function DecideForm({
  ruling,
  onDone,
  onCancel,
}: {
  ruling: RulingView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(decideMutation, (data) => data.appealDecide);
  const { fields, restored, set, clear } = useDraft(`${ruling.id}.decide`, {
    decision: '',
    departmentCode: '',
    reason: '',
  });
  const issues = action.refusal?.fields ?? {};
  const overturn = fields.decision === 'overturn';

  const submit = async () => {
    const departmentCode = overturn ? fields.departmentCode : null;
    const input = { id: ruling.id, overturn, departmentCode, reason: fields.reason.trim() };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('contest.decide.title')}
      submitLabel={t('contest.decide.submit')}
      busy={action.busy}
      disabled={fields.decision === '' || fields.reason.trim() === '' || (overturn && fields.departmentCode === '')}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['departmentCode', 'reason']} />}
    >
      <Radio.Group
        aria-label={t('contest.decide.title')}
        value={fields.decision}
        onChange={(value) => set('decision', value)}
      >
        <Stack gap="xs">
          <Radio value="uphold" label={t('contest.decide.uphold')} />
          <Radio value="overturn" label={t('contest.decide.overturn')} />
        </Stack>
      </Radio.Group>
      {overturn && (
        <DepartmentSelect
          label={t('contest.rule.department')}
          required
          except={ruling.department.code}
          value={fields.departmentCode}
          onChange={(code) => set('departmentCode', code)}
          error={issues['departmentCode']}
        />
      )}
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('contest.rule.reasonHint')}
        required
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
