/** A real SMTP server that keeps what it takes, and refuses or hangs up when a test says so. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TestMailServer {
  url: string;
  /** Mails as they came over the wire, headers and bodies, oldest first. */
  mails: { to: string[]; raw: string }[];
  /** Answers to recipients that are not taken, e.g. { 'gone@example.com': 550 }. */
  refuses: Record<string, number>;
  /** Hangs up in the middle of this many mails from now on. */
  drops: number;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
  const kept: TestMailServer = { url: '', mails: [], refuses: {}, drops: 0, stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = kept.refuses[address];
      callback(code === undefined ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (kept.drops > 0) {
          kept.drops -= 1;
          for (const connection of server.connections) connection.close();
          return;
        }
        kept.mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  kept.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  kept.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return kept;
}

/** The header of a mail, decoded as far as these tests need it. */
export function headerOf(raw: string, name: string): string {
  const unfolded = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
  const line = unfolded.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return line
    .slice(name.length + 1)
    .trim()
    .replace(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=\s*/gi, (_, text: string) => unquoted(text.replaceAll('_', ' ')));
}

/** The text of all parts of a mail. */
export function bodyOf(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+/).slice(1);
  return parts
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
      return /quoted-printable/i.test(head) ? unquoted(body.replaceAll('=\r\n', '')) : body;
    })
    .join('\n');
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
