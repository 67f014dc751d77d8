import { TextInput } from '@mantine/core';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import type { DeclinePreset } from '@redress/domain/rules/vocabulary';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import buttons from '../board/card-button.module.css';
import { declineMutation } from './desk-documents.ts';
import classes from './line-form.module.css';
import { LineForm } from './line-form.tsx';
import type { ActFormProps } from './line-forms.tsx';
import { useAnswer } from './use-answer.ts';
import { useDeskT } from './use-desk-t.ts';

const PRESETS = DECLINE_PRESETS.filter((preset) => preset !== 'OTHER');

/** Declines a handoff: a preset by its digit, or a reason in words, which typing begins. */
export function DeclineLine({ entry: { complaint, handoff }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const { busy, problem, give } = useAnswer(declineMutation, reload);
  // The draft of the board's own form: what was typed there is here too.
  const { fields, set, clear } = useDraft(`${complaint.number}.decline`, {
    preset: 'OTHER',
    reason: '',
    belongsTo: '',
  });
  const words = useRef<HTMLInputElement>(null);
  const reason = fields.reason.trim();

  const decline = async (preset: DeclinePreset, why: string | null) => {
    if (handoff === null) return;
    const input = { id: handoff.id, preset, reason: why, belongsToDepartmentCode: fields.belongsTo || null };
    if ((await give({ input })) === null) return;
    clear();
    onDone(t('desk.done.decline', { number: complaint.number }));
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const preset = PRESETS[Number(event.key) - 1];
    if (preset !== undefined) {
      event.preventDefault();
      void decline(preset, null);
    } else if ((event.key.length === 1 && event.key !== ' ') || event.key === 'Process') {
      // The letter itself goes into the field, as the beginning of the reason.
      words.current?.focus();
    }
  };
  return (
    <LineForm
      title={t('inbox.declineWhy', { number: complaint.number })}
      submitLabel={t('inbox.decline')}
      busy={busy}
      disabled={reason === ''}
      problem={problem}
      onSubmit={() => void decline('OTHER', reason)}
      onCancel={onCancel}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that come from the buttons in it */}
      <div
        className={classes.presets}
        role="group"
        aria-label={t('inbox.declineWhy', { number: complaint.number })}
        onKeyDown={byKey}
      >
        {PRESETS.map((preset, i) => (
          <button
            key={preset}
            type="button"
            className={buttons.quiet}
            disabled={busy}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => void decline(preset, null)}
          >
            <kbd aria-hidden data-keys>
              {i + 1}
            </kbd>
            {t(`declinePreset.${preset}`)}
          </button>
        ))}
      </div>
      <TextInput
        ref={words}
        label={t('desk.declineReason')}
        maxLength={2000}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
    </LineForm>
  );
}
