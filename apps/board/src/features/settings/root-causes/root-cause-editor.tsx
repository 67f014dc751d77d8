import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { RestoredDraft } from '../../../app/restored-draft.tsx';
import { SubmitFailure } from '../../../app/submit-failure.tsx';
import { useDraft } from '../../../app/use-draft.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useViewer } from '../../../app/viewer.tsx';
import { useLocale } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from '../settings-page.module.css';
import { useSettingsT } from '../use-settings-t.ts';
import { rootCausePutMutation } from './root-cause-documents.ts';
import type { RootCauseRow } from './root-cause-documents.ts';

interface Refused {
  message: string;
  issues?: readonly { path: readonly string[]; message: string }[];
}

const TEXTS = ['code', 'nameZh', 'nameEn'] as const;

/** A root cause, or (null) one that is to be added. Its code is given once. */
export function RootCauseEditor({ cause, onSaved }: { cause: RootCauseRow | null; onSaved: (code: string) => void }) {
  const s = useSettingsT();
  const locale = useLocale();
  const mayKeep = useViewer().permissions.settings;
  const { busy, failure, run } = useSubmit(rootCausePutMutation);
  const [refused, setRefused] = useState<Refused | null>(null);
  const draft = useDraft(`root-cause.${cause?.code ?? ''}`, {
    code: cause?.code ?? '',
    nameZh: cause?.nameZh ?? '',
    nameEn: cause?.nameEn ?? '',
    archived: cause?.isArchived ?? false,
  });
  const { fields, set } = draft;
  const issueOf = (field: string) => refused?.issues?.find(({ path }) => path[0] === field)?.message;
  const title = cause === null ? s('settings.rootCause.add') : locale === 'en' ? cause.nameEn : cause.nameZh;

  const save = async () => {
    setRefused(null);
    const data = await run({ input: fields });
    if (data === null) return;
    if (data.rootCausePut.__typename === 'RootCausePutPayload') {
      draft.taken();
      onSaved(fields.code);
    } else setRefused(data.rootCausePut);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <section className={classes.editor} aria-label={title}>
      <h2 className={classes.name}>{title}</h2>
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset disabled={!mayKeep} className={classes.fields}>
          {TEXTS.map((field) => (
            <TextInput
              key={field}
              label={s(`settings.rootCause.${field}`)}
              description={field === 'code' && cause === null ? s('settings.rootCause.codeHint') : undefined}
              required
              disabled={field === 'code' && cause !== null}
              value={fields[field]}
              onChange={(event) => set(field, event.currentTarget.value)}
              error={issueOf(field)}
            />
          ))}
          <Checkbox
            label={s('settings.rootCause.archive')}
            checked={fields.archived}
            onChange={(event) => set('archived', event.currentTarget.checked)}
          />
        </fieldset>
        {mayKeep && draft.restored && <RestoredDraft onDiscard={draft.clear} />}
        <SubmitFailure failure={failure} />
        {refused !== null && !TEXTS.some(issueOf) && <Notice kind="problem">{refused.message}</Notice>}
        {mayKeep && (
          <div className={classes.foot}>
            <Button type="submit" loading={busy} disabled={TEXTS.some((field) => fields[field].trim() === '')}>
              {s('settings.save')}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
