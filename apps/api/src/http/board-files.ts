/** The board's files as they were built. Names with a hash never change; the page that names them is never kept. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { answerError } from './plain-answer.ts';
import { fileHeaders, pageHeaders } from './security-headers.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** `dir` is the folder that the build wrote; without one, every page says how to build it. */
export function createBoardFiles(dir: string): Serve {
  const index = join(dir, 'index.html');
  if (!existsSync(index)) {
    return (_request, response) =>
      answerError(response, 503, 'NOT_BUILT', 'The board has not been built. Run: npx pnpm build');
  }
  const html = readFileSync(index, 'utf8');
  const headers = { ...pageHeaders(html), 'content-type': 'text/html; charset=utf-8' };
  const files = sirv(dir, {
    gzip: true,
    brotli: true,
    setHeaders: (response, pathname) => {
      for (const [name, value] of Object.entries(fileHeaders())) response.setHeader(name, value);
      const isHashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answerError(response, 405, 'METHOD_NOT_ALLOWED', 'Pages are read with GET.');
      return;
    }
    const path = (request.url ?? '/').split('?')[0]!;
    const page = () => {
      response.writeHead(200, headers);
      response.end(request.method === 'HEAD' ? undefined : html);
    };
    if (path === '/' || path === '/index.html') return page();
    files(request, response, () => {
      if (isNavigation(request, path)) page();
      else answerError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
    });
  };
}

/** A person opening an address of the board, as against a script that asks for a file that is gone. */
function isNavigation(request: IncomingMessage, path: string): boolean {
  const destination = request.headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document';
  return (request.headers.accept ?? '').includes('text/html') && !/\.[a-z0-9]+$/i.test(path);
}
