import { Button, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { PolicyField } from './policy-field.tsx';
import { PolicyHistory } from './policy-history.tsx';
import type { PolicyEntry } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { usePolicyEditor } from './use-policy-editor.ts';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** One policy: its fields, what a change would do, why it is made, and what was before. */
export function PolicyEditor({ policy, onSaved }: { policy: PolicyEntry; onSaved: () => void }) {
  const t = useT();
  const s = useSettingsT();
  const words = useWords();
  const editor = usePolicyEditor(policy, onSaved);
  const { draft, shape, issues, effect, busy } = editor;
  const groups = [...new Set(shape.map(({ group }) => group))];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void (effect === null ? editor.preview() : editor.save());
  };
  return (
    <section className={classes.editor} aria-label={words.title(policy)}>
      <h2 className={classes.name}>{words.title(policy)}</h2>
      <form className={classes.form} onSubmit={submit} noValidate>
        {draft.restored && (
          <Notice
            kind="info"
            action={
              <Button size="xs" variant="default" onClick={editor.discard}>
                {t('complaint.draftClear')}
              </Button>
            }
          >
            {t('complaint.draftRestored')}
          </Notice>
        )}
        {groups.map((group) => (
          <fieldset key={group ?? ''} className={classes.group}>
            {group !== undefined && <legend>{s(group)}</legend>}
            {shape
              .filter((field) => field.group === group)
              .map((field) => (
                <PolicyField
                  key={field.name}
                  field={field}
                  label={words.label(field)}
                  value={draft.fields[field.name] ?? ''}
                  error={issues[field.name]}
                  onChange={(value) => editor.set(field.name, value)}
                />
              ))}
          </fieldset>
        ))}
        <Textarea
          label={s('settings.reason')}
          description={s('settings.reasonHint')}
          required
          autosize
          minRows={2}
          value={String(draft.fields['reason'])}
          error={issues['reason']}
          onChange={(event) => editor.setReason(event.currentTarget.value)}
        />
        {effect !== null && <EffectPanel effect={effect} />}
        <SubmitFailure failure={editor.failure} />
        {editor.message !== '' && <Notice kind="problem">{editor.message}</Notice>}
        <div className={classes.foot}>
          <Button type="button" variant="default" loading={busy} onClick={() => void editor.preview()}>
            {s('settings.preview')}
          </Button>
          {effect !== null && (
            <Button type="submit" loading={busy}>
              {s('settings.save')}
            </Button>
          )}
        </div>
      </form>
      <PolicyHistory policy={policy} />
    </section>
  );
}
