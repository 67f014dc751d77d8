/** Answers outside GraphQL: short JSON that a person and a program understand. */
import type { ServerResponse } from 'node:http';

/** Headers and body of an answer. With its length said, and the body a text, both go out in one piece. */
export interface PlainAnswer {
  headers: Readonly<Record<string, string | number>>;
  text: string;
}

export function plainAnswer(body: unknown): PlainAnswer {
  const text = JSON.stringify(body);
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    text,
  };
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const { headers, text } = plainAnswer(body);
  response.writeHead(status, headers).end(text);
}

/** `{ "error": { "code", "message" } }` */
export function plainError(code: string, message: string): PlainAnswer {
  return plainAnswer({ error: { code, message } });
}

export function answerError(response: ServerResponse, status: number, code: string, message: string): void {
  const { headers, text } = plainError(code, message);
  response.writeHead(status, headers).end(text);
}
