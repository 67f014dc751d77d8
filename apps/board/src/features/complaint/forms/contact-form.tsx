import { Checkbox, Input, SegmentedControl, Textarea } from '@mantine/core';
import { CONTACT_DIRECTIONS } from '@redress/domain/rules/vocabulary';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ChannelSelect } from '../../fields/channel-select.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { contactMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import formClasses from '../form-shell.module.css';
import { useAction } from '../use-action.ts';

/**
 * Records a contact with the customer. `suggestConfirm`: the stage still needs the facts confirmed, so the box is
 * ticked to begin with; the person unticks it when the customer was not reached.
 */
export function ContactForm({
  complaint,
  suggestConfirm,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string; channel: Channel };
  suggestConfirm: boolean;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(contactMutation, (data) => data.contactRecord);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.contact`, {
    channel: complaint.channel === 'LETTER' ? 'PHONE' : (complaint.channel as string),
    direction: 'OUTBOUND' as string,
    summary: '',
    confirmsFacts: suggestConfirm,
  });
  const issues = action.refusal?.fields ?? {};

  const submit = async () => {
    const done = await action.run({
      input: {
        id: complaint.id,
        channel: fields.channel as Channel,
        direction: fields.direction as ContactDirection,
        summary: fields.summary.trim(),
        confirmsFacts: fields.confirmsFacts,
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
      disabled={fields.summary.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['channel', 'direction', 'summary']} />}
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
      <Checkbox
        label={t('complaint.contact.confirms')}
        checked={fields.confirmsFacts}
        onChange={(event) => set('confirmsFacts', event.currentTarget.checked)}
      />
    </FormShell>
  );
}
