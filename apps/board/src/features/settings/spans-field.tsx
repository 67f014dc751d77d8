import { ActionIcon, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { parseSpans, spansText } from './calendar-text.ts';
import classes from './calendar-form.module.css';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  /** Whose hours these are: 「周一」. */
  label: string;
  /** `09:00-12:00, 13:30-18:00`; '' while it is closed. */
  value: string;
  /** What no hours mean. */
  empty: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** 「9」, `930`, `9:30` as `09:30`; what is none of these stays, for the server to refuse. */
function asTime(typed: string): string {
  const found = /^(\d{1,2})[:：]?(\d{2})?$/.exec(typed.trim());
  return found === null ? typed.trim() : `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** The open spans of a day, each from and to. */
export function SpansField({ label, value, empty, error, onChange }: Props) {
  const s = useSettingsT();
  const spans = parseSpans(value);
  const put = (at: number, end: 'from' | 'to', time: string) =>
    onChange(spansText(spans.map((span, i) => (i === at ? { ...span, [end]: time } : span))));
  const add = () =>
    onChange(spansText([...spans, spans.length === 0 ? { from: '09:00', to: '18:00' } : { from: '', to: '' }]));
  const remove = (at: number) => onChange(spansText(spans.filter((_, i) => i !== at)));
  const time = (at: number, end: 'from' | 'to') => (
    <TextInput
      size="xs"
      className={classes.time}
      inputMode="numeric"
      placeholder={end === 'from' ? '09:00' : '18:00'}
      aria-label={s(end === 'from' ? 'settings.spans.from' : 'settings.spans.to', { label, n: at + 1 })}
      value={spans[at]![end]}
      error={error !== undefined}
      // The text of the field parts spans by commas and their ends by dashes.
      onChange={(event) => put(at, end, event.currentTarget.value.replace(/[^\d:：]/g, ''))}
      onBlur={(event) => put(at, end, asTime(event.currentTarget.value))}
    />
  );
  return (
    <div role="group" aria-label={label} className={classes.spansField}>
      <div className={classes.spans}>
        {spans.length === 0 && <span className={classes.dim}>{empty}</span>}
        {spans.map((_, i) => (
          // Spans have no names of their own; their place is what they are.
          // oxlint-disable-next-line no-array-index-key
          <span key={i} className={classes.span}>
            {time(i, 'from')}–{time(i, 'to')}
            <ActionIcon
              type="button"
              variant="subtle"
              color="gray"
              aria-label={s('settings.spans.remove', { label, n: i + 1 })}
              onClick={() => remove(i)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </span>
        ))}
        <ActionIcon
          type="button"
          variant="subtle"
          color="gray"
          aria-label={s('settings.spans.add', { label })}
          onClick={add}
        >
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      </div>
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </div>
  );
}
