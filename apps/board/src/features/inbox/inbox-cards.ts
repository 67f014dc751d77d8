/** Entries as they stand in the inbox: everything that waits at one card together, for it is looked at once. */
import { NOTIFICATION_KINDS } from '@redress/domain/rules/vocabulary';
import type { InboxEntry, MeetingEntry } from './inbox-documents.ts';

/** At least one entry, all of one complaint, those first that most ask for an answer. */
export type InboxCard = readonly [InboxEntry, ...InboxEntry[]];

/** The same of one decision of a meeting, or of one meeting ahead. */
export type MeetingCard = readonly [MeetingEntry, ...MeetingEntry[]];

export type AnyCard = InboxCard | MeetingCard;

const KINDS: readonly string[] = NOTIFICATION_KINDS;

/** What the card is about: no two in a list are about the same. */
export function subjectOf(card: AnyCard): string {
  return isAboutMeeting(card) ? meetingSubject(card[0]) : card[0].complaint.id;
}

export function isAboutMeeting(card: AnyCard): card is MeetingCard {
  return !('complaint' in card[0]);
}

/** The entries by their complaints, each where its first entry stood. */
export function cardsOf(entries: readonly InboxEntry[]): InboxCard[] {
  return bySubject(entries, ({ complaint }) => complaint.id);
}

/** The entries by the decision or the meeting that they are about, each where its first entry stood. */
export function meetingCardsOf(entries: readonly MeetingEntry[]): MeetingCard[] {
  return bySubject(entries, meetingSubject);
}

const meetingSubject = ({ id, decision, series }: MeetingEntry) => decision?.id ?? series?.id ?? id;

function bySubject<E extends { kind: string }>(entries: readonly E[], subject: (entry: E) => string): [E, ...E[]][] {
  const cards = new Map<string, [E, ...E[]]>();
  for (const entry of entries) {
    const card = cards.get(subject(entry));
    if (card === undefined) cards.set(subject(entry), [entry]);
    else card.push(entry);
  }
  const rank = ({ kind }: E) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  for (const card of cards.values()) card.sort((x, y) => rank(x) - rank(y));
  return [...cards.values()];
}

/** Two lists in the order of `key`, in which each of them is already, as one. */
export function inOneOrder<A, B>(a: readonly A[], b: readonly B[], key: (one: A | B) => number): (A | B)[] {
  const merged: (A | B)[] = [];
  let from = 0;
  for (const one of a) {
    while (from < b.length && key(b[from]!) < key(one)) merged.push(b[from++]!);
    merged.push(one);
  }
  return [...merged, ...b.slice(from)];
}

/** When what the card is about is due; what is due at no time comes last. */
export function dueOf(card: AnyCard): number {
  const [first] = card;
  const at = 'complaint' in first ? first.deadline?.dueAt : (first.meetsAt ?? first.decision?.dueAt);
  return at == null ? Infinity : Date.parse(at);
}
