/** What browsers are told to refuse on our pages. */
import { createHash } from 'node:crypto';

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/**
 * For an HTML page of ours. The only inline scripts that may run are those that the page was built with; styles may be
 * inline because the components write them.
 */
export function pageHeaders(html: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...inlineScriptHashes(html)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return { ...COMMON, 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' };
}

/** For the customer's page: its own script and style and nothing else. Its address may hold a key, and is told nobody. */
export function customerPageHeaders(): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...COMMON,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
  };
}

/** For everything that is no page: hashed files of the board, answers of the API. */
export function fileHeaders(): Record<string, string> {
  return { 'x-content-type-options': COMMON['x-content-type-options'] };
}

function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
}
