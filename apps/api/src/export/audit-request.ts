/** What of the audit trail a download asks for: the address's parameters, which mean what `AuditFilter` means. */
import type { AuditFilterInput } from '@redress/schema/audit/audit-filter';
import { decodeId } from '@redress/schema/ids';
import { VIAS } from '@redress/schema/audit/vocabulary';
import type { Locale } from '@redress/schema/context';
import { z } from 'zod';

const moment = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)), {
    error: 'has to be a moment such as 2026-03-01T09:30:00Z',
  })
  .transform((text) => new Date(text));

const PARAMETERS = {
  actor: z.string(),
  action: z.string(),
  complaint: z.string(),
  department: z.string(),
  via: z.enum(Object.keys(VIAS) as [keyof typeof VIAS], { error: `has to be one of ${Object.keys(VIAS).join(', ')}` }),
  from: moment,
  before: moment,
  lang: z.enum(['zh', 'zh-CN', 'en'], { error: 'has to be zh or en' }),
} as const;

const shape = z.strictObject(PARAMETERS).partial();

export type AuditRequest =
  | { ok: true; filter: AuditFilterInput; locale: Locale | null }
  /** A sentence for who wrote the address. */
  | { ok: false; message: string };

/** Reads the parameters; empty ones count as absent. A complaint is named by its number or its id. */
export function readAuditRequest(search: URLSearchParams): AuditRequest {
  const given = Object.fromEntries([...search].filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    const message =
      name === '' ? `Parameters are ${Object.keys(PARAMETERS).join(', ')}.` : `\`${name}\` ${issue?.message}.`;
    return { ok: false, message };
  }
  const { actor, action, complaint, department, via, from, before, lang } = parsed.data;
  return {
    ok: true,
    filter: {
      actorId: actor,
      action,
      complaint: complaint === undefined ? null : named(complaint),
      departmentCode: department,
      via: via && VIAS[via],
      from,
      before,
    },
    locale: lang === undefined ? null : lang === 'en' ? 'en' : 'zh-CN',
  };
}

function named(complaint: string): { id: string } | { number: string } {
  return decodeId(complaint) === null ? { number: complaint } : { id: complaint };
}
