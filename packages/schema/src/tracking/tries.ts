/** How often a tracking code may be tried (docs/SPEC.md, TK2, TK4). */
import { hashTrackingCode } from '@redress/domain/actions/new-complaint';

/** Enough for a family behind one address, hopeless for guessing 80 random bits. */
export const TRIES = { limit: 60, windowSeconds: 600 };

/** Under which wrong tries at one code are counted, whether there is such a code or not. */
export function triesAt(code: string): string {
  return `tracking-code/${hashTrackingCode(code)}`;
}
