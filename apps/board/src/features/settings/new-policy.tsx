import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useT } from '../../i18n/use-t.ts';
import { CODE } from './new-calendar.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  /** Of which kind, by the name of its texts. */
  of: 'calendar' | 'words';
  known: readonly string[];
  onCreate: (code: string) => void;
}

/** Where a new policy of a kind begins: with the code by which it will be named. */
export function NewPolicy({ of, known, onCreate }: Props) {
  const t = useT();
  const s = useSettingsT();
  const [open, setOpen] = useState(false);
  const { fields, set, clear } = useDraft(`settings.${of}.new`, { code: '' });
  const { code } = fields;
  const [error, setError] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = code.trim().toUpperCase();
    if (known.includes(typed)) return setError(s(`settings.${of}.taken`));
    if (!CODE.test(typed)) return setError(s('settings.calendar.code.wrong'));
    setOpen(false);
    clear();
    setError('');
    onCreate(typed);
  };
  if (!open) {
    return (
      <Button type="button" size="xs" variant="default" onClick={() => setOpen(true)}>
        {s(`settings.${of}.new`)}
      </Button>
    );
  }
  return (
    <form className={classes.newEntry} onSubmit={submit} noValidate>
      <TextInput
        size="xs"
        label={s(`settings.${of}.code`)}
        description={s(`settings.${of}.code.hint`)}
        placeholder={of === 'words' ? 'REPLY_DELIVERY' : 'WAREHOUSE'}
        // It was just asked for.
        autoFocus
        value={code}
        error={error}
        onChange={(event) => set('code', event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button type="submit" size="xs">
          {s(`settings.${of}.create`)}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
