/** `redress customer-copy` and `redress customer-erase`: what the law lets a customer ask for. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { customerCopy } from '@redress/domain/actions/customer-copy';
import { customerErase } from '@redress/domain/actions/customer-erase';
import type { CustomerCopy } from '@redress/domain/reads/customer-copy';
import { escapeHtml } from '../http/html.ts';
import { UsageError } from './usage-error.ts';
import type { CommandContext } from './with-database.ts';

/** Writes `<out>.json` for machines and `<out>.html` for the customer. */
export async function customerCopyCommand(context: CommandContext, args: string[]): Promise<number> {
  const { complaint, out } = options(args, ['complaint', 'out']);
  if (complaint === undefined || out === undefined) throw new UsageError('customer-copy needs --complaint and --out.');
  const found = await named(context, complaint);
  if (found?.customerId == null) return nobody(complaint);
  const copy = await customerCopy(context.actions('setup'), found.customerId);
  // Nobody else on this machine reads it.
  await writeFile(`${out}.json`, `${JSON.stringify(copy, null, 2)}\n`, { mode: 0o600 });
  await writeFile(`${out}.html`, copyAsHtml(copy), { mode: 0o600 });
  process.stdout.write(`${out}.json\n${out}.html\n`);
  return 0;
}

export async function customerEraseCommand(context: CommandContext, args: string[]): Promise<number> {
  const { complaint, reason } = options(args, ['complaint', 'reason']);
  if (complaint === undefined || reason === undefined) {
    throw new UsageError('customer-erase needs --complaint and --reason.');
  }
  const found = await named(context, complaint);
  if (found === null) return nobody(complaint);
  const result = await customerErase(context.actions('setup'), { complaintId: found.id, reason });
  if (result.ok) {
    process.stdout.write(`The customer of ${complaint} was erased.\n`);
    return 0;
  }
  const { refusal } = result;
  const why = refusal.code === 'INVALID_INPUT' ? refusal.issues.map(({ key }) => WHY[key] ?? key).join(' ') : refusal.code;
  process.stderr.write(`Nothing was erased. ${why}\n`);
  return 1;
}

const WHY: Record<string, string> = {
  nobodyToErase: 'The complaint has no customer, or they were erased before.',
  eraseOpenComplaints: 'A complaint of theirs is still open: close it first.',
  required: 'Say on what ground.',
};

function named({ actions }: CommandContext, number: string) {
  const { prisma } = actions('setup').db;
  return prisma.complaint.findUnique({ where: { number }, select: { id: true, customerId: true } });
}

function nobody(complaint: string): number {
  process.stderr.write(`There is no complaint ${complaint}, or it has no customer.\n`);
  return 1;
}

function copyAsHtml({ customer, complaints }: CustomerCopy): string {
  const line = (name: string, value: string) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`;
  const table = (rows: string[]) => `<table>${rows.join('')}</table>`;
  const own = Object.entries(customer).flatMap(([name, value]) => (value === null ? [] : [line(name, value)]));
  const cases = complaints.map(({ number, words, files, ...facts }) => {
    const rows = [
      ...Object.entries(facts).map(([name, value]) => line(name, value instanceof Date ? value.toISOString() : (value ?? ''))),
      ...words.map(({ where, text }) => line(where, text)),
      ...files.map(({ name, mediaType, bytes }) => line('file', `${name ?? ''} ${mediaType} ${bytes} B`)),
    ];
    return `<h2>${escapeHtml(number)}</h2>${table(rows)}`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Redress</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:800px;margin:24px auto;padding:0 16px}th{text-align:left;vertical-align:top;padding-right:16px}td{white-space:pre-wrap}</style>
<h1>个人信息副本 · Copy of your data</h1>${table(own)}${cases.join('')}\n`;
}

function options<T extends string>(args: string[], names: readonly T[]): Partial<Record<T, string>> {
  try {
    const shape = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args, options: shape, strict: true }).values as Partial<Record<T, string>>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
