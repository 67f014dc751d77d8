import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import buttons from '../board/card-button.module.css';
import { useEscape } from '../board/use-escape.ts';
import classes from './line-form.module.css';

/** The one line of typing that an action takes, under the line it is about. Enter sends it, Escape leaves it. */
export function LineForm({
  title,
  submitLabel,
  busy,
  disabled = false,
  problem,
  onSubmit,
  onCancel,
  children,
}: {
  title: string;
  submitLabel: string;
  busy: boolean;
  disabled?: boolean;
  /** Why it was refused; what was typed is still there. */
  problem: string | null;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onCancel);
  // It was just asked for.
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=hidden]), button')?.focus(), []);
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={title}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !disabled) onSubmit();
      }}
    >
      <div className={classes.fields}>{children}</div>
      <div className={classes.buttons}>
        <button type="submit" className={buttons.main} disabled={busy || disabled}>
          {submitLabel}
        </button>
        <button type="button" className={buttons.quiet} onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
    </form>
  );
}
