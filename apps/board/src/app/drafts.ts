/**
 * What people type, kept in the browser until it has been accepted: a reload, a refused save or an ended session loses
 * nothing. Drafts belong to one member, expire after a week, and go with an explicit sign-out, because they may hold a
 * customer's name and number. So does what was sent and had no answer yet, which is the same words.
 */
import type { Attempt, KeptAttempts } from './attempt-key.ts';

const PREFIX = 'redress.draft.';
const SENT_PREFIX = 'redress.sent.';
const HOUR_MS = 60 * 60 * 1000;
const KEPT_FOR = 7 * 24 * HOUR_MS;
/** Who sends the same words after that means them anew. */
const SENT_KEPT_FOR = HOUR_MS;

/** The flat shape of a form. */
export type DraftFields = Record<string, string | boolean>;

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function keysWith(prefix: string): string[] {
  return Object.keys(storage() ?? {}).filter((key) => key.startsWith(prefix));
}

/** The kept draft over the initial values; null when there is none. Fields that the form no longer has are left out. */
export function readDraft<Fields extends DraftFields>(owner: string, name: string, initial: Fields): Fields | null {
  return readKept(owner, name, initial)?.fields ?? null;
}

/** The same, with which fields somebody typed in. */
export function readKept<Fields extends DraftFields>(
  owner: string,
  name: string,
  initial: Fields,
): { fields: Fields; edited: (keyof Fields)[] } | null {
  const text = storage()?.getItem(`${PREFIX}${owner}.${name}`);
  if (text === null || text === undefined) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('fields' in kept)) return null;
    const fields = kept.fields as DraftFields;
    const known = Object.entries(initial).map(([key, value]) => {
      const draft = fields[key];
      return [key, typeof draft === typeof value ? draft : value];
    });
    const edited = 'edited' in kept && Array.isArray(kept.edited) ? (kept.edited as unknown[]) : Object.keys(fields);
    return {
      fields: Object.fromEntries(known) as Fields,
      edited: Object.keys(initial).filter((key) => edited.includes(key)),
    };
  } catch {
    return null;
  }
}

/** Keeps a draft. A full or forbidden storage is no reason to disturb who is typing. */
export function writeDraft<Fields extends DraftFields>(
  owner: string,
  name: string,
  fields: Fields,
  edited?: readonly (keyof Fields)[],
): void {
  try {
    storage()?.setItem(`${PREFIX}${owner}.${name}`, JSON.stringify({ at: Date.now(), fields, edited }));
  } catch {
    // Kept in the form's memory only.
  }
}

/** The text has been accepted, or thrown away. */
export function removeDraft(owner: string, name: string): void {
  storage()?.removeItem(`${PREFIX}${owner}.${name}`);
}

/** How many drafts this browser keeps. */
export function countDrafts(): number {
  return keysWith(PREFIX).length;
}

/** With an explicit sign-out. */
export function removeAllDrafts(): void {
  for (const key of [...keysWith(PREFIX), ...keysWith(SENT_PREFIX)]) storage()?.removeItem(key);
}

/** Once at the start: drafts that nobody came back for. */
export function removeExpiredDrafts(now = Date.now()): void {
  for (const key of keysWith(PREFIX)) {
    try {
      const kept: unknown = JSON.parse(storage()?.getItem(key) ?? 'null');
      const at = typeof kept === 'object' && kept !== null && 'at' in kept ? Number(kept.at) : 0;
      if (now - at > KEPT_FOR) storage()?.removeItem(key);
    } catch {
      storage()?.removeItem(key);
    }
  }
  for (const name of keysWith(SENT_PREFIX)) writeSent(name, readSent(name));
}

/**
 * What the member sent and had no answer to, of one kind, for an hour: sent again after its form was closed or the page
 * was loaded anew, it is the same submission (docs/SPEC.md, AK4).
 */
export function keptAttempts(owner: string, mutation: string): KeptAttempts {
  const name = `${SENT_PREFIX}${owner}.${mutation}`;
  const others = (key: string) => readSent(name).filter((attempt) => attempt.key !== key);
  return {
    find: (body) => readSent(name).find((attempt) => attempt.body === body)?.key ?? null,
    keep: (attempt) => writeSent(name, [...others(attempt.key), { at: Date.now(), ...attempt }]),
    forget: (key) => writeSent(name, others(key)),
  };
}

type Sent = Attempt & { at: number };

function readSent(name: string): Sent[] {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(name) ?? '[]');
    return Array.isArray(kept) ? (kept as Sent[]).filter(({ at }) => Date.now() - at <= SENT_KEPT_FOR) : [];
  } catch {
    return [];
  }
}

function writeSent(name: string, sent: readonly Sent[]): void {
  try {
    if (sent.length === 0) storage()?.removeItem(name);
    else storage()?.setItem(name, JSON.stringify(sent));
  } catch {
    // Kept in the form's memory only.
  }
}
