import { Button, Select, Textarea } from '@mantine/core';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import type { DeclinePreset } from '@redress/domain/rules/vocabulary';
import { useRef } from 'react';
import type { FormEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { BoardCard, CardHandoff } from '../../live/board-card.ts';
import { departmentName } from '../../ui/department-name.ts';
import { DepartmentSelect } from '../fields/department-select.tsx';
import { useBoard } from './board-context.tsx';
import classes from './card-form.module.css';
import { useEscape } from './use-escape.ts';

/** Declines a handoff from its card: why, anything more to say, and where it belongs. */
export function DeclineForm({
  card,
  handoff,
  onClose,
}: {
  card: BoardCard;
  handoff: CardHandoff;
  onClose: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const board = useBoard();
  const { fields, set, clear } = useDraft(`${card.number}.decline`, {
    preset: 'NOT_OURS' as string,
    reason: '',
    belongsTo: '',
  });
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onClose);
  const preset = DECLINE_PRESETS.find((one) => one === fields.preset) ?? 'NOT_OURS';
  const reason = fields.reason.trim();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = board.act({
      kind: 'decline',
      cardId: card.id,
      handoffId: handoff.id,
      preset,
      reason: reason === '' ? null : reason,
      belongsToDepartmentCode: fields.belongsTo === '' ? null : fields.belongsTo,
    });
    onClose();
    // What was typed is kept until it has been accepted.
    if ((await answer).ok) clear();
  };
  const title = t('board.decline.title', { department: departmentName(handoff.from, locale) });
  return (
    <form ref={form} className={classes.form} aria-label={title} onSubmit={(event) => void submit(event)}>
      <div className={classes.title}>{title}</div>
      <Select
        label={t('board.decline.why')}
        allowDeselect={false}
        data={DECLINE_PRESETS.map((value) => ({ value, label: t(`declinePreset.${value}`) }))}
        value={preset}
        onChange={(value: DeclinePreset | null) => set('preset', value ?? 'NOT_OURS')}
        comboboxProps={{ shadow: 'md' }}
        data-autofocus
      />
      <DepartmentSelect
        label={t('board.decline.belongsTo')}
        except={handoff.to.code}
        value={fields.belongsTo}
        onChange={(code) => set('belongsTo', code)}
      />
      <Textarea
        label={t('board.decline.reason')}
        required={preset === 'OTHER'}
        autosize
        minRows={1}
        maxRows={6}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" disabled={preset === 'OTHER' && reason === ''}>
          {t('board.decline.submit')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
