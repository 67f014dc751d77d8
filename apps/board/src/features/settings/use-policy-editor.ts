import { useState } from 'react';
import { useClient } from 'urql';
import { useDraft } from '../../app/use-draft.ts';
import type { Draft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import { fieldAt, fieldsOf, inputOf, shapeOf } from './policy-form.ts';
import type { FieldShape, Fields } from './policy-form.ts';
import { policySetMutation, previewQuery } from './settings-documents.ts';
import type { PolicyEffect, PolicyEntry } from './settings-documents.ts';
import { useSettingsT } from './use-settings-t.ts';

export interface PolicyEditor {
  draft: Draft<Fields>;
  shape: readonly FieldShape[];
  /** What is wrong with a field, by its name. */
  issues: Partial<Record<string, string>>;
  message: string;
  failure: SubmitFailure | null;
  busy: boolean;
  /** What the fields as they are now would do; null until that was asked. */
  effect: PolicyEffect | null;
  set: (name: string, value: string | boolean) => void;
  setReason: (reason: string) => void;
  preview: () => Promise<void>;
  save: () => Promise<void>;
  discard: () => void;
}

/** A policy that is being changed. The draft remembers the version it began with, so that nobody's change is lost. */
export function usePolicyEditor(policy: PolicyEntry, onSaved: () => void): PolicyEditor {
  const client = useClient();
  const s = useSettingsT();
  const { kind, key, value, version } = policy;
  const initial: Fields = { ...fieldsOf(value), reason: '', base: String(version) };
  const draft = useDraft<Fields>(`policy.${kind}.${key}`, initial);
  const { busy: saving, failure, run } = useSubmit(policySetMutation);
  const [issues, setIssues] = useState<PolicyEditor['issues']>({});
  const [message, setMessage] = useState('');
  const [effect, setEffect] = useState<PolicyEffect | null>(null);
  const [asking, setAsking] = useState(false);
  const shape = shapeOf(value);
  const input = () => ({ key, value: inputOf(value.__typename, draft.fields) });

  type Refused = {
    __typename: string;
    message: string;
    issues?: readonly { path: readonly string[]; message: string }[];
  };
  const refuse = (refused: Refused) => {
    const named = (refused.issues ?? []).map((issue) => [fieldAt(shape, issue.path), issue.message] as const);
    setIssues(Object.fromEntries(named.filter(([name]) => name !== null)));
    setMessage(named.some(([name]) => name !== null) ? '' : refused.message);
  };
  const forget = () => {
    setIssues({});
    setMessage('');
  };
  const preview = async () => {
    forget();
    setEffect(null);
    setAsking(true);
    const { data, error } = await client
      .query(previewQuery, { input: input() }, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    if (error !== undefined || data === undefined) return setMessage(s('settings.previewFailed'));
    if (data.policyPreview.__typename === 'PolicyPreview') setEffect(data.policyPreview);
    else refuse(data.policyPreview);
  };
  const save = async () => {
    forget();
    const { reason, base } = draft.fields;
    const data = await run({ input: { ...input(), reason: String(reason), expectedVersion: Number(base) } });
    if (data === null) return;
    if (data.policySet.__typename !== 'PolicySetPayload') return refuse(data.policySet);
    draft.clear();
    setEffect(null);
    onSaved();
  };
  return {
    draft,
    shape,
    issues,
    message,
    failure,
    busy: saving || asking,
    effect,
    set(name, to) {
      draft.set(name, to);
      setEffect(null);
    },
    setReason: (reason) => draft.set('reason', reason),
    preview,
    save,
    discard() {
      draft.clear();
      setEffect(null);
      forget();
    },
  };
}
