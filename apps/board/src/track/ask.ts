/** Asking the API, in the words of the contract and without a library. The code travels in bodies, never in addresses. */
import { patiently } from '../app/patient-fetch.ts';
import type { ResultOf, VariablesOf, graphql } from '../graphql.ts';
import { getLocale } from '../i18n/locale.ts';

const TRACKED = `number subject stage waitsForCustomerUntil
  mergedNumbers currency
  steps { stage name reachedAt }
  limits { kind dueAt metAt isLate }
  contacts { channel direction at text }
  promises { what state dueAt endedAt }
  survey { state round expiresAt outcomeScore handlingScore }
  finalAnswer { text at }
  resolutions { id kind state what amount { minor currency } byCustomer answerUntil isAnswerable carryOutBy answerNote carriedOutAt }`;
const TRACKING = `query Tracking($code: String!, $phoneLast4: String) {
  tracking(code: $code, phoneLast4: $phoneLast4) { ${TRACKED} }
}` as const;
const MESSAGE = `mutation TrackingMessage($input: TrackingMessageInput!) {
  trackingMessage(input: $input) {
    __typename
    ... on UserError { message }
    ... on RateLimitedError { retryAfterSeconds }
    ... on TrackingMessagePayload { tracking { ${TRACKED} } }
  }
}` as const;

const VERDICT = `mutation SurveyAnswer($input: SurveyAnswerInput!) {
  surveyAnswer(input: $input) {
    __typename
    ... on UserError { message }
    ... on RateLimitedError { retryAfterSeconds }
    ... on SurveyAnswerPayload { tracking { ${TRACKED} } }
  }
}` as const;

const ANSWER = `mutation ResolutionAnswer($input: ResolutionAnswerInput!) {
  resolutionAnswer(input: $input) {
    __typename
    ... on UserError { message }
    ... on RateLimitedError { retryAfterSeconds }
    ... on ResolutionAnswerPayload { tracking { ${TRACKED} } }
  }
}` as const;

/** gql.tada reads a document's types off a call of its own, which parses at run time: here it is for the compiler alone. */
declare const typed: typeof graphql;
export const documents = () => ({
  tracking: typed(TRACKING),
  message: typed(MESSAGE),
  verdict: typed(VERDICT),
  answer: typed(ANSWER),
});
type TrackingDocument = ReturnType<typeof documents>['tracking'];
type MessageDocument = ReturnType<typeof documents>['message'];
type VerdictDocument = ReturnType<typeof documents>['verdict'];
type AnswerDocument = ReturnType<typeof documents>['answer'];

export type Tracked = NonNullable<ResultOf<TrackingDocument>['tracking']>;
export type TrackingKey = VariablesOf<TrackingDocument>;

/** What the customer is told when there is no answer to show. */
export type Trouble =
  | { kind: 'unknown' | 'offline' | 'failed' }
  | { kind: 'limited'; minutes: number }
  /** What they typed is refused; the server says why, in their language. */
  | { kind: 'refused'; message: string }
  /** Somebody has answered before, or the time is over; the server says how it stands. */
  | { kind: 'settled'; message: string };

export type Asked<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** The complaint that the key opens. */
export async function askTracking(key: TrackingKey): Promise<Asked<Tracked>> {
  const answer = await ask<ResultOf<TrackingDocument>>(TRACKING, key, {});
  if (!answer.ok) return answer;
  const { tracking } = answer.value;
  return tracking === null ? trouble({ kind: 'unknown' }) : { ok: true, value: tracking };
}

/** Sends a message under an idempotency key: the same key and words arrive once, however often they are sent. */
export async function sendMessage(key: TrackingKey, text: string, idempotencyKey: string): Promise<Asked<Tracked>> {
  const variables: VariablesOf<MessageDocument> = { input: { ...key, text } };
  const answer = await ask<ResultOf<MessageDocument>>(MESSAGE, variables, { 'Idempotency-Key': idempotencyKey });
  if (!answer.ok) return answer;
  const result = answer.value.trackingMessage;
  switch (result.__typename) {
    case 'TrackingMessagePayload':
      return { ok: true, value: result.tracking };
    case 'RateLimitedError':
      return trouble(limited(result.retryAfterSeconds));
    case 'NotFoundError':
      return trouble({ kind: 'unknown' });
    default:
      return trouble({ kind: 'refused', message: result.message });
  }
}

