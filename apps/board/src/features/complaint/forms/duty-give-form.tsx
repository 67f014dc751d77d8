import { Select, Textarea } from '@mantine/core';
import { useDepartmentMembers, useDepartments } from '../../../app/directory.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { dutyGiveMutation } from '../duty-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import formClasses from '../form-shell.module.css';
import { useAction } from '../use-action.ts';

/** Puts a duty on the collaboration list. */
export function DutyGiveForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(dutyGiveMutation, (data) => data.dutyGive, { adds: true });
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.duty`, {
    departmentCode: '',
    ownerId: '',
    what: '',
    dueAt: '',
  });
  const department = useDepartments().find(({ code }) => code === fields.departmentCode);
  const members = useDepartmentMembers(department?.id ?? null);
  const issues = action.refusal?.fields ?? {};
  const what = fields.what.trim();

  const submit = async () => {
    const { departmentCode, ownerId } = fields;
    const input = {
      complaintId: complaint.id,
      departmentCode,
      what,
      ownerId: ownerId || null,
      dueAt: instantOf(fields.dueAt),
    };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('duty.give.title')}
      submitLabel={t('duty.give.submit')}
      busy={action.busy}
      disabled={fields.departmentCode === '' || what === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['departmentCode', 'ownerId', 'what', 'dueAt']} />}
    >
      <div className={formClasses.row}>
        <DepartmentSelect
          label={t('duty.department')}
          required
          value={fields.departmentCode}
          onChange={(code) => {
            set('departmentCode', code);
            set('ownerId', '');
          }}
          error={issues['departmentCode']}
        />
        <MomentInput
          label={t('duty.due')}
          value={fields.dueAt}
          onChange={(value) => set('dueAt', value)}
          error={issues['dueAt']}
        />
      </div>
      <Textarea
        label={t('duty.what')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.what}
        onChange={(event) => set('what', event.currentTarget.value)}
        error={issues['what']}
      />
      <Select
        label={t('duty.owner')}
        placeholder={t('duty.ownerHint')}
        data={(members ?? []).map((member) => ({ value: member.id, label: member.name }))}
        value={fields.ownerId === '' ? null : fields.ownerId}
        onChange={(id) => set('ownerId', id ?? '')}
        disabled={department === undefined}
        error={issues['ownerId']}
        nothingFoundMessage={t('fields.nothingFound')}
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={{ shadow: 'md' }}
      />
    </FormShell>
  );
}
