import type { OneTakenBack } from './offers.ts';

/** These say that it is no longer as the act had left it. */
const GONE_ON: readonly string[] = [
  'STALE_VERSION',
  'HANDOFF_ANSWERED',
  'HANDOFF_PENDING',
  'HOLD_SETTLED',
  'NOT_ON_HOLD',
  'DUTY_ENDED',
  'NOT_FOUND',
  'STAGE_REQUIREMENTS',
];

/** What the answer to an act that leads back means; null: it was carried out. */
export function outcomeOf(refusal: { code: string; message: string } | null): OneTakenBack {
  if (refusal === null) return { kind: 'undone' };
  if (refusal.code === 'NETWORK') return { kind: 'unheard' };
  return GONE_ON.includes(refusal.code) ? { kind: 'changed' } : { kind: 'refused', message: refusal.message };
}
