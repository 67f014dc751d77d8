import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import { useInboxT } from './use-inbox-t.ts';

/** What an answer comes to: taken, refused in words, or nothing was heard. */
interface Answer<Variables> {
  busy: boolean;
  problem: string | null;
  give: (variables: Variables) => Promise<void>;
}

/** Gives an answer from an entry of the inbox; the list is read again after it. */
export function useAnswer<
  Data extends Record<string, { __typename: string; message?: string }>,
  Variables extends AnyVariables,
>(document: TypedDocumentNode<Data, Variables>, onAnswered: () => void): Answer<Variables> {
  const own = useInboxT();
  const { busy, failure, run } = useSubmit(document);
  const [refusal, setRefusal] = useState<string | null>(null);
  const give = async (variables: Variables) => {
    setRefusal(null);
    const data = await run(variables);
    const result = data === null ? null : Object.values(data)[0];
    if (result === null || result === undefined) return;
    // A repeated answer whose first one got lost was taken then.
    setRefusal(result.__typename === 'AlreadyDoneError' ? null : (result.message ?? null));
    onAnswered();
  };
  return { busy, problem: failure === null ? refusal : own('inbox.noAnswer'), give };
}
