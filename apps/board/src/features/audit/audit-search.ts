/**
 * The filter of the audit trail as it stands in the URL: the parameters of the download, but for days, which are those
 * of the reader's calendar (`?action=complaintMove&from=2026-03-01&to=2026-03-31`).
 */
import { inReadersForm } from '../../app/reader-form.ts';

const KEYS = ['actor', 'action', 'complaint', 'department', 'via', 'from', 'to'] as const;

export type AuditSearch = Partial<Record<(typeof KEYS)[number], string>>;

/** Keeps the known parameters that say something. */
export function validateAuditSearch(search: Record<string, unknown>): AuditSearch {
  const valid: AuditSearch = {};
  for (const key of KEYS) {
    const value = search[key];
    if (typeof value === 'string' && value !== '' && (!isDayKey(key) || dayStart(value) !== null)) valid[key] = value;
  }
  return valid;
}

const isDayKey = (key: string) => key === 'from' || key === 'to';

/** The moment at which a day of this computer's calendar begins, `later` days on; null when the text is no day. */
export function dayStart(day: string | undefined, later = 0): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '');
  if (match === null) return null;
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + later);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The moments between which the days lie; null where the filter says none. */
export function spanOf(search: AuditSearch): { from: string | null; before: string | null } {
  return { from: dayStart(search.from), before: dayStart(search.to, 1) };
}

/** Where the copy is that the filter means, in the reader's language. */
export function exportAddress(search: AuditSearch, locale: string): string {
  const { from, before } = spanOf(search);
  const { actor, action, complaint, department, via } = search;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ actor, action, complaint, department, via, from, before })) {
    if (value) params.set(name, value);
  }
  return inReadersForm(`/export/audit.csv?${params.toString()}`, locale);
}
