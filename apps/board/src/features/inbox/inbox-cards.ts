/** Entries as they stand in the inbox: everything that waits at one card together, for it is looked at once. */
import { NOTIFICATION_KINDS } from '@redress/domain/rules/vocabulary';
import type { InboxEntry } from './inbox-documents.ts';

/** At least one entry, all of one complaint, those first that most ask for an answer. */
export type InboxCard = readonly [InboxEntry, ...InboxEntry[]];

const KINDS: readonly string[] = NOTIFICATION_KINDS;

/** The entries by their complaints, each where its first entry stood. */
export function cardsOf(entries: readonly InboxEntry[]): InboxCard[] {
  const byComplaint = new Map<string, [InboxEntry, ...InboxEntry[]]>();
  for (const entry of entries) {
    const card = byComplaint.get(entry.complaint.id);
    if (card === undefined) byComplaint.set(entry.complaint.id, [entry]);
    else card.push(entry);
  }
  const rank = ({ kind }: InboxEntry) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  for (const card of byComplaint.values()) card.sort((x, y) => rank(x) - rank(y));
  return [...byComplaint.values()];
}
