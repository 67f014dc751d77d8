/** A customer's copy of what is held about them, as a page that they can read and print without anything else. */
import type { CustomerCopy } from '@redress/domain/reads/customer-copy';
import { CUSTOMER_OWN } from '@redress/domain/rules/personal-columns';
import type { Locale } from '@redress/schema/context';
import { ACCENT, escapeHtml } from '../http/html.ts';
import { COPY_WORDS, ownName, placeName } from './copy-words.ts';

const STYLE = `body{font:16px/1.7 system-ui,sans-serif;max-width:760px;margin:32px auto;padding:0 20px;color:#1b2127}
h1{color:${ACCENT};font-size:24px}h2{font-size:18px;border-bottom:1px solid #d5dbe0;padding-bottom:4px;margin-top:32px}
table{border-collapse:collapse;width:100%}th{text-align:left;vertical-align:top;font-weight:500;color:#5a6570;padding:4px 16px 4px 0;width:9em}
td{white-space:pre-wrap;padding:4px 0;overflow-wrap:anywhere}@media print{h2{break-after:avoid}}`;

export function customerCopyPage({ customer, complaints }: CustomerCopy, locale: Locale, at: Date): string {
  const say = (word: keyof typeof COPY_WORDS) => COPY_WORDS[word][locale];
  const own = CUSTOMER_OWN.flatMap((column) => {
    const value = customer[column];
    return value === null ? [] : [line(ownName(column, locale), value)];
  });
  const sections = complaints.map(({ number, receivedAt, closedAt, words, files }) => {
    const lines = [
      line(say('received'), day(receivedAt)),
      ...(closedAt === null ? [] : [line(say('closed'), day(closedAt))]),
      ...words.map(({ table, column, text }) => line(placeName(table, column, locale), text)),
      ...files.map(({ name, mediaType, at: added }) =>
        line(say('files'), `${name ?? ''} · ${mediaType} · ${day(added)}`),
      ),
    ];
    return `<h2>${escapeHtml(number)}</h2>${table(lines)}`;
  });
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say('title')}</title><style>${STYLE}</style></head><body>
<h1>${say('title')}</h1><p>${say('about')}</p><p>${say('made')}: ${day(at)}</p>
<h2>${say('you')}</h2>${own.length === 0 ? `<p>${say('nothing')}</p>` : table(own)}
${sections.join('\n')}</body></html>\n`;
}

const table = (lines: readonly string[]) => `<table>${lines.join('')}</table>`;

function line(name: string, value: string): string {
  return `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`;
}

/** In UTC: where the customer lives is not known here. */
function day(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The same for machines. */
export function customerCopyJson(copy: CustomerCopy, at: Date): string {
  return `${JSON.stringify({ madeAt: at, ...copy }, null, 2)}\n`;
}
