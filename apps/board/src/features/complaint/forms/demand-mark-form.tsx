import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { demandMarkMutation } from '../demand-documents.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Asks that the customer's demands be shown as unreasonable, with what shows it and until when. */
export function DemandMarkForm({
  complaint: { id, number },
  files,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  files: readonly { id: string; name: string | null }[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(demandMarkMutation, (data) => data.demandMark, { adds: true });
  const [chosen, setChosen] = useState<string[]>([]);
  const { fields, restored, set, clear } = useDraft(`${number}.demand`, { reason: '', evidence: '', until: '' });
  const issues = action.refusal?.fields ?? {};
  const [reason, evidence, until] = [fields.reason.trim(), fields.evidence.trim(), instantOf(fields.until)];
  const submit = async () => {
    if (until === null) return;
    if (!(await action.run({ input: { complaintId: id, reason, evidence, until, attachmentIds: chosen } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('demand.mark')}
      submitLabel={t('demand.mark.submit')}
      busy={action.busy}
      disabled={reason === '' || evidence === '' || until === null}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['reason', 'evidence', 'until', 'attachmentIds']} />}
    >
      {(['reason', 'evidence'] as const).map((field) => (
        <Textarea
          key={field}
          label={t(`demand.${field}`)}
          placeholder={t(`demand.${field}Hint`)}
          required
          autosize
          minRows={2}
          maxRows={8}
          value={fields[field]}
          onChange={(event) => set(field, event.currentTarget.value)}
          error={issues[field]}
        />
      ))}
      {files.length > 0 && (
        <Checkbox.Group label={t('demand.files')} value={chosen} onChange={setChosen} error={issues['attachmentIds']}>
          {files.map((file) => (
            <Checkbox key={file.id} mt="xs" value={file.id} label={file.name ?? t('timeline.erasedFile')} />
          ))}
        </Checkbox.Group>
      )}
      <MomentInput
        label={t('demand.untilLabel')}
        description={t('demand.untilHint')}
        required
        value={fields.until}
        onChange={(value) => set('until', value)}
        error={issues['until']}
      />
    </FormShell>
  );
}
