/** `redress token …`: bearer tokens of integrations. */
import { parseArgs } from 'node:util';
import { tokenCreate, tokenRevoke } from '@redress/domain/actions/token-change';
import type { TokenScope } from '@redress/domain/rules/vocabulary';
import { UsageError } from './usage-error.ts';
import type { CommandContext } from './with-database.ts';

const SCOPES: Readonly<Record<string, TokenScope>> = { read: 'READ', act: 'ACT' };
const HOUR_MS = 3_600_000;

export async function tokenCommand(context: CommandContext, [verb, ...args]: readonly string[]): Promise<number> {
  switch (verb) {
    case 'create':
      return create(context, args);
    case 'revoke':
      return revoke(context, args);
    case 'list':
      return list(context);
    default:
      throw new UsageError('token needs one of: create, revoke, list.');
  }
}

async function create(context: CommandContext, args: string[]): Promise<number> {
  const { name, scope, expires } = options(args, ['name', 'scope', 'expires']);
  if (name === undefined || scope === undefined) throw new UsageError('token create needs --name and --scope.');
  const scopes = scope.split(',').map((part) => {
    const known = SCOPES[part.trim().toLowerCase()];
    if (known === undefined) throw new UsageError(`There is no scope "${part}"; there are read and act.`);
    return known;
  });
  const expiresAt = expires === undefined ? null : new Date(Date.now() + duration(expires));
  const { token } = await tokenCreate(context.actions('setup'), { name, scopes: [...new Set(scopes)], expiresAt });
  process.stderr.write('The token, shown this once. Send it as "Authorization: Bearer …".\n');
  process.stdout.write(`${token}\n`);
  return 0;
}

async function revoke(context: CommandContext, args: string[]): Promise<number> {
  const { name } = options(args, ['name']);
  if (name === undefined) throw new UsageError('token revoke needs --name.');
  const count = await tokenRevoke(context.actions('setup'), name);
  process.stdout.write(count === 0 ? `No token of the name ${name} works.\n` : `Revoked: ${count}\n`);
  return count === 0 ? 1 : 0;
}

async function list(context: CommandContext): Promise<number> {
  const rows = await context.actions('setup').db.prisma.integrationToken.findMany({ orderBy: { createdAt: 'asc' } });
  for (const row of rows) {
    const state =
      row.revokedAt !== null ? 'revoked' : row.expiresAt !== null && row.expiresAt < new Date() ? 'expired' : 'good';
    const used = row.lastUsedAt?.toISOString() ?? 'never';
    process.stdout.write(`${row.name}\t${row.scopes.join(',').toLowerCase()}\t${state}\tlast used ${used}\n`);
  }
  return 0;
}

function options<T extends string>(args: string[], names: readonly T[]): Partial<Record<T, string>> {
  try {
    const shape = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args, options: shape, strict: true }).values as Partial<Record<T, string>>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `90d` or `12h`, in milliseconds. */
function duration(text: string): number {
  const match = /^(\d{1,4})([dh])$/.exec(text);
  if (match === null)
    throw new UsageError(`--expires is a number of days or hours, such as 90d or 12h; it is "${text}".`);
  return Number(match[1]) * (match[2] === 'd' ? 24 * HOUR_MS : HOUR_MS);
}
