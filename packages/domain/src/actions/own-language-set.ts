/** A member says in which language they are written to (docs/SPEC.md, NX25). */
import { set } from '../events/change.ts';
import type { Locale } from '../rules/words.ts';
import type { ActionContext } from './context.ts';
import { cursorNow } from './cursor-now.ts';
import type { SettingsResult } from './policy-set.ts';
import { tryChangeSettings } from './settings-change.ts';

/**
 * Keeps it with the member: every process hears of it. What is so already is not written again.
 * @param ifNone it is what they seem to read, not what they chose: kept only where nothing is
 */
export async function ownLanguageSet(
  ctx: ActionContext,
  { locale, ifNone = false }: { locale: Locale; ifNone?: boolean },
): Promise<SettingsResult> {
  const { principal } = ctx;
  if (principal.kind !== 'MEMBER') return { ok: false, refusal: { code: 'FORBIDDEN', action: 'ownLanguage' } };
  const member = await ctx.db.prisma.member.findUniqueOrThrow({ where: { id: principal.id } });
  if (member.locale === locale || (ifNone && member.locale !== null))
    return { ok: true, outcome: { cursor: await cursorNow(ctx) } };
  const result = await tryChangeSettings(ctx, 'ownLanguageSet', {
    rows: [set('member', member, { locale })],
    events: [{ type: 'DirectoryChanged', payload: { what: 'MEMBER', ids: [member.id] } }],
    resultIds: {},
  });
  await ctx.directory.reload();
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey') {
    return { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT' } };
  }
  throw new Error(`ownLanguageSet: ${JSON.stringify(result)}`);
}
