import { useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import type { Draft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import type { ResultOf } from '../../graphql.ts';
import { registerMutation, settleMutation } from './register-document.ts';
import { EMPTY_FIELDS, toRegisterInput, toSettleInput } from './register-fields.ts';
import type { RegisterFields } from './register-fields.ts';

type Result =
  | ResultOf<typeof registerMutation>['complaintRegister']
  | ResultOf<typeof settleMutation>['complaintSettle'];
export type Registered = Extract<Result, { __typename: 'ComplaintRegisterPayload' | 'ComplaintSettlePayload' }>;

export interface Register {
  draft: Draft<RegisterFields>;
  busy: boolean;
  failure: SubmitFailure | null;
  /** What the server says against it as a whole; empty when only fields are wrong. */
  message: string;
  /** What is wrong with a field, by its name. */
  issues: Partial<Record<string, string>>;
  registered: Registered | null;
  submit: () => Promise<void>;
  /** Starts the next one. */
  again: () => void;
}

/** The register form's state. The draft goes only when the complaint has its number. */
export function useRegister(): Register {
  const draft = useDraft<RegisterFields>('register', EMPTY_FIELDS);
  const registering = useSubmit(registerMutation);
  const settling = useSubmit(settleMutation);
  const { busy, failure } = draft.fields.settle === '' ? registering : settling;
  const [message, setMessage] = useState('');
  const [issues, setIssues] = useState<Register['issues']>({});
  const [registered, setRegistered] = useState<Registered | null>(null);

  const submit = async () => {
    setMessage('');
    setIssues({});
    const result =
      draft.fields.settle === ''
        ? (await registering.run({ input: toRegisterInput(draft.fields) }))?.complaintRegister
        : (await settling.run({ input: toSettleInput(draft.fields) }))?.complaintSettle;
    if (result === undefined) return;
    switch (result.__typename) {
      case 'ComplaintRegisterPayload':
      case 'ComplaintSettlePayload':
        draft.clear();
        setRegistered(result);
        return;
      case 'InvalidInputError':
        setIssues(Object.fromEntries(result.issues.map((issue) => [issue.path.at(-1) ?? '', issue.message])));
        setMessage(result.issues.length === 0 ? result.message : '');
        return;
      default:
        setMessage(result.message);
    }
  };
  return { draft, busy, failure, message, issues, registered, submit, again: () => setRegistered(null) };
}
