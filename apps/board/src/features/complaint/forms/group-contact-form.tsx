import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { CHANNELS } from '@redress/domain/rules/vocabulary';
import type { Channel } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { groupContactMutation } from '../group-documents.ts';
import { useAction } from '../use-action.ts';
import { ReplyWording } from './reply-wording.tsx';

/** One contact for every customer of the group whose complaint is open. */
export function GroupContactForm({
  complaint: { id, number },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(groupContactMutation, (data) => data.groupContactRecord, { adds: true });
  const { fields, restored, set, clear } = useDraft(`${number}.group-contact`, { summary: '', replyId: '' });
  const [channel, setChannel] = useState<Channel>('PHONE');
  const [toCustomer, setToCustomer] = useState(false);
  const summary = fields.summary.trim();

  const submit = async () => {
    if (!(await action.run({ input: { id, channel, summary, toCustomer, replyId: fields.replyId || null } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('group.step.contact')}
      submitLabel={t('group.contact.submit')}
      busy={action.busy}
      disabled={summary === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['summary', 'replyId']} />}
    >
      <NativeSelect
        label={t('group.contact.channel')}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value as Channel)}
      />
      <ReplyWording
        complaintId={id}
        value={fields.replyId}
        error={action.refusal?.fields['replyId']}
        onPick={(replyId, text) => {
          set('replyId', replyId);
          set('summary', text);
          setToCustomer(text !== '');
        }}
      />
      <Textarea
        label={t('group.contact.summary')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.summary}
        onChange={(event) => set('summary', event.currentTarget.value)}
        error={action.refusal?.fields['summary']}
      />
      <Checkbox
        label={t('group.contact.toCustomer')}
        checked={toCustomer}
        onChange={(event) => setToCustomer(event.currentTarget.checked)}
      />
    </FormShell>
  );
}