/** What the customer thinks of it; the round is that of the question they read. */
export interface Verdict {
  round: number;
  outcomeScore: number;
  handlingScore: number;
  comment: string | null;
}

/** Sends the customer's verdict; the same key and scores arrive once. */
export async function sendVerdict(key: TrackingKey, verdict: Verdict, idempotencyKey: string): Promise<Asked<Tracked>> {
  const variables: VariablesOf<VerdictDocument> = { input: { ...key, ...verdict } };
  const answer = await ask<ResultOf<VerdictDocument>>(VERDICT, variables, { 'Idempotency-Key': idempotencyKey });
  if (!answer.ok) return answer;
  const result = answer.value.surveyAnswer;
  switch (result.__typename) {
    case 'SurveyAnswerPayload':
      return { ok: true, value: result.tracking };
    case 'RateLimitedError':
      return trouble(limited(result.retryAfterSeconds));
    case 'NotFoundError':
      return trouble({ kind: 'unknown' });
    default:
      return trouble({ kind: 'refused', message: result.message });
  }
}

/** What the customer says to an offer. */
export type ProposedAnswer = Required<Omit<VariablesOf<AnswerDocument>['input'], 'code' | 'phoneLast4'>>;

/** Sends what the customer says to an offer; the same key and words arrive once. */
export async function sendAnswer(
  key: TrackingKey,
  answer: ProposedAnswer,
  idempotencyKey: string,
): Promise<Asked<Tracked>> {
  const variables: VariablesOf<AnswerDocument> = { input: { ...key, ...answer } };
  const sent = await ask<ResultOf<AnswerDocument>>(ANSWER, variables, { 'Idempotency-Key': idempotencyKey });
  if (!sent.ok) return sent;
  const result = sent.value.resolutionAnswer;
  switch (result.__typename) {
    case 'ResolutionAnswerPayload':
      return { ok: true, value: result.tracking };
    case 'RateLimitedError':
      return trouble(limited(result.retryAfterSeconds));
    case 'NotFoundError':
      return trouble({ kind: 'unknown' });
    case 'OfferSettledError':
      return trouble({ kind: 'settled', message: result.message });
    default:
      return trouble({ kind: 'refused', message: result.message });
  }
}

/** A frozen network shows as one that is down after this long (ms). */
const GIVE_UP_AFTER = 20_000;

interface GraphqlAnswer<T> {
  data?: T | null;
  errors?: { extensions?: { code?: string; retryAfterSeconds?: number } }[];
}

export async function ask<T>(query: string, variables: object, headers: Record<string, string>): Promise<Asked<T>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP_AFTER);
  try {
    const response = await patiently(() =>
      fetch('/graphql', {
        method: 'POST',
        credentials: 'same-origin',
        signal: stop.signal,
        headers: { 'Content-Type': 'application/json', 'Accept-Language': getLocale(), ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data, errors } = (await response.json().catch(() => ({}))) as GraphqlAnswer<T>;
    const refusal = errors?.[0]?.extensions;
    if (refusal?.code === 'RATE_LIMITED') return trouble(limited(refusal.retryAfterSeconds ?? 60));
    return data ? { ok: true, value: data } : trouble({ kind: 'failed' });
  } catch {
    return trouble({ kind: 'offline' });
  } finally {
    clearTimeout(timer);
  }
}

export function limited(seconds: number): Trouble {
  return { kind: 'limited', minutes: Math.ceil(seconds / 60) };
}

export function trouble(what: Trouble): { ok: false; trouble: Trouble } {
  return { ok: false, trouble: what };
}
