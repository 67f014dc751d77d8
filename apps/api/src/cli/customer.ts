/** `redress customer-copy` and `redress customer-erase`: what the law lets a customer ask for. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { customerCopy } from '@redress/domain/actions/customer-copy';
import { customerErase } from '@redress/domain/actions/customer-erase';
import type { RefusalData } from '@redress/domain/actions/refusal';
import { ERASURE_GROUNDS } from '@redress/domain/rules/vocabulary';
import type { ErasureGround } from '@redress/domain/rules/vocabulary';
import { knownKey, translate } from '@redress/schema/message/translate';
import { customerCopyJson, customerCopyPage } from '../export/customer-copy-page.ts';
import { UsageError } from './usage-error.ts';
import type { CommandContext } from './with-database.ts';

/** Writes `<out>.json` for machines and `<out>.html` for the customer. */
export async function customerCopyCommand(context: CommandContext, args: string[]): Promise<number> {
  const { complaint, out, lang = 'zh' } = options(args, ['complaint', 'out', 'lang']);
  if (complaint === undefined || out === undefined) throw new UsageError('customer-copy needs --complaint and --out.');
  if (lang !== 'zh' && lang !== 'en') throw new UsageError('--lang is zh or en.');
  const id = await named(context, complaint);
  if (id === null) return unknown(complaint);
  const ctx = context.actions('setup');
  const result = await customerCopy(ctx, id);
  if (!result.ok) return refused(result.refusal, 'Nothing was written.');
  // Nobody else on this machine reads it.
  const mode = 0o600;
  const at = ctx.now();
  await writeFile(`${out}.json`, customerCopyJson(result.copy, at), { mode });
  await writeFile(`${out}.html`, customerCopyPage(result.copy, lang === 'en' ? 'en' : 'zh-CN', at), { mode });
  process.stdout.write(`${out}.json\n${out}.html\n`);
  return 0;
}

export async function customerEraseCommand(context: CommandContext, args: string[]): Promise<number> {
  const { complaint, ground = 'ASKED_BY_CUSTOMER' } = options(args, ['complaint', 'ground']);
  if (complaint === undefined) throw new UsageError('customer-erase needs --complaint.');
  if (!isGround(ground)) throw new UsageError(`--ground is one of ${ERASURE_GROUNDS.join(', ')}.`);
  const id = await named(context, complaint);
  if (id === null) return unknown(complaint);
  const result = await customerErase(context.actions('setup'), { complaintId: id, ground, reason: null });
  if (!result.ok) return refused(result.refusal, 'Nothing was erased.');
  process.stdout.write(`The customer of ${complaint} was erased. A running server removes the files within minutes.\n`);
  return 0;
}

const isGround = (text: string): text is ErasureGround => (ERASURE_GROUNDS as readonly string[]).includes(text);

async function named({ actions }: CommandContext, number: string): Promise<string | null> {
  const found = await actions('setup').db.prisma.complaint.findUnique({ where: { number }, select: { id: true } });
  return found?.id ?? null;
}

function unknown(complaint: string): number {
  process.stderr.write(`There is no complaint ${complaint}.\n`);
  return 1;
}

function refused(refusal: RefusalData, what: string): number {
  const why =
    refusal.code === 'INVALID_INPUT'
      ? refusal.issues.map(({ key, values }) => translate('en', knownKey(key, 'invalid'), values))
      : [refusal.code];
  process.stderr.write(`${[what, ...why].join(' ')}\n`);
  return 1;
}

function options<T extends string>(args: string[], names: readonly T[]): Partial<Record<T, string>> {
  try {
    const shape = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args, options: shape, strict: true }).values as Partial<Record<T, string>>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
