import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { VersionedProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { reportMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';
import type { FindingProps } from './finding-form.ts';

const PARTS = ['course', 'findings', 'conclusion'] as const;

/** Hands in the report of the investigation, whole; what is written stays as a draft until then. */
export function ReportForm({
  complaint,
  known,
  onDone,
  onCancel,
}: FindingProps & {
  /** The report as it stands, to be handed in anew. */
  known?: Record<(typeof PARTS)[number], string> | null;
}) {
  const t = useT();
  const action = useAction(reportMutation, (data) => data.investigationReport);
  const base = useBaseVersion(complaint.version);
  const written = {
    course: known?.course ?? '',
    findings: known?.findings ?? '',
    conclusion: known?.conclusion ?? '',
  };
  const { edits, restored, set, clear } = useDraft(`${complaint.number}.report`, written);
  // Parts that nobody touched here stay as a colleague writes them meanwhile.
  const fields = { ...written, ...edits };

  const submit = async () => {
    const { course, findings, conclusion } = fields;
    const input = { complaintId: complaint.id, course, findings, conclusion, expectedVersion: base.version };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('investigation.report.title')}
      submitLabel={t('investigation.report.submit')}
      busy={action.busy}
      disabled={PARTS.some((part) => fields[part].trim() === '')}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={PARTS} />}
    >
      {PARTS.map((part) => (
        <Textarea
          key={part}
          label={t(`investigation.report.${part}`)}
          placeholder={t(`investigation.report.${part}Hint`)}
          required
          autosize
          minRows={2}
          maxRows={12}
          value={fields[part]}
          onChange={(event) => set(part, event.currentTarget.value)}
          error={action.refusal?.fields[part]}
        />
      ))}
    </FormShell>
  );
}
