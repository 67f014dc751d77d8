import type { DeadlineTone } from './time.ts';

const TONES: Record<DeadlineTone, string> = {
  calm: 'var(--ink-dim)',
  soon: 'var(--soon-mark)',
  breached: 'var(--breach)',
};
const RADIUS = 5;
const LENGTH = 2 * Math.PI * RADIUS;

/**
 * How much of a deadline is used up, as a ring that fills (`share` 0 to 1). A breached one is a full disc, so that it
 * reads without colour. Decoration: the text beside it says the same.
 */
export function DeadlineRing({ share, tone, size = 14 }: { share: number; tone: DeadlineTone; size?: number }) {
  const color = TONES[tone];
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" style={{ flex: 'none' }}>
      {tone === 'breached' ? (
        <>
          <circle cx="7" cy="7" r="6" fill={color} />
          <path d="M7 3.6v4.2M7 9.8v.7" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle cx="7" cy="7" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="2.4" />
          <circle
            cx="7"
            cy="7"
            r={RADIUS}
            fill="none"
            stroke={color}
            strokeWidth="2.4"
            strokeDasharray={`${LENGTH * share} ${LENGTH}`}
            transform="rotate(-90 7 7)"
          />
        </>
      )}
    </svg>
  );
}
