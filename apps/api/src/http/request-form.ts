/** The form of a request to /graphql, looked at before Yoga, which answers some nonsense as if it were a bug. */
import type { IncomingMessage } from 'node:http';

/** A status, a code and a sentence. */
export type Refused = [status: number, code: string, message: string];

/** Parameters of a GET that are written in JSON. */
const IN_JSON: readonly string[] = ['variables', 'extensions'];

/** Why the request can't be read; null when it can. */
export function malformed({ url = '/', headers }: IncomingMessage): Refused | null {
  // From these two the request's address is put together; the header is anybody's to write.
  const address = `http://${headers.host ?? 'localhost'}${url}`;
  if (!URL.canParse(address)) return [400, 'BAD_REQUEST', 'The address of the request, or its header Host, is none.'];
  if (!url.includes('?')) return null;
  const { searchParams } = new URL(address);
  const wrong = IN_JSON.find((name) => !isJson(searchParams.get(name)));
  return wrong === undefined ? null : [400, 'BAD_REQUEST', `\`${wrong}\` in the address has to be JSON.`];
}

/** Answers are one JSON document: takes the forms that are off, such as server-sent events, out of what is accepted. */
export function settleAccept({ headers }: IncomingMessage): void {
  const accepted = headers.accept?.split(',').filter((part) => !/^\s*(text\/event-stream|multipart\/)/i.test(part));
  if (accepted !== undefined) headers.accept = accepted.join(',') || 'application/json';
}

function isJson(text: string | null): boolean {
  if (text === null || text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
