import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { use, useCallback, useState } from 'react';
import { useClient } from 'urql';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure, SubmitOptions } from '../../app/use-submit.ts';
import { currentBoard } from '../board/current-board.ts';
import { tellDone } from '../undo/offers.ts';
import { undoOfMutation } from '../undo/mutation-undo.ts';
import { complaintAgainQuery } from './complaint-documents.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal, ResultLike } from './refusal.ts';
import { ShownComplaint } from './shown-complaint.ts';

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
  options?: SubmitOptions,
): Action<Variables> {
  const { busy, failure, run: submit, dismiss } = useSubmit(document, options);
  const client = useClient();
  const shown = use(ShownComplaint);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = async (variables: Variables): Promise<boolean> => {
    setRefusal(null);
    const before = shown && { ...shown, ...placeOf(shown.id) };
    const data = await submit(variables);
    if (data === null) return false;
    const refused = refusalOf(resultOf(data));
    setRefusal(refused);
    if (refused !== null && refused.changed !== null) {
      // The refusal says that the complaint is not what the person saw: show it as it is, whatever they decide.
      void client.query(complaintAgainQuery, { id: refused.changed }, { requestPolicy: 'network-only' }).toPromise();
    }
    if (refused === null) tellDone({ undo: undoOfMutation(document, variables ?? {}, before, data) });
    return refused === null;
  };
  const clear = useCallback(() => {
    setRefusal(null);
    dismiss();
  }, [dismiss]);
  return { busy, failure, refusal, run, clear };
}

/** Where its card stands, if the board beneath shows it. */
function placeOf(complaintId: string): { position?: string } {
  const position = currentBoard()?.store.told(complaintId)?.position;
  return position === undefined ? {} : { position };
}
