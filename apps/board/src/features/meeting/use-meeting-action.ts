import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure, SubmitOptions } from '../../app/use-submit.ts';
import { refusalOf } from '../complaint/refusal.ts';
import type { Refusal, ResultLike } from '../complaint/refusal.ts';

export interface MeetingAction<Variables> {
  busy: boolean;
  failure: SubmitFailure | null;
  refusal: Refusal | null;
  /** Carries it out; its answer when it was done, else null. */
  run: (variables: Variables) => Promise<ResultLike | null>;
}

/** An action on a meeting as its screens use it. A refusal is kept, to be shown where the action was asked for. */
export function useMeetingAction<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options?: SubmitOptions,
): MeetingAction<Variables> {
  const { busy, failure, run: submit } = useSubmit(document, options);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (variables: Variables): Promise<ResultLike | null> => {
    setRefusal(null);
    const data = await submit(variables);
    if (data === null) return null;
    // Each of these documents asks for one field.
    const [result] = Object.values(data) as ResultLike[];
    const refused = refusalOf(result!);
    setRefusal(refused);
    return refused === null ? result! : null;
  };
  return { busy, failure, refusal, run };
}
