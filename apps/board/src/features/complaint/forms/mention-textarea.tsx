import { Textarea } from '@mantine/core';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { addMessages } from '../../../i18n/catalogue.ts';
import { mentionMessages } from '../../../i18n/messages/mention.ts';
import { useT } from '../../../i18n/use-t.ts';
import classes from './mention-textarea.module.css';
import { proposed, typedMention, withMention } from './mentions.ts';
import type { Colleague } from './mentions.ts';

addMessages(mentionMessages);

/**
 * A text in which `@` proposes colleagues. The focus stays in the text: arrows choose, Enter or Tab takes, Escape closes
 * the list and nothing else.
 */
export function MentionTextarea({
  label,
  placeholder,
  value,
  error,
  colleagues,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string;
  error: ReactNode;
  colleagues: readonly Colleague[];
  onChange: (text: string) => void;
}) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const mention = caret === null ? null : typedMention(value, caret);
  const choices = mention === null ? [] : proposed(colleagues, mention.typed);
  const chosen = choices[Math.min(active, choices.length - 1)];

  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [value]);

  const take = (colleague: Colleague) => {
    if (mention === null || caret === null) return;
    const next = withMention(value, mention.from, caret, colleague.name);
    caretAfter.current = next.caret;
    setCaret(null);
    onChange(next.text);
    field.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (chosen === undefined || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((choices.indexOf(chosen) + step + choices.length) % choices.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const option = (colleague: Colleague) => `${id}-${colleague.id}`;
  return (
    <div className={classes.root}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        description={t('mention.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={12}
        value={value}
        error={error}
        aria-autocomplete="list"
        aria-controls={chosen === undefined ? undefined : id}
        aria-activedescendant={chosen === undefined ? undefined : option(chosen)}
        onChange={(event) => {
          setActive(0);
          setCaret(event.currentTarget.selectionStart);
          onChange(event.currentTarget.value);
        }}
        onKeyDown={pressed}
        onBlur={() => setCaret(null)}
      />
      {chosen !== undefined && (
        <div id={id} role="listbox" aria-label={t('mention.list')} className={classes.list}>
          {choices.map((colleague) => (
            // The keys are the text's: the focus never comes here.
            <div
              key={colleague.id}
              id={option(colleague)}
              role="option"
              tabIndex={-1}
              aria-selected={colleague === chosen}
              className={classes.option}
              onPointerDown={(event) => {
                event.preventDefault();
                take(colleague);
              }}
            >
              {colleague.name}
            </div>
          ))}
        </div>
      )}
      <div role="status" className={classes.spoken}>
        {chosen === undefined ? '' : t('mention.found', { n: choices.length })}
      </div>
    </div>
  );
}
