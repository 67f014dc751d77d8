/**
 * What this tab remembers until it is closed: what opens the complaint, so that a reload needs no typing, and a message
 * that has not arrived yet, with the key that it travels under.
 */
import type { TrackingKey } from './ask.ts';

export interface Unsent {
  text: string;
  /** The words that were sent under the key; other words are another message. */
  sentAs: string | null;
  key: string;
}

const KEY = 'redress.track.key';
const UNSENT = 'redress.track.unsent';
const VERDICT = 'redress.track.verdict';

export function rememberKey(key: TrackingKey | null): void {
  write(KEY, key);
}

export function rememberedKey(): TrackingKey | null {
  return read<TrackingKey>(KEY);
}

export function rememberUnsent(unsent: Unsent | null): void {
  write(UNSENT, unsent);
}

export function rememberedUnsent(): Unsent {
  return read<Unsent>(UNSENT) ?? { text: '', sentAs: null, key: newKey() };
}

/** The message as it is sent now: under a new key when its words have changed since it was last sent. */
export function sending(unsent: Unsent): Unsent {
  const same = unsent.sentAs === null || unsent.sentAs === unsent.text;
  return { text: unsent.text, sentAs: unsent.text, key: same ? unsent.key : newKey() };
}

/** A verdict that has not arrived yet, by the round it is about. */
export interface UnsentVerdict {
  round: number;
  outcomeScore: number | null;
  handlingScore: number | null;
  comment: string;
  /** What was sent under the key, as text; another verdict travels under another. */
  sentAs: string | null;
  key: string;
}

export function rememberVerdict(verdict: UnsentVerdict | null): void {
  write(VERDICT, verdict);
}

/** What was chosen for this round and has not arrived; nothing chosen yet when it was about another. */
export function rememberedVerdict(round: number): UnsentVerdict {
  const known = read<UnsentVerdict>(VERDICT);
  if (known?.round === round) return known;
  return { round, outcomeScore: null, handlingScore: null, comment: '', sentAs: null, key: newKey() };
}

/** The verdict as it is sent now: under a new key when it has changed since it was last sent. */
export function sendingVerdict(verdict: UnsentVerdict): UnsentVerdict {
  const said = JSON.stringify([verdict.outcomeScore, verdict.handlingScore, verdict.comment]);
  const same = verdict.sentAs === null || verdict.sentAs === said;
  return { ...verdict, sentAs: said, key: same ? verdict.key : newKey() };
}

/** 128 random bits; `crypto.randomUUID` is missing on old phones and on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
}

/** A browser may keep nothing: then a reload forgets, and the open page still knows. */
const held = new Map<string, object | null>();

export function read<T extends object>(name: string): T | null {
  if (held.has(name)) return held.get(name) as T | null;
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function write(name: string, value: object | null): void {
  held.set(name, value);
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Held above.
  }
}
