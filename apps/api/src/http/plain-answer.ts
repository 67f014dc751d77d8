/** Answers outside GraphQL: short JSON that a person and a program understand. */
import type { ServerResponse } from 'node:http';

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

/** `{ "error": { "code", "message" } }` */
export function answerError(response: ServerResponse, status: number, code: string, message: string): void {
  answerJson(response, status, { error: { code, message } });
}
