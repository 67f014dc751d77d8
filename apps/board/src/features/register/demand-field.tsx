import { Textarea, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useT } from '../../i18n/use-t.ts';
import classes from './register.module.css';

/** What customers ask for most, in this order. */
const PRESETS = ['REFUND', 'REPLACEMENT', 'REPAIR', 'COMPENSATION', 'APOLOGY'] as const;

/**
 * What the customer wants: in their words, or by what most ask for, with Alt and its number or a press. The presses are
 * no stops of the Tab key, so that whoever types goes straight on.
 */
export function DemandField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const t = useT();
  const add = (at: number) => {
    const preset = PRESETS[at];
    if (preset === undefined) return;
    const words = t(`register.demand.${preset}`);
    if (!value.includes(words)) onChange([value.trim(), words].filter(Boolean).join(t('common.comma')));
  };
  const byKey = (event: KeyboardEvent) => {
    const digit = /^Digit([1-5])$/.exec(event.code)?.[1];
    if (!event.altKey || digit === undefined) return;
    event.preventDefault();
    add(Number(digit) - 1);
  };
  return (
    <div>
      <Textarea
        label={t('complaint.demand')}
        placeholder={t('register.demandHint')}
        description={t('register.demandKeys')}
        descriptionProps={{ 'data-keys': true }}
        autosize
        minRows={2}
        maxRows={6}
        name="demand"
        value={value}
        error={error}
        onKeyDown={byKey}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.presets}>
        {PRESETS.map((preset, i) => (
          <UnstyledButton
            key={preset}
            type="button"
            tabIndex={-1}
            className={classes.preset}
            aria-keyshortcuts={`Alt+${i + 1}`}
            onClick={() => add(i)}
          >
            {t(`register.demand.${preset}`)}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
