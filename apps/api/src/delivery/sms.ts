/** Text messages, by the company's own gateway: a POST of JSON to its address (README, "Messages to customers"). */
import { createHmac } from 'node:crypto';
import type { Locale } from '@redress/schema/context';
import type { DeliveryProblem } from './problem.ts';

export interface SmsSettings {
  /** http:// or https:// */
  url: string;
  /** What each request is signed with; null: they are not. */
  secret: string | null;
}

export interface TextMessage {
  /** The same for each attempt, so that a gateway knows a second copy as one. */
  id: string;
  to: string;
  locale: Locale;
  text: string;
}

const TIMEOUT_MS = 10_000;

/** Gives null when the gateway took it, else why not. */
export async function sendSms(
  { url, secret }: SmsSettings,
  message: TextMessage,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<DeliveryProblem | null> {
  const body = JSON.stringify(message);
  const late = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...signature(body, secret, now) },
      body,
      // An answer that sends us elsewhere would send numbers to an address that nobody settled on.
      redirect: 'error',
      signal: signal === undefined ? late : AbortSignal.any([late, signal]),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    if (response.status === 429) return 'RATE_LIMITED';
    return response.status >= 500 ? 'SMS_FAULT' : 'SMS_REFUSED';
  } catch {
    return late.aborted ? 'TIMED_OUT' : 'UNREACHABLE';
  }
}

/** HMAC-SHA-256 of `<timestamp>.<body>` in hex, and the timestamp (seconds), so that an old request is known as old. */
function signature(body: string, secret: string | null, now: Date): Record<string, string> {
  if (secret === null) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signed = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'redress-timestamp': timestamp, 'redress-signature': signed };
}
