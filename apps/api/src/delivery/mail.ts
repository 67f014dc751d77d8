/** Messages as e-mails, over the company's own SMTP server. */
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { ACCENT, escapeHtml } from '../http/html.ts';
import type { OutboundMessage } from './message.ts';
import type { DeliveryProblem } from './problem.ts';

export interface MailSettings {
  /** smtp:// or smtps:// */
  url: string;
  /** `Redress <redress@example.com>` */
  from: string;
}

const CONNECT_MS = 10_000;
const IDLE_MS = 30_000;

export class Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor({ url, from }: MailSettings) {
    this.from = from;
    const timeouts = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: IDLE_MS };
    this.transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  }

  /** Gives null when the server took it, else why not. */
  async send(to: string, message: OutboundMessage): Promise<DeliveryProblem | null> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: to },
        subject: message.title,
        text: textOf(message),
        html: htmlOf(message),
        // The same for each attempt: a server that took it, and was lost before it said so, drops the second copy.
        messageId: `<${message.id}@redress>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.locale },
        ...(message.urgent && { priority: 'high' as const }),
      });
      return null;
    } catch (error) {
      return problemOf(error as { code?: string; responseCode?: number });
    }
  }

  close(): void {
    this.transport.close();
  }
}

function problemOf({ code, responseCode }: { code?: string; responseCode?: number }): DeliveryProblem {
  if (code === 'EAUTH') return 'MAIL_LOGIN_REFUSED';
  if (responseCode !== undefined && responseCode >= 400) {
    if (responseCode < 500) return 'MAIL_DEFERRED';
    return code === 'EENVELOPE' ? 'RECIPIENT_REFUSED' : 'MAIL_REFUSED';
  }
  return code === 'ETIMEDOUT' ? 'TIMED_OUT' : 'UNREACHABLE';
}

function textOf({ title, text, facts, links, footer }: OutboundMessage): string {
  return [
    title,
    '',
    ...(text === undefined ? [] : [text, '']),
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    ...(facts.length === 0 ? [] : ['']),
    ...links.flatMap(({ label, url }) => [`${label}:`, url, '']),
    footer,
    '',
  ].join('\n');
}

/** Tables and inline styles alone: what every mail program shows. */
function htmlOf({ locale, title, text, facts, links, footer, urgent }: OutboundMessage): string {
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td style="padding:2px 16px 2px 0;color:#667085">${escapeHtml(name)}</td><td style="padding:2px 0">${escapeHtml(value)}</td></tr>`,
  );
  const buttons = links.map(({ label, url, primary }) => {
    const colours = primary ? `background:${ACCENT};color:#ffffff` : 'background:#eef1f6;color:#1d2939';
    return `<a href="${escapeHtml(url)}" style="display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border-radius:6px;text-decoration:none;${colours}">${escapeHtml(label)}</a>`;
  });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1d2939;background:#ffffff">
<h1 style="font-size:20px;margin:0 0 12px;${urgent ? 'color:#b42318' : ''}">${escapeHtml(title)}</h1>
${text === undefined ? '' : `<p style="margin:0 0 20px;white-space:pre-line">${escapeHtml(text)}</p>\n`}<table role="presentation" style="border-collapse:collapse;margin:0 0 20px">${rows.join('')}</table>
<p style="margin:0 0 12px">${buttons.join('')}</p>
<p style="font-size:13px;color:#667085">${escapeHtml(footer)}</p>
</body></html>`;
}
