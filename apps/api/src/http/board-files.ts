/**
 * The files of the board and of the customer's page as they were built, held in memory: a build that replaces them under a running server must not take
 * from it what its pages still name. Names with a hash never change; the page that names them is never kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { answerError } from './plain-answer.ts';
import { customerPageHeaders, fileHeaders, pageHeaders } from './security-headers.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;
type Encoding = 'br' | 'gzip';

interface BoardFile {
  headers: Record<string, string>;
  body: Buffer;
  /** Each made when it is first asked for; null for what compressing would not make smaller, such as pictures. */
  compressed: Partial<Record<Encoding, Buffer>> | null;
}

/** Short: it is printed on receipts and typed on phones. */
const CUSTOMER_PATH = '/t';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** The best there is for a second of work is not worth a second of the main loop. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** `dir` is the folder that the build wrote; without one, every page says how to build it. */
export function createBoardFiles(dir: string): Serve {
  if (!existsSync(join(dir, 'index.html'))) {
    return (_request, response) =>
      answerError(response, 503, 'NOT_BUILT', 'The board has not been built. Run: npx pnpm build');
  }
  const files = readFiles(dir);
  const page = files.get('/index.html')!;
  page.headers = { ...pageHeaders(page.body.toString('utf8')), 'content-type': 'text/html; charset=utf-8' };
  const customerPage = files.get('/t.html');
  if (customerPage !== undefined) {
    customerPage.headers = { ...customerPageHeaders(), 'content-type': 'text/html; charset=utf-8' };
    files.set(CUSTOMER_PATH, customerPage);
  }

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answerError(response, 405, 'METHOD_NOT_ALLOWED', 'Pages are read with GET.');
      return;
    }
    const path = (request.url ?? '/').split('?')[0]!;
    const file = path === '/' ? page : (files.get(path) ?? (isNavigation(request, path) ? page : undefined));
    if (file === undefined) answerError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
    else answer(request, response, file);
  };
}

function readFiles(dir: string): Map<string, BoardFile> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const name = join(entry.parentPath, entry.name);
      const path = `/${relative(dir, name).split(sep).join('/')}`;
      const body = readFileSync(name);
      const type = lookup(name) ?? 'application/octet-stream';
      const isText = /^text\/|javascript|json|svg|manifest/.test(type);
      const headers = {
        ...fileHeaders(),
        'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        'cache-control': path.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      };
      return [path, { headers, body, compressed: isText && body.length > 1_024 ? {} : null }];
    }),
  );
}

function answer(request: IncomingMessage, response: ServerResponse, file: BoardFile): void {
  const { headers } = file;
  if (headers.etag !== undefined && request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingFor(request, file);
  const body = encoding === null ? file.body : compress(file, encoding);
  response.writeHead(200, {
    ...headers,
    'content-length': body.length,
    ...(file.compressed !== null && { vary: 'accept-encoding' }),
    ...(encoding !== null && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function encodingFor(request: IncomingMessage, file: BoardFile): Encoding | null {
  if (file.compressed === null) return null;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function compress(file: BoardFile, encoding: Encoding): Buffer {
  const known = (file.compressed ??= {});
  return (known[encoding] ??= encoding === 'br' ? brotliCompressSync(file.body, BROTLI) : gzipSync(file.body));
}

/** A person opening an address of the board, as against a script that asks for a file that is gone. */
function isNavigation(request: IncomingMessage, path: string): boolean {
  const destination = request.headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document';
  return (request.headers.accept ?? '').includes('text/html') && !/\.[a-z0-9]+$/i.test(path);
}
