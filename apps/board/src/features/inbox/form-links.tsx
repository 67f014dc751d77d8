import { Link } from '@tanstack/react-router';
import type { AnswerForm } from '@redress/domain/rules/answer-forms';
import buttons from '../board/card-button.module.css';
import classes from './inbox.module.css';
import { useInboxT } from './use-inbox-t.ts';

interface Props {
  number: string;
  forms: readonly AnswerForm[];
  /** Nothing else answers the card: the first link is what most people want. */
  isFirst: boolean;
  onLeft: () => void;
}

/** The ways into the forms that answer a card of the inbox. */
export function FormLinks({ number, forms, isFirst, onLeft }: Props) {
  const own = useInboxT();
  if (forms.length === 0) return null;
  return (
    <div className={classes.answers}>
      {forms.map((form, i) => {
        const action = own(`inbox.form.${form}`);
        return (
          <Link
            key={form}
            to="/complaints/$number"
            params={{ number }}
            search={(search) => search}
            hash={form}
            className={`${isFirst && i === 0 ? buttons.main : buttons.quiet} ${classes.way}`}
            aria-label={own('inbox.about', { action, number })}
            onClick={onLeft}
          >
            {action}
          </Link>
        );
      })}
    </div>
  );
}
