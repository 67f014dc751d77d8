import { useEffect, useState } from 'react';
import { safePath, startAfresh } from '../../app/session.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import { graphql } from '../../graphql.ts';

const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInPayload { viewer { __typename } }
      ... on UserError { code message }
      ... on RateLimitedError { retryAfterSeconds }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

/** Why the server did not sign the person in, in their language. */
export interface SignInRefusal {
  message: string;
  /** By field: email, password. */
  fields: Record<string, string>;
}

export interface SignIn {
  busy: boolean;
  refusal: SignInRefusal | null;
  failure: SubmitFailure | null;
  /** Seconds until another try is worth it; 0 when it is now. */
  waitSeconds: number;
  signIn: (email: string, password: string) => Promise<void>;
}

/** Signs in and goes on to where the person was going. */
export function useSignIn(next: string | undefined): SignIn {
  const submit = useSubmit(signInMutation);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [waitSeconds, setWaitSeconds] = useState(0);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const signIn = async (email: string, password: string) => {
    setRefusal(null);
    const data = await submit.run({ input: { email, password } });
    const result = data?.signIn;
    if (result === undefined) return;
    switch (result.__typename) {
      case 'SignInPayload':
        setLeaving(true);
        startAfresh(safePath(next));
        return;
      case 'RateLimitedError':
        setWaitSeconds(result.retryAfterSeconds);
        setRefusal({ message: result.message, fields: {} });
        return;
      case 'InvalidInputError':
        setRefusal({
          message: result.issues.length === 0 ? result.message : '',
          fields: Object.fromEntries(result.issues.map((issue) => [issue.path.at(-1) ?? '', issue.message])),
        });
        return;
      default:
        setRefusal({ message: result.message, fields: {} });
    }
  };
  return { busy: submit.busy || leaving, refusal, failure: submit.failure, waitSeconds, signIn };
}
