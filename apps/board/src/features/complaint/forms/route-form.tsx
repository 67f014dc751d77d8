import { Textarea } from '@mantine/core';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { CategorySelect } from '../../fields/category-select.tsx';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { SeveritySelect } from '../../fields/severity-select.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import { routeMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useAskedValue } from '../use-asked-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

/** What routing needs to know of a complaint; a card knows it too. */
export interface RoutableComplaint {
  id: string;
  number: string;
  version: number;
  severity: Severity;
  category: { code: string } | null;
  department: { code: string } | null;
}

/** Says which department handles the complaint, what kind it is and how grave. */
export function RouteForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: RoutableComplaint;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(routeMutation, (data) => data.complaintRoute);
  const base = useBaseVersion(complaint.version);
  const asked = new URLSearchParams(useAskedValue('route'));
  const [department, severity] = [asked.get('department'), asked.get('severity')];
  const { fields, restored, set, clear } = useDraft(
    `${complaint.number}.route`,
    {
      departmentCode: complaint.department?.code ?? '',
      categoryCode: complaint.category?.code ?? '',
      severity: complaint.severity as string,
      reason: '',
    },
    { ...(department !== null && { departmentCode: department }), ...(severity !== null && { severity }) },
  );
  const issues = action.refusal?.fields ?? {};

  const submit = async () => {
    const done = await action.run({
      input: {
        id: complaint.id,
        departmentCode: fields.departmentCode,
        categoryCode: fields.categoryCode || null,
        severity: fields.severity as Severity,
        reason: fields.reason.trim() || null,
        expectedVersion: base.version,
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.route.title')}
      submitLabel={t('complaint.route.submit')}
      busy={action.busy}
      disabled={fields.departmentCode === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={
        <VersionedProblems
          action={action}
          base={base}
          shownFields={['departmentCode', 'categoryCode', 'severity', 'reason']}
        />
      }
    >
      <DepartmentSelect
        label={t('complaint.department')}
        required
        value={fields.departmentCode}
        onChange={(code) => set('departmentCode', code)}
        error={issues['departmentCode']}
      />
      <CategorySelect
        label={t('complaint.category')}
        value={fields.categoryCode}
        onChange={(code) => set('categoryCode', code)}
        error={issues['categoryCode']}
      />
      <SeveritySelect
        label={t('complaint.severity')}
        value={fields.severity}
        onChange={(severity) => set('severity', severity)}
        error={issues['severity']}
      />
      <Textarea
        label={t('complaint.reason')}
        placeholder={t('complaint.route.reasonHint')}
        autosize
        minRows={1}
        maxRows={6}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={issues['reason']}
      />
    </FormShell>
  );
}
