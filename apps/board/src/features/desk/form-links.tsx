import { Link } from '@tanstack/react-router';
import buttons from '../board/card-button.module.css';
import classes from './desk-line.module.css';
import type { DrawerForm } from './entry-forms.ts';
import { useDeskT } from './use-desk-t.ts';

interface Props {
  number: string;
  forms: readonly DrawerForm[];
  /** Nothing else answers the line: the first link is what most people want. */
  isFirst: boolean;
  onLeft: () => void;
}

/** The ways into the forms that answer a line of the desk. */
export function FormLinks({ number, forms, isFirst, onLeft }: Props) {
  const t = useDeskT();
  if (forms.length === 0) return null;
  return (
    <>
      {forms.map((form, i) => {
        const action = t(`inbox.form.${form}`);
        return (
          <Link
            key={form}
            to="/desk/complaints/$number"
            params={{ number }}
            search={(search) => search}
            hash={form}
            className={`${isFirst && i === 0 ? buttons.main : buttons.quiet} ${classes.way}`}
            aria-label={t('inbox.about', { action, number })}
            onClick={onLeft}
          >
            {action}
          </Link>
        );
      })}
    </>
  );
}
