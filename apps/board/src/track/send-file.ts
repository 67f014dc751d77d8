/** Sending a file: announced in the words of the contract, then its bytes to the link that came back. */
import type { ResultOf, VariablesOf, graphql } from '../graphql.ts';
import { getLocale } from '../i18n/locale.ts';
import { ask, limited, trouble } from './ask.ts';
import type { Asked, TrackingKey } from './ask.ts';

const ANNOUNCE = `mutation TrackingUploadCreate($input: TrackingUploadCreateInput!) {
  trackingUploadCreate(input: $input) {
    __typename
    ... on UserError { message }
    ... on InvalidInputError { issues { message } }
    ... on RateLimitedError { retryAfterSeconds }
    ... on TrackingUploadCreatePayload { upload { url } }
  }
}` as const;

declare const typed: typeof graphql;
/** For the compiler alone, like those of `ask.ts`. */
export const announceDocument = () => typed(ANNOUNCE);
type AnnounceDocument = ReturnType<typeof announceDocument>;

/** A photo on a slow network takes minutes (ms). */
const GIVE_UP_AFTER = 300_000;

/** Sends one file; the same file under the same key is announced once. */
export async function sendFile(key: TrackingKey, file: File, idempotencyKey: string): Promise<Asked<null>> {
  const variables: VariablesOf<AnnounceDocument> = { input: { ...key, name: file.name, bytes: file.size } };
  const told = await ask<ResultOf<AnnounceDocument>>(ANNOUNCE, variables, { 'Idempotency-Key': idempotencyKey });
  if (!told.ok) return told;
  const result = told.value.trackingUploadCreate;
  switch (result.__typename) {
    case 'TrackingUploadCreatePayload':
      return put(result.upload.url, file);
    case 'RateLimitedError':
      return trouble(limited(result.retryAfterSeconds));
    case 'NotFoundError':
      return trouble({ kind: 'unknown' });
    case 'InvalidInputError':
      return trouble({ kind: 'refused', message: result.issues.map(({ message }) => message).join(' ') });
    default:
      return trouble({ kind: 'refused', message: result.message });
  }
}

async function put(url: string, file: File): Promise<Asked<null>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP_AFTER);
  try {
    const response = await fetch(url, {
      method: 'PUT',
      credentials: 'same-origin',
      signal: stop.signal,
      headers: { 'Accept-Language': getLocale(), 'Content-Type': file.type || 'application/octet-stream' },
      body: file,
    });
    if (response.ok) return { ok: true, value: null };
    const { error } = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
    return trouble(error?.message === undefined ? { kind: 'failed' } : { kind: 'refused', message: error.message });
  } catch {
    return trouble({ kind: 'offline' });
  } finally {
    clearTimeout(timer);
  }
}
