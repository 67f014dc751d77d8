/**
 * The short way of an operation: one JSON object by POST, from a caller who is known, with a document that is known.
 * It means to GraphQL over HTTP what Yoga makes of it, and costs a fraction. Whatever is out of the ordinary, from a
 * charset to a wrong variable, is left to Yoga, which reads the request anew (docs/adr/0022).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, getOperationAST } from 'graphql';
import type { DocumentNode, ExecutionResult, OperationTypeNode } from 'graphql';
import type { BoardAnswers } from '../board/board-answers.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { principalKey } from '@redress/domain/actions/audit';
import { createContext } from './context.ts';
import type { SchemaContext } from '@redress/schema/context';
import { answerErrors } from './error-answer.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { takesBack } from './takes-back.ts';
import { maskError } from './masked-error.ts';
import { rememberChange } from './read-your-writes.ts';
import { tellCost, weigh } from './weigh.ts';
import { readWhole } from './whole-body.ts';

export const MAX_BODY = 1024 * 1024;

/** An operation that was read, parsed and found valid. */
interface Known {
  document: DocumentNode;
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
  extensions: unknown;
  type: OperationTypeNode;
}

const FIELDS: readonly string[] = ['query', 'operationName', 'variables', 'extensions'];

/** Answers the request if it is a plain one; resolves false when it is not, and nothing was done. */
export async function answerPlain(
  services: Services,
  answers: BoardAnswers,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<boolean> {
  const mediaType = mediaTypeFor(request.headers.accept);
  if (request.method !== 'POST' || caller.principal === null || mediaType === null) return false;
  const bytes = await readWhole(request, MAX_BODY);
  if (bytes === null) return false;
  const known = readOperation(services, bytes);
  if (known === null || known.type === 'subscription') return leave(request, bytes);
  const context = contextOf(services, caller, request, response, known);
  if (context === null) return leave(request, bytes);

  const { schema, execute, budget } = services;
  const { document, operationName, variables } = known;
  const operation = { schema, document, operationName, variableValues: variables };
  try {
    const left = weigh(operation, context, budget);
    if (left === null) return leave(request, bytes);
    tellCost(response, left);
  } catch (error) {
    if (error instanceof GraphQLError) return leave(request, bytes);
    throw error;
  }

  const contentType = `${mediaType}; charset=utf-8`;
  const board = answers.recognise(known);
  if (board !== null) {
    const kept = await answers.answer(board, known, context, principalKey(caller.principal));
    if (kept === null) return leave(request, bytes);
    const encoding = kept.encodingFor(headerText(request.headers['accept-encoding']));
    const body = encoding === null ? kept.plain : await kept.encoded(encoding);
    const headers = { 'content-type': contentType, 'content-length': body.length, vary: 'Accept-Encoding' };
    response.writeHead(200, encoding === null ? headers : { ...headers, 'content-encoding': encoding }).end(body);
    return true;
  }

  const result: ExecutionResult = await execute({ ...operation, contextValue: context });
  if (result.errors === undefined) {
    send(response, 200, contentType, JSON.stringify(result));
    return true;
  }
  // A query can be asked again; a mutation has happened, and is answered for here.
  if (known.type === 'query') return leave(request, bytes);
  const errors = result.errors.map((error) => maskError(error, services.log));
  const { status, body } = answerErrors({ ...result, errors }, response);
  send(response, status, contentType, body);
  return true;
}

/** Gives the body back, for another reader. */
function leave(request: IncomingMessage, bytes: Buffer): false {
  request.unshift(bytes);
  return false;
}

function send(response: ServerResponse, status: number, contentType: string, text: string): void {
  // A text goes out in one piece with the head; bytes would be a second one.
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }).end(text);
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** What is accepted, in the usual forms; null for the others. */
function mediaTypeFor(accept: string | undefined): string | null {
  const first = accept?.split(',')[0]!.trim();
  if (first === undefined || first === '*/*' || first === 'application/json') return 'application/json';
  return first === 'application/graphql-response+json' ? first : null;
}

function readOperation({ documents }: Services, bytes: Buffer): Known | null {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString());
  } catch {
    return null;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  if (Object.keys(body).some((name) => !FIELDS.includes(name))) return null;
  const { query, operationName = null, variables = null, extensions } = body as Record<string, unknown>;
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null;
  if (typeof variables !== 'object' || Array.isArray(variables)) return null;
  const document = documents.known(query);
  const operation = document && getOperationAST(document, operationName || null);
  if (!document || !operation) return null;
  const given = (variables ?? {}) as Record<string, unknown>;
  return { document, query, operationName, variables: given, extensions, type: operation.operation };
}

/** Null when the idempotency key is none. */
function contextOf(
  services: Services,
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
  { extensions }: Known,
): SchemaContext | null {
  try {
    return createContext(services, {
      caller,
      response,
      idempotencyKey: idempotencyKey(request.headers['idempotency-key'], extensions),
      takesBack: takesBack(request.headers['takes-back'], extensions),
      onChange: (cursor) => rememberChange(caller, response, cursor),
    });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
