/**
 * The page behind an answer link: made by the server, without a script, for phones of whatever age. Nothing of it is kept
 * or passed on: its address is a key.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import type { Locale } from '@redress/schema/context';
import { answerWord, PRESET_WORDS } from './answer-words.ts';
import { ACCENT, escapeHtml } from './html.ts';

export interface AnswerPage {
  locale: Locale;
  status: number;
  title: string;
  text: string;
  facts?: { name: string; value: string }[];
  /** What carries it out; absent where nothing is left to do. */
  form?: { button: string; asks: 'NOTHING' | 'PRESET' | 'REASON'; problem: string | null };
  /** The complaint on the board. */
  boardUrl: string;
  retryAfterSeconds?: number;
}

const STYLE = `body{margin:0;padding:24px 16px;font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2939;background:#f5f6f8}
main{max-width:480px;margin:0 auto;padding:20px;background:#fff;border-radius:10px}
h1{font-size:20px;line-height:1.3;margin:0 0 8px}
table{border-collapse:collapse;margin:12px 0}
td{padding:3px 16px 3px 0;vertical-align:top}
td:first-child{color:#5d6b82}
button{width:100%;margin-top:16px;padding:14px;font:inherit;font-weight:600;color:#fff;background:${ACCENT};border:0;border-radius:8px}
fieldset{margin:12px 0 0;padding:0;border:0}
legend{padding:0;font-weight:600}
label{display:block;padding:8px 0}
textarea{width:100%;box-sizing:border-box;min-height:80px;padding:8px;font:inherit;color:inherit;background:transparent;border:1px solid #8b96a8;border-radius:6px}
a{color:${ACCENT}}
.problem{color:#b42318}
@media (prefers-color-scheme:dark){body{color:#e6e9ef;background:#12151b}main{background:#1c212a}td:first-child{color:#a3adbd}button{color:#08272b;background:#5cc5cf}a{color:#5cc5cf}.problem{color:#ff9d93}}`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

export function answerWithPage(response: ServerResponse, page: AnswerPage): void {
  response.writeHead(page.status, {
    ...HEADERS,
    ...(page.retryAfterSeconds !== undefined && { 'retry-after': String(page.retryAfterSeconds) }),
  });
  response.end(render(page));
}

function render({ locale, title, text, facts = [], form, boardUrl }: AnswerPage): string {
  const rows = facts.map(({ name, value }) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td></tr>`);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}
${form === undefined ? '' : formOf(form, locale)}
<p><a href="${escapeHtml(boardUrl)}">${escapeHtml(answerWord('open', locale))}</a></p>
</main>
</body>
</html>
`;
}

/** It is sent to the page's own address, which holds all that is needed besides. */
function formOf({ button, asks, problem }: NonNullable<AnswerPage['form']>, locale: Locale): string {
  const presets = DECLINE_PRESETS.map(
    (preset, i) =>
      `<label><input type="radio" name="preset" value="${preset}"${i === 0 ? ' checked' : ''}> ${escapeHtml(PRESET_WORDS[preset][locale])}</label>`,
  );
  const words = (label: string) =>
    `<label>${escapeHtml(label)}<textarea name="reason" maxlength="2000"></textarea></label>`;
  const fields = `<fieldset><legend>${escapeHtml(answerWord('preset', locale))}</legend>${presets.join('')}</fieldset>
${words(answerWord('reason', locale))}`;
  const asked = { NOTHING: '', PRESET: fields, REASON: words(answerWord('rejectReason', locale)) };
  return `<form method="post">
${problem === null ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
${asked[asks]}
<button type="submit">${escapeHtml(button)}</button>
</form>`;
}
