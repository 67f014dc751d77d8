import { Button } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { addMessages } from '../../i18n/catalogue.ts';
import { draftMessages } from '../../i18n/messages/draft.ts';
import { useT } from '../../i18n/use-t.ts';
import classes from './form-shell.module.css';

addMessages(draftMessages);

/** The frame of a small form in the drawer: what it does, its fields, what went wrong, and its one button. */
export function FormShell({
  title,
  submitLabel,
  busy,
  disabled = false,
  restored = false,
  problems,
  onSubmit,
  onCancel,
  onClear,
  children,
}: {
  title: string;
  submitLabel: string;
  busy: boolean;
  disabled?: boolean;
  /** The form opened with a text kept from before. */
  restored?: boolean;
  problems?: ReactNode;
  onSubmit: () => void;
  onCancel?: (() => void) | undefined;
  onClear?: () => void;
  children?: ReactNode;
}) {
  const t = useT();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A form inside another's place must not submit that one too.
    event.stopPropagation();
    if (!busy && !disabled) onSubmit();
  };
  return (
    <form className={classes.form} aria-label={title} onSubmit={submit} noValidate>
      <div className={classes.title}>
        <h3>{title}</h3>
        {restored && onClear !== undefined && (
          <span className={classes.restored}>
            {t('draft.restored')}{' '}
            <button type="button" className={classes.link} onClick={onClear}>
              {t('draft.clear')}
            </button>
          </span>
        )}
      </div>
      {children}
      {problems}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={busy} disabled={disabled}>
          {submitLabel}
        </Button>
        {onCancel !== undefined && (
          <Button size="sm" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
