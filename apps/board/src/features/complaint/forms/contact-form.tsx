import { Checkbox, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { CONTACT_DIRECTIONS } from '@redress/domain/rules/vocabulary';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { Suspense, useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { lazyPart } from '../../../app/parts.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ChannelSelect } from '../../fields/channel-select.tsx';
import { instantOf } from '../../fields/moment.ts';
import { ActionProblems } from '../action-problems.tsx';
import { contactMutation } from '../complaint-mutations.ts';
import { idsOf } from '../files/file-ids.ts';
import { LazyFileField } from '../files/lazy-file-field.tsx';
import { FormShell } from '../form-shell.tsx';
import formClasses from '../form-shell.module.css';
import { useAction } from '../use-action.ts';
import { ReplyWording } from './reply-wording.tsx';
import type { TemplateFacts } from './contact-template-picker.tsx';

// The same form stands in a card, where nobody writes letters.
const TemplatePicker = lazyPart(async () => (await import('./contact-template-picker.tsx')).default);

const SHOWN = ['channel', 'direction', 'summary', 'dueAt', 'what', 'attachmentIds', 'replyId'];

/**
 * Records a contact with the customer. `suggestConfirm`: the stage still needs the facts confirmed, so the box is
 * ticked to begin with; the person unticks it when the customer was not reached. `letter`: what the company's texts to
 * customers are filled from; without it none are offered.
 */
export function ContactForm({
  complaint,
  suggestConfirm,
  letter,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string; revision: number; channel: Channel };
  suggestConfirm: boolean;
  letter?: TemplateFacts;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(contactMutation, (data) => data.contactRecord, { adds: true });
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.contact`, {
    channel: complaint.channel === 'LETTER' ? 'PHONE' : (complaint.channel as string),
    direction: 'OUTBOUND' as string,
    summary: '',
    confirmsFacts: suggestConfirm,
    toCustomer: false as boolean,
    templateKey: '',
    files: '',
    replyId: '',
    promiseBy: '',
    promise: t('complaint.contact.promiseDefault'),
  });
  const [sending, setSending] = useState(false);
  const issues = action.refusal?.fields ?? {};
  const outbound = fields.direction === 'OUTBOUND';
  const promisedBy = instantOf(fields.promiseBy);

  const submit = async () => {
    const done = await action.run({
      input: {
        id: complaint.id,
        channel: fields.channel as Channel,
        direction: fields.direction as ContactDirection,
        summary: fields.summary.trim(),
        confirmsFacts: fields.confirmsFacts,
        toCustomer: outbound && fields.toCustomer,
        templateKey: outbound ? fields.templateKey || null : null,
        attachmentIds: letter === undefined ? [] : idsOf(fields.files),
        replyId: outbound ? fields.replyId || null : null,
        promise: promisedBy === null ? null : { what: fields.promise.trim(), dueAt: promisedBy },
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.contact.title')}
      submitLabel={t('complaint.contact.submit')}
      busy={action.busy}
      disabled={fields.summary.trim() === '' || sending}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={SHOWN} />}
    >
      <div className={formClasses.row}>
        <Input.Wrapper label={t('complaint.contact.direction')} labelElement="div">
          <SegmentedControl
            fullWidth
            size="sm"
            aria-label={t('complaint.contact.direction')}
            value={fields.direction}
            onChange={(direction) => set('direction', direction)}
            data={CONTACT_DIRECTIONS.toReversed().map((value) => ({ value, label: t(`direction.${value}`) }))}
          />
        </Input.Wrapper>
        <ChannelSelect
          label={t('complaint.contact.channel')}
          value={fields.channel}
          onChange={(channel) => set('channel', channel)}
          error={issues['channel']}
        />
      </div>
      {letter !== undefined && outbound && (
        <Suspense fallback={null}>
          <TemplatePicker
            complaint={letter}
            promisedBy={promisedBy}
            onPick={(key, text) => {
              set('templateKey', key);
              set('summary', text);
              set('toCustomer', true);
            }}
          />
        </Suspense>
      )}
      {letter !== undefined && outbound && (
        <ReplyWording
          complaintId={complaint.id}
          value={fields.replyId}
          error={issues['replyId']}
          onPick={(id, text) => {
            set('replyId', id);
            set('summary', text);
            set('toCustomer', text !== '');
          }}
        />
      )}
      <Textarea
        label={t('complaint.contact.summary')}
        placeholder={t('complaint.contact.summaryHint')}
        required
        autosize
        minRows={3}
        maxRows={12}
        value={fields.summary}
        onChange={(event) => set('summary', event.currentTarget.value)}
        error={issues['summary']}
      />
      {outbound && (
        <Checkbox
          label={t('complaint.contact.toCustomer')}
          description={t('complaint.contact.toCustomerHint')}
          checked={fields.toCustomer}
          onChange={(event) => set('toCustomer', event.currentTarget.checked)}
        />
      )}
      {letter !== undefined && (
        <LazyFileField
          complaint={complaint}
          label={t('file.attached')}
          purpose="EVIDENCE"
          value={fields.files}
          onChange={(files) => set('files', files)}
          onBusy={setSending}
          error={issues['attachmentIds']}
        />
      )}
      <div className={formClasses.row}>
        <TextInput
          type="datetime-local"
          label={t('complaint.contact.promiseBy')}
          value={fields.promiseBy}
          onChange={(event) => set('promiseBy', event.currentTarget.value)}
          error={issues['dueAt']}
        />
        {promisedBy !== null && (
          <TextInput
            label={t('complaint.contact.promiseWhat')}
            value={fields.promise}
            onChange={(event) => set('promise', event.currentTarget.value)}
            error={issues['what']}
          />
        )}
      </div>
      <Checkbox
        label={t('complaint.contact.confirms')}
        checked={fields.confirmsFacts}
        onChange={(event) => set('confirmsFacts', event.currentTarget.checked)}
      />
    </FormShell>
  );
}
