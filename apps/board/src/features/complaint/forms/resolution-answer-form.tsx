import { Select, Textarea } from '@mantine/core';
import { CHANNELS, CONTACT_DIRECTIONS } from '@redress/domain/rules/vocabulary';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { resolutionAcceptMutation, resolutionRefuseMutation } from '../resolution-mutations.ts';
import { useAction } from '../use-action.ts';

const SHOWN = ['channel', 'direction', 'words', 'carryOutBy'];

/** Takes down what the customer said to an offer; the contact is recorded with it. */
export function ResolutionAnswerForm({
  resolution,
  accepts,
  onDone,
  onCancel,
}: {
  resolution: { id: string };
  accepts: boolean;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const accept = useAction(resolutionAcceptMutation, (data) => data.resolutionAccept);
  const refuse = useAction(resolutionRefuseMutation, (data) => data.resolutionRefuse);
  const action = accepts ? accept : refuse;
  const blank = { channel: 'PHONE' as string, direction: 'INBOUND' as string, words: '', carryOut: '' };
  const name = accepts ? 'accept' : 'refuse';
  const { fields, restored, set, clear } = useDraft(`${resolution.id}.${name}`, blank);
  const issues = action.refusal?.fields ?? {};
  const words = fields.words.trim();

  const submit = async () => {
    const channel = fields.channel as Channel;
    const direction = fields.direction as ContactDirection;
    const said = { id: resolution.id, channel, direction, words };
    const done = accepts
      ? await accept.run({ input: { ...said, carryOutBy: instantOf(fields.carryOut) } })
      : await refuse.run({ input: said });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t(`resolution.${name}.title`)}
      submitLabel={t(`resolution.${name}.submit`)}
      busy={action.busy}
      disabled={words === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={SHOWN} />}
    >
      <Select
        label={t('resolution.answer.channel')}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={fields.channel}
        allowDeselect={false}
        onChange={(value) => set('channel', value ?? 'PHONE')}
      />
      <Select
        label={t('resolution.answer.direction')}
        data={CONTACT_DIRECTIONS.map((value) => ({ value, label: t(`resolution.answer.${value}`) }))}
        value={fields.direction}
        allowDeselect={false}
        onChange={(value) => set('direction', value ?? 'INBOUND')}
      />
      <Textarea
        label={t('resolution.answer.words')}
        description={accepts ? undefined : t('resolution.refuse.hint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.words}
        onChange={(event) => set('words', event.currentTarget.value)}
        error={issues['words']}
      />
      {accepts && (
        <MomentInput
          label={t('resolution.answer.carryOut')}
          value={fields.carryOut}
          onChange={(value) => set('carryOut', value)}
          error={issues['carryOutBy']}
        />
      )}
    </FormShell>
  );
}
