import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import type { Draft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import type { ResultOf } from '../../graphql.ts';
import { putAway, tellDone, toldNow } from '../undo/offers.ts';
import type { Done } from '../undo/offers.ts';
import { isLookedAt, setLeft, useLeft } from './left-page.ts';
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
  /** What stands in the form was sent before the page was left, and has no answer yet. */
  isUnderWay: boolean;
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

/** How the one that was left was told of last. */
let toldLate: Done['words'];

/**
 * The register form's state. The draft goes only when the complaint has its number. Who leaves before that and comes back
 * finds it still under way, or what it gave; until then they are told of it where acts are told of.
 * @param isOpen false: the page is on its way out, and shows nothing any more
 */
export function useRegister(isOpen: boolean): Register {
  const draft = useDraft<RegisterFields>('register', EMPTY_FIELDS);
  const registering = useSubmit(registerMutation, { adds: true });
  const settling = useSubmit(settleMutation, { adds: true });
  const sending = draft.fields.settle === '' ? registering : settling;
  const [message, setMessage] = useState('');
  const [issues, setIssues] = useState<Register['issues']>({});
  const [registered, setRegistered] = useState<Registered | null>(null);

  const isThere = useRef(true);
  const isUnderWay = useRef(false);
  useEffect(() => {
    isThere.current = isOpen;
    return () => {
      isThere.current = false;
      if (isUnderWay.current) setLeft({ state: 'underWay' });
    };
  }, [isOpen]);
  const left = useLeft(isOpen);
  const late = left?.state === 'registered' ? left.registered : null;
  if (late !== null && late !== registered) setRegistered(late);
  const { clear } = draft;
  useEffect(() => {
    if (late === null) return;
    // What stands in this form is what was sent.
    clear();
    setLeft(null);
    if (toldLate !== undefined && toldNow()?.words === toldLate) putAway();
  }, [late, clear]);

  /** Has what was left by now told of, where it is not looked at again. */
  const tellLate = (result: Result | undefined, at: string) => {
    const isDone = result !== undefined && 'trackingCode' in result;
    setLeft(isDone ? { state: 'registered', registered: result } : null);
    if (!isDone || isLookedAt()) return;
    const { number } = result.complaint;
    toldLate = (t) => t('register.late', { number });
    tellDone({ words: toldLate, undo: null, openAt: at });
  };

  const submit = async () => {
    if (isUnderWay.current) return;
    setMessage('');
    setIssues({});
    isUnderWay.current = true;
    const at = location.pathname + location.search;
    const result =
      draft.fields.settle === ''
        ? (await registering.run({ input: toRegisterInput(draft.fields) }))?.complaintRegister
        : (await settling.run({ input: toSettleInput(draft.fields) }))?.complaintSettle;
    isUnderWay.current = false;
    if (!isThere.current) tellLate(result, at);
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
  return {
    draft,
    busy: sending.busy || left?.state === 'underWay',
    isUnderWay: left?.state === 'underWay',
    failure: sending.failure,
    message,
    issues,
    registered,
    submit,
    again: () => setRegistered(null),
  };
}
