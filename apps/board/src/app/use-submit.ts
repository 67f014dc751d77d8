import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { AttemptKeys } from './attempt-key.ts';
import { keptAttempts } from './drafts.ts';
import { leaveBehind } from './left-behind.ts';
import { mutationField } from './mutation-field.ts';
import { ViewerContext } from './viewer.tsx';

/**
 * Why a submission has no answer. `network`: it may be sent again as it is. `throttled`: in so many seconds.
 * `server`: a bug, with the id it is logged under.
 */
export type SubmitFailure =
  | { kind: 'network' }
  | { kind: 'throttled'; seconds: number }
  | { kind: 'server'; id: string };

export interface SubmitOptions {
  /**
   * It adds something that would stand there twice if it was sent twice, and nothing guards it: what had no answer is
   * still the same submission after its form was closed, or the page was loaded anew.
   */
  adds?: boolean;
}

export interface Submit<Data, Variables> {
  busy: boolean;
  failure: SubmitFailure | null;
  /** Sends one mutation; null when there was no answer (`failure` then says why). Expected refusals are in the data. */
  run: (variables: Variables) => Promise<Data | null>;
  dismiss: () => void;
}

/**
 * A mutation as forms need it: one at a time, idempotent across retries, its failures kept to be shown in place. What
 * fails or is refused when its form has been left is told elsewhere.
 */
export function useSubmit<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { adds = false }: SubmitOptions = {},
): Submit<Data, Variables> {
  const client = useClient();
  const owner = use(ViewerContext)?.member.id;
  const [keys] = useState(() => {
    const isKept = adds && owner !== undefined;
    return new AttemptKeys(isKept ? keptAttempts(owner, mutationField(document)) : null);
  });
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SubmitFailure | null>(null);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setFailure(null);
      const at = location.pathname + location.search;
      const idempotencyKey = keys.keyFor(variables);
      const result = await client.mutation(document, variables, { idempotencyKey }).toPromise();
      running.current = false;
      setBusy(false);
      const failed = failureOf(result.error);
      // After a server's error too the change may have been written: the same key makes a retry harmless.
      if (failed === null) keys.answered();
      setFailure(failed);
      const refused = failed === null ? refusedWith(result.data) : null;
      if (!isThere.current && (failed !== null || refused !== null)) leaveBehind({ at, why: refused });
      return failed === null ? (result.data ?? null) : null;
    },
    [client, document, keys],
  );
  return { busy, failure, run, dismiss: useCallback(() => setFailure(null), []) };
}

/** The words of a refusal; null when it was carried out. Each document of a form asks for one field, a result union. */
function refusedWith(data: unknown): string | null {
  const [result] = Object.values(data ?? {}) as { __typename?: string; message?: unknown }[];
  const isRefused = typeof result?.message === 'string' && result.__typename !== 'AlreadyDoneError';
  return isRefused ? (result.message as string) : null;
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
