/** What of the audit trail a download asks for: the address's parameters, which mean what `AuditFilter` means. */
import type { AuditFilterInput } from '@redress/schema/audit/audit-filter';
import { decodeId } from '@redress/schema/ids';
import { VIAS } from '@redress/schema/audit/vocabulary';
import type { Locale } from '@redress/schema/context';
import { z } from 'zod';
import { FILE_PARAMETERS, fileForm, localeOf, readParameters } from './file-request.ts';
import type { FileForm, Read } from './file-request.ts';

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
  ...FILE_PARAMETERS,
} as const;

export interface AuditRequest {
  filter: AuditFilterInput;
  /** Null: the reader's own. */
  locale: Locale | null;
  form: FileForm;
}

/** Reads the parameters. A complaint is named by its number or its id. */
export function readAuditRequest(search: URLSearchParams): Read<AuditRequest> {
  const read = readParameters(PARAMETERS, search);
  if (!read.ok) return read;
  const { actor, action, complaint, department, via, from, before, lang, ...file } = read.asked;
  const filter = {
    actorId: actor,
    action,
    complaint: complaint === undefined ? null : named(complaint),
    departmentCode: department,
    via: via && VIAS[via],
    from,
    before,
  };
  return { ok: true, asked: { filter, locale: localeOf(lang), form: fileForm(file) } };
}

function named(complaint: string): { id: string } | { number: string } {
  return decodeId(complaint) === null ? { number: complaint } : { id: complaint };
}
