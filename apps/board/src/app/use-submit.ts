import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { AttemptKeys } from './attempt-key.ts';

/**
 * Why a submission has no answer. `network`: it may be sent again as it is. `throttled`: in so many seconds.
 * `server`: a bug, with the id it is logged under.
 */
export type SubmitFailure =
  | { kind: 'network' }
  | { kind: 'throttled'; seconds: number }
  | { kind: 'server'; id: string };

export interface Submit<Data, Variables> {
  busy: boolean;
  failure: SubmitFailure | null;
  /** Sends one mutation; null when there was no answer (`failure` then says why). Expected refusals are in the data. */
  run: (variables: Variables) => Promise<Data | null>;
  dismiss: () => void;
}

/** A mutation as forms need it: one at a time, idempotent across retries, its failures kept to be shown in place. */
export function useSubmit<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Submit<Data, Variables> {
  const client = useClient();
  const keys = useRef(new AttemptKeys());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SubmitFailure | null>(null);

  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setFailure(null);
      const idempotencyKey = keys.current.keyFor(variables);
      const result = await client.mutation(document, variables, { idempotencyKey }).toPromise();
      running.current = false;
      setBusy(false);
      const failed = failureOf(result.error);
      // After a server's error too the change may have been written: the same key makes a retry harmless.
      if (failed === null) keys.current.answered();
      setFailure(failed);
      return failed === null ? (result.data ?? null) : null;
    },
    [client, document],
  );
  return { busy, failure, run, dismiss: useCallback(() => setFailure(null), []) };
}

function failureOf(error: CombinedError | undefined): SubmitFailure | null {
  if (error === undefined) return null;
  if (error.networkError !== undefined) return { kind: 'network' };
  const [first] = error.graphQLErrors;
  const { code, errorId, retryAfterSeconds } = first?.extensions ?? {};
  if (code === 'RATE_LIMITED') return { kind: 'throttled', seconds: Number(retryAfterSeconds ?? 60) };
  const id = [errorId, code, first?.message].find((part) => typeof part === 'string');
  return { kind: 'server', id: id ?? '' };
}
