import { Button, Textarea } from '@mantine/core';
import { createElement } from 'react';
import type { SubmitEvent } from 'react';
import { RestoredDraft } from '../../app/restored-draft.tsx';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { formOf, isReadable } from './policy-forms.ts';
import { PolicyHistory } from './policy-history.tsx';
import { PolicyReset } from './policy-reset.tsx';
import type { PolicyEntry, PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { usePolicyEditor } from './use-policy-editor.ts';
import type { PolicyEditor as Editor } from './use-policy-editor.ts';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** One policy: its fields, what a change would do, why it is made, and what was before. */
export function PolicyEditor({ policy, onSaved }: { policy: PolicyEntry; onSaved: () => void }) {
  const words = useWords();
  const mayKeep = useViewer().permissions.settings;
  const editor = usePolicyEditor(policy, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (mayKeep) void (editor.effect === null ? editor.preview() : editor.save());
  };
  return (
    <section className={classes.editor} aria-label={words.title(policy)}>
      <h2 className={classes.name}>{words.title(policy)}</h2>
      <form className={classes.form} onSubmit={submit} noValidate>
        {mayKeep && editor.draft.restored && <RestoredDraft onDiscard={editor.discard} />}
        {/* Some forms have something to look around in, too: they lock their own fields. */}
        <fieldset disabled={!mayKeep && !isReadable(policy.kind)} className={classes.fields}>
          {createElement(formOf(policy.kind), { editor, policyKey: policy.key })}
        </fieldset>
        {mayKeep && <Ending editor={editor} kind={policy.kind} />}
      </form>
      {mayKeep && <PolicyReset policy={policy} onSaved={onSaved} />}
      {policy.version > 0 && <PolicyHistory policy={policy} />}
    </section>
  );
}

/** Why, what it does, and the ways on. */
function Ending({ editor, kind }: { editor: Editor; kind: PolicyKind }) {
  const s = useSettingsT();
  const { draft, issues, effect, busy } = editor;
  return (
    <>
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
      {effect !== null && <EffectPanel effect={effect} kind={kind} />}
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
    </>
  );
}
