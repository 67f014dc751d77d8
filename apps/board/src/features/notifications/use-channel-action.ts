import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';

interface ResultLike {
  __typename: string;
  code?: string;
  message?: string;
  issues?: readonly { path: readonly string[]; message: string }[];
}

export interface ChannelAction<Variables> {
  busy: boolean;
  /** No answer came. */
  failure: SubmitFailure | null;
  /** What is wrong, by the field of the input: `target`, `quietTime.to`. */
  fields: Readonly<Record<string, string>>;
  /** What the server says against it as a whole. */
  problem: string | null;
  /** Carries it; true when it was done. */
  run: (variables: Variables) => Promise<boolean>;
}

/** A mutation of this screen: its refusal stands at its field, or beside what was pressed. */
export function useChannelAction<Data extends Record<string, ResultLike>, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): ChannelAction<Variables> {
  const { busy, failure, run: submit } = useSubmit(document);
  const [refused, setRefused] = useState<ResultLike | null>(null);
  const run = async (variables: Variables): Promise<boolean> => {
    setRefused(null);
    const data = await submit(variables);
    const result = data === null ? undefined : Object.values(data)[0];
    if (result === undefined) return false;
    const isRefused = result.code !== undefined;
    if (isRefused) setRefused(result);
    return !isRefused;
  };
  const fields = Object.fromEntries((refused?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
  const problem = refused !== null && Object.keys(fields).length === 0 ? (refused.message ?? '') : null;
  return { busy, failure, fields, problem, run };
}
