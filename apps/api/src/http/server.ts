/** The HTTP server: finds the caller, guards what a browser may send, and hands each path to its room. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { BoardAnswers } from '../board/board-answers.ts';
import { company } from '../demo/data/company.ts';
import { answerAuditCsv } from '../export/audit-csv.ts';
import { answerComplaintsCsv } from '../export/complaints-csv.ts';
import { answerCustomerCopy } from '../export/customer-copy.ts';
import { FILES_PATH, answerFile } from '../files/serve.ts';
import { answerUpload } from '../files/upload.ts';
import { UPLOAD_PATH } from '../files/upload-token.ts';
import type { Services } from '../services.ts';
import { SESSION_COOKIE } from '../session/lucia.ts';
import { COOKIE_SECONDS } from '../session/auth.ts';
import { ANSWER_PATH, answerByLink } from './answer.ts';
import { createBoardFiles } from './board-files.ts';
import { BadCredential, findCaller } from './caller.ts';
import type { Caller } from './caller.ts';
import { heard } from './context.ts';
import { setCookie } from './cookies.ts';
import { demoAccounts } from './demo.ts';
import { createGraphql } from './graphql.ts';
import { answerHealth, answerReadiness } from './health.ts';
import type { Readiness } from './health.ts';
import { localeOf } from './locale.ts';
import { answeredAsBusy } from './overload.ts';
import { answerError, answerJson } from './plain-answer.ts';
import { answerPlain } from './plain-operation.ts';
import { malformed, settleAccept } from './request-form.ts';
import type { Refused } from './request-form.ts';
import { isSameOrigin } from './same-origin.ts';
import { fileHeaders, pageHeaders } from './security-headers.ts';

export interface HttpOptions {
  services: Services;
  readiness: Readiness;
  /** Where the board was built. */
  boardDir: string;
}

/** Enough for 25 MB from a phone on the road; headers have a minute of their own. */
const REQUEST_MS = 300_000;

export function createHttpServer({ services, readiness, boardDir }: HttpOptions): Server {
  const graphql = createGraphql(services);
  const boardAnswers = new BoardAnswers(services);
  const serveBoard = createBoardFiles(boardDir);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    switch ((request.url ?? '/').split('?')[0]) {
      case '/healthz':
        return answerHealth(response);
      case '/readyz':
        return answerReadiness(response, readiness);
      case '/demo.json':
        return answerDemo(services, request, response);
      case '/graphql':
        return answerGraphql(request, response);
      case '/export/audit.csv':
        return answerExport(request, response, answerAuditCsv);
      case '/export/complaints.csv':
        return answerExport(request, response, answerComplaintsCsv);
      case '/export/customer.html':
      case '/export/customer.json':
        return answerExport(request, response, answerCustomerCopy);
      default:
        if (request.url?.startsWith(UPLOAD_PATH)) return answerUpload(services, request, response);
        if (request.url?.startsWith(FILES_PATH)) return answerOneFile(request, response);
        if (request.url?.startsWith(ANSWER_PATH)) return answerByLink(services, request, response);
        return serveBoard(request, response);
    }
  };

  const answerGraphql = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    settleAccept(request);
    const refused = malformed(request) ?? refusalOf(request, services.publicOrigins);
    if (refused !== null) return answerError(response, ...refused);
    const caller = await findCaller(request, services.principals, services);
    // GraphiQL is a page; its own scripts are inline and as large as an application.
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    prepare(response, caller, isPage ? graphiqlHeaders() : fileHeaders());
    if (caller.lastChange !== null) await heard(services, caller.lastChange);
    if (await answerPlain(services, boardAnswers, request, response, caller)) return undefined;
    return graphql(request, response, { req: request, res: response, caller });
  };

  const answerExport = async (
    request: IncomingMessage,
    response: ServerResponse,
    answer: typeof answerAuditCsv,
  ): Promise<unknown> => {
    const refused = malformed(request) ?? downloadRefused(request, services.publicOrigins);
    if (refused !== null) return answerError(response, ...refused);
    const caller = await findCaller(request, services.principals, services);
    prepare(response, caller, fileHeaders());
    return answer(services, request, response, caller);
  };

  const answerOneFile = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const refused = malformed(request) ?? downloadRefused(request, services.publicOrigins);
    if (refused !== null) return answerError(response, ...refused);
    const caller = await findCaller(request, services.principals, services);
    prepare(response, caller, fileHeaders());
    return answerFile(services, request, response, caller);
  };

  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    if (answeredAsBusy(services.overload, request, response)) return;
    route(request, response).catch((error: unknown) => {
      if (error instanceof BadCredential) {
        response.setHeader('www-authenticate', 'Bearer');
        return answerError(response, 401, 'UNAUTHENTICATED', error.message);
      }
      services.log.error({ err: error, path: request.url?.split('?')[0] }, 'a request failed');
      if (response.headersSent) response.destroy();
      else answerError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
      return undefined;
    });
  });
  return server;
}

/** Why a request is not taken at all; null when it is. */
function refusalOf(request: IncomingMessage, publicOrigins: readonly string[]): Refused | null {
  const byProgram = request.headers.authorization !== undefined;
  if (request.method === 'POST') {
    // A form of another site can send neither this content type nor, to us, another origin.
    const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
    if (type !== 'application/json') return [415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.'];
    if (!byProgram && !isSameOrigin(request, publicOrigins))
      return [403, 'FOREIGN_ORIGIN', 'This origin may not call the API.'];
    return null;
  }
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  return [405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked with POST, and queries also with GET.'];
}

/** Why a download is not given: it is a person's, who asks for it on a page of ours or in the address bar. */
function downloadRefused(request: IncomingMessage, publicOrigins: readonly string[]): Refused | null {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return [405, 'METHOD_NOT_ALLOWED', 'Downloads are read with GET.'];
  if (!isSameOrigin(request, publicOrigins)) return [403, 'FOREIGN_ORIGIN', 'This origin may not download from here.'];
  return null;
}

function prepare(response: ServerResponse, caller: Caller, headers: Record<string, string>): void {
  response.setHeader('x-request-id', caller.requestId);
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (caller.prolonged && caller.credential.kind === 'SESSION') {
    setCookie(response, SESSION_COOKIE, caller.credential.token, {
      maxAgeSeconds: COOKIE_SECONDS,
      secure: caller.secure,
    });
  }
}

function graphiqlHeaders(): Record<string, string> {
  const headers = pageHeaders('');
  const policy = headers['content-security-policy']!.replace(
    "script-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  );
  return { ...headers, 'content-security-policy': policy };
}

function answerDemo({ directory }: Services, request: IncomingMessage, response: ServerResponse): void {
  const name = localeOf(request.headers['accept-language']) === 'en' ? company.en : company.zh;
  const demo = demoAccounts(directory, name);
  if (demo === null) answerError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
  else answerJson(response, 200, demo);
}
