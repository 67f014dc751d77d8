import { useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import type { Draft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import { useT } from '../../i18n/use-t.ts';
import { unreadable } from './duration-fields.ts';
import { unreadableSteps } from './ladder/ladder-form.ts';
import { fieldAt, fieldsOf, inputOf, shapeOf } from './policy-form.ts';
import type { FieldShape, Fields, PolicyValueInput } from './policy-form.ts';
import { policySetMutation } from './settings-documents.ts';
import type { PolicyEffect, PolicyEntry } from './settings-documents.ts';
import { unreadableLines } from './templates/template-form.ts';
import { useCalendars } from './use-calendars.ts';
import { usePolicyPreview } from './use-policy-preview.ts';
import type { Refused } from './use-policy-preview.ts';

export interface PolicyEditor {
  draft: Draft<Fields>;
  shape: readonly FieldShape[];
  /** What is wrong with a field, by its name; and by the whole path below the kind, where a field has parts. */
  issues: Partial<Record<string, string>>;
  message: string;
  failure: SubmitFailure | null;
  busy: boolean;
  /** What the fields as they are now would do; null until that was asked. */
  effect: PolicyEffect | null;
  /** What the form says now, as it would be sent. */
  value: () => PolicyValueInput;
  set: (name: string, value: string | boolean) => void;
  setReason: (reason: string) => void;
  preview: () => Promise<void>;
  save: () => Promise<void>;
  discard: () => void;
}

/** Lengths of time in the rows of a list that can't be read, by their places. */
function unreadableInLists(value: PolicyEntry['value'], fields: Fields): string[] {
  if (value.__typename === 'LadderPolicy') return unreadableSteps(fields);
  return value.__typename === 'DutyTemplatePolicy' ? unreadableLines(fields) : [];
}

/** A policy that is being changed. The draft remembers the version it began with, so that nobody's change is lost. */
export function usePolicyEditor(policy: PolicyEntry, onSaved: () => void): PolicyEditor {
  const t = useT();
  const { workdays } = useCalendars();
  const { kind, key, value, version } = policy;
  const initial: Fields = { ...fieldsOf(value, t), reason: '', base: String(version) };
  const draft = useDraft<Fields>(`policy.${kind}.${key}`, initial);
  const { busy: saving, failure, run } = useSubmit(policySetMutation);
  const preview = usePolicyPreview();
  const [issues, setIssues] = useState<PolicyEditor['issues']>({});
  const [message, setMessage] = useState('');
  const shape = shapeOf(value);
  const input = () => inputOf(value.__typename, draft.fields, workdays);

  const refuse = (refused: Refused) => {
    const named = (refused.issues ?? []).map(({ path, message: text }) => [fieldAt(shape, path), path, text] as const);
    const found = named.filter(([name]) => name !== null);
    const parts = found.map(([, path, text]) => [path.slice(2).join('.'), text] as const);
    setIssues(Object.fromEntries([...parts, ...found.map(([name, , text]) => [name!, text] as const)]));
    setMessage(found.length > 0 ? '' : refused.message);
  };
  const forget = () => {
    setIssues({});
    setMessage('');
  };
  /** Whether everything that was typed can be read. */
  const readable = () => {
    forget();
    const wrong = [...unreadable(shape, draft.fields, workdays), ...unreadableInLists(value, draft.fields)];
    setIssues(Object.fromEntries(wrong.map((name) => [name, t('settings.duration.unreadable')])));
    return wrong.length === 0;
  };
  const save = async () => {
    if (!readable()) return;
    const { reason, base } = draft.fields;
    const data = await run({
      input: { key, value: input(), reason: String(reason), expectedVersion: Number(base) },
    });
    if (data === null) return;
    if (data.policySet.__typename !== 'PolicySetPayload') return refuse(data.policySet);
    // What was saved stays in sight until it comes as the new version: the old one between the two would move the page.
    draft.taken();
    preview.forget();
    onSaved();
  };
  return {
    draft,
    shape,
    issues,
    message,
    failure,
    busy: saving || preview.asking,
    effect: preview.effect,
    value: input,
    set(name, to) {
      draft.set(name, to);
      preview.forget();
    },
    setReason: (reason) => draft.set('reason', reason),
    async preview() {
      preview.forget();
      if (!readable()) return;
      const refused = await preview.ask(key, input());
      if (refused !== null) refuse(refused);
    },
    save,
    discard() {
      draft.clear();
      preview.forget();
      forget();
    },
  };
}
