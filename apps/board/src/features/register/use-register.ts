import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import type { Draft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import type { SubmitFailure } from '../../app/use-submit.ts';
import type { ResultOf } from '../../graphql.ts';
import { putAway, tellDone, toldNow } from '../undo/offers.ts';
import { forget, isLookedAt, setLeft, useLeft } from './left-page.ts';
import { registerMutation, settleMutation } from './register-document.ts';
import { EMPTY_FIELDS, toRegisterInput, toSettleInput } from './register-fields.ts';
import type { RegisterFields } from './register-fields.ts';

type Result =
  | ResultOf<typeof registerMutation>['complaintRegister']
  | ResultOf<typeof settleMutation>['complaintSettle'];
export type Registered = Extract<Result, { __typename: 'ComplaintRegisterPayload' | 'ComplaintSettlePayload' }>;
export type Refused = Exclude<Result, Registered>;

export interface Register {
  draft: Draft<RegisterFields>;
  busy: boolean;
  /** What stands in the form was sent before the page was left, and has no answer yet. */
  isUnderWay: boolean;
  /** What stands in the form was sent before the page was left, and did not go through. */
  isNotDone: boolean;
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

const here = (): string => location.pathname + location.search;

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
  const [refused, setRefused] = useState<Refused | null>(null);
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
  const notDone = left?.state === 'notDone' ? left : null;
  const { clear } = draft;
  useEffect(() => {
    if (late === null) return;
    // What stands in this form is what was sent.
    clear();
    setLeft(null);
  }, [late, clear]);
  const isShown = late !== null || notDone !== null;
  useEffect(() => {
    // It is told here now: the bar is out of reach behind this page.
    const [at] = toldNow()?.openAt?.split('?') ?? [];
    if (isShown && at === location.pathname) putAway();
  }, [isShown]);
  useEffect(() => (notDone === null ? undefined : () => forget(notDone)), [notDone]);

  /** Has what was left by now told of: here where this is looked at again, elsewhere where acts are told of. */
  const tellLate = (result: Result | undefined, at: string) => {
    if (result !== undefined && 'trackingCode' in result) {
      setLeft({ state: 'registered', registered: result });
      const { number } = result.complaint;
      if (!isLookedAt()) tellDone({ words: (t) => t('register.late', { number }), undo: null, openAt: at });
    } else setLeft(isLookedAt() ? { state: 'notDone', refused: result ?? null } : null);
  };

  const submit = async () => {
    if (isUnderWay.current) return;
    setRefused(null);
    if (notDone !== null) forget(notDone);
    isUnderWay.current = true;
    const at = here();
    const result =
      draft.fields.settle === ''
        ? (await registering.run({ input: toRegisterInput(draft.fields) }))?.complaintRegister
        : (await settling.run({ input: toSettleInput(draft.fields) }))?.complaintSettle;
    isUnderWay.current = false;
    if (!isThere.current) tellLate(result, at);
    if (result === undefined) return;
    if ('trackingCode' in result) {
      draft.clear();
      setRegistered(result);
    } else setRefused(result);
  };
  return {
    draft,
    busy: sending.busy || left?.state === 'underWay',
    isUnderWay: left?.state === 'underWay',
    isNotDone: notDone !== null,
    failure: sending.failure,
    ...saidAgainst(notDone === null ? refused : notDone.refused),
    registered,
    submit,
    again: () => setRegistered(null),
  };
}

/** What the server says against it, as a whole and by field. */
function saidAgainst(refused: Refused | null): Pick<Register, 'message' | 'issues'> {
  if (refused?.__typename !== 'InvalidInputError') return { message: refused?.message ?? '', issues: {} };
  return {
    message: refused.issues.length === 0 ? refused.message : '',
    issues: Object.fromEntries(refused.issues.map((issue) => [issue.path.at(-1) ?? '', issue.message])),
  };
}
