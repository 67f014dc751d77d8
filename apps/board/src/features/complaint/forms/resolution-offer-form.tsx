import { Checkbox, Select } from '@mantine/core';
import { CHANNELS } from '@redress/domain/rules/vocabulary';
import type { Channel } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import type { ResolutionView } from '../complaint-documents.ts';
import { FormShell } from '../form-shell.tsx';
import { resolutionOfferMutation } from '../resolution-mutations.ts';
import { resolutionName } from '../resolution-words.ts';
import { useAction } from '../use-action.ts';
import { ReplyWording } from './reply-wording.tsx';

/** Nobody tells the customer: their page does. */
const PAGE = 'PAGE';

/** Offers the customer one or several ways of settling it, as one choice. */
export function ResolutionOfferForm({
  complaint,
  options,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  options: readonly ResolutionView[];
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const action = useAction(resolutionOfferMutation, (data) => data.resolutionOffer);
  const [chosen, setChosen] = useState<string[]>(() => options.map(({ id }) => id));
  const blank = { until: '', carryOut: '', channel: PAGE as string, replyId: '' };
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.offer`, blank);
  const issues = action.refusal?.fields ?? {};
  const ids = chosen.filter((id) => options.some((option) => option.id === id));

  const submit = async () => {
    const [answerUntil, carryOutBy] = [instantOf(fields.until), instantOf(fields.carryOut)];
    const channel = fields.channel === PAGE ? null : (fields.channel as Channel);
    if (!(await action.run({ input: { ids, answerUntil, carryOutBy, channel, replyId: fields.replyId || null } })))
      return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('resolution.offer.title')}
      submitLabel={t('resolution.offer.submit')}
      busy={action.busy}
      disabled={ids.length === 0}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={
        <ActionProblems action={action} shownFields={['ids', 'replyId', 'answerUntil', 'carryOutBy', 'channel']} />
      }
    >
      <ReplyWording
        complaintId={complaint.id}
        value={fields.replyId}
        error={issues['replyId']}
        onPick={(id) => set('replyId', id)}
      />
      <Checkbox.Group label={t('resolution.offer.which')} value={ids} onChange={setChosen} error={issues['ids']}>
        {options.map((option) => (
          <Checkbox
            key={option.id}
            mt="xs"
            value={option.id}
            label={[resolutionName(option, t, locale), option.what].filter(Boolean).join(' · ')}
          />
        ))}
      </Checkbox.Group>
      <MomentInput
        label={t('resolution.offer.until')}
        value={fields.until}
        onChange={(value) => set('until', value)}
        error={issues['answerUntil']}
      />
      <MomentInput
        label={t('resolution.offer.carryOut')}
        description={t('resolution.offer.carryOutHint')}
        value={fields.carryOut}
        onChange={(value) => set('carryOut', value)}
        error={issues['carryOutBy']}
      />
      <Select
        label={t('resolution.offer.channel')}
        data={[
          { value: PAGE, label: t('resolution.offer.page') },
          ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
        ]}
        value={fields.channel}
        allowDeselect={false}
        onChange={(value) => set('channel', value ?? PAGE)}
      />
    </FormShell>
  );
}
