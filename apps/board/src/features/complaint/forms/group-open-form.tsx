import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { minorOf } from '../group-amount.ts';
import { groupOpenMutation } from '../group-documents.ts';
import { useAction } from '../use-action.ts';
import { numbersIn, useNamedComplaints } from '../use-named-complaints.ts';
import { GroupLineFields } from './group-line-fields.tsx';

/** Opens a group case over this complaint and others, named by their numbers. */
export function GroupOpenForm({
  complaint: { id, number },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(groupOpenMutation, (data) => data.groupOpen, { adds: true });
  const named = useNamedComplaints();
  const empty = { subject: '', description: '', numbers: '', line: '', standard: '' };
  const { fields, restored, set, clear } = useDraft(`${number}.group-open`, empty);
  const [missing, setMissing] = useState<string[]>([]);
  const problems = action.refusal?.fields ?? {};
  const subject = fields.subject.trim();
  const description = fields.description.trim();

  const submit = async () => {
    const found = await named(fields.numbers);
    setMissing(found.missing);
    if (found.missing.length > 0) return;
    const complaintIds = [...new Set([id, ...found.ids])];
    const line = fields.line.trim() || null;
    const input = { subject, description, line, standardMinor: minorOf(fields.standard), complaintIds };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('group.step.open')}
      submitLabel={t('group.open.submit')}
      busy={action.busy}
      disabled={subject === '' || description === '' || numbersIn(fields.numbers).length === 0}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={
        <ActionProblems
          action={action}
          shownFields={['subject', 'description', 'complaintIds', 'line', 'standardMinor']}
        />
      }
    >
      <TextInput
        label={t('group.subject')}
        required
        value={fields.subject}
        onChange={(event) => set('subject', event.currentTarget.value)}
        error={problems['subject']}
      />
      <Textarea
        label={t('group.description')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.description}
        onChange={(event) => set('description', event.currentTarget.value)}
        error={problems['description']}
      />
      <Textarea
        label={t('group.others')}
        placeholder={t('group.numbersHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.numbers}
        onChange={(event) => set('numbers', event.currentTarget.value)}
        error={
          missing.length > 0
            ? t('group.missing', { numbers: missing.join(t('common.comma')) })
            : problems['complaintIds']
        }
      />
      <GroupLineFields
        line={fields.line}
        standard={fields.standard}
        onLine={(value) => set('line', value)}
        onStandard={(value) => set('standard', value)}
        problems={problems}
      />
    </FormShell>
  );
}
