import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal, ResultLike } from './refusal.ts';

/** One business action as a form uses it. */
export interface Action<Variables> {
  busy: boolean;
  /** No answer came. */
  failure: SubmitFailure | null;
  /** The server said no, and why. */
  refusal: Refusal | null;
  /** Carries the action; true when it was done. */
  run: (variables: Variables) => Promise<boolean>;
  /** The refusal has been dealt with. */
  clear: () => void;
}

/** `resultOf` takes the mutation's one result out of its data. */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  resultOf: (data: Data) => ResultLike,
): Action<Variables> {
  const { busy, failure, run: submit, dismiss } = useSubmit(document);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = async (variables: Variables): Promise<boolean> => {
    setRefusal(null);
    const data = await submit(variables);
    if (data === null) return false;
    const refused = refusalOf(resultOf(data));
    setRefusal(refused);
    return refused === null;
  };
  const clear = useCallback(() => {
    setRefusal(null);
    dismiss();
  }, [dismiss]);
  return { busy, failure, refusal, run, clear };
}
