import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import { useDeskT } from './use-desk-t.ts';

interface AnyResult {
  __typename: string;
  message?: string;
}

/** What an answer comes to: taken, refused in words, or nothing was heard. */
export interface Answer<Result, Variables> {
  busy: boolean;
  problem: string | null;
  /** The server's result when it was taken; null when it was refused or not heard of, and `problem` then says why. */
  give: (variables: Variables) => Promise<Result | null>;
  dismiss: () => void;
}

/** Gives an answer at a line of the desk; the list is read again after it. */
export function useAnswer<Data extends Record<string, AnyResult>, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  onAnswered: () => void,
): Answer<Data[keyof Data], Variables> {
  const t = useDeskT();
  const { busy, failure, run, dismiss } = useSubmit(document);
  const [refusal, setRefusal] = useState<string | null>(null);
  const give = async (variables: Variables) => {
    setRefusal(null);
    const data = await run(variables);
    const result = data === null ? undefined : (Object.values(data)[0] as Data[keyof Data] | undefined);
    if (result === undefined) return null;
    // A repeated answer whose first one got lost was taken then.
    const isTaken = result.__typename === 'AlreadyDoneError' || result.message === undefined;
    setRefusal(isTaken ? null : (result.message ?? null));
    onAnswered();
    return isTaken ? result : null;
  };
  return {
    busy,
    problem: failure === null ? refusal : t('inbox.noAnswer'),
    give,
    dismiss() {
      setRefusal(null);
      dismiss();
    },
  };
}
