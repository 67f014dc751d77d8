/** The three clocks of a demo complaint on calendar time, as the default policies have them. */
import type { Severity } from './demo-complaint.ts';

export type ClockKind = 'CLAIM' | 'FIRST_RESPONSE' | 'RESOLUTION';

export interface DemoClock {
  kind: ClockKind;
  /** Minutes before the loading of the demo; a negative due lies in the future. */
  startedAgo: number;
  dueAgo: number;
  /** When it ended, however it ended; absent while it runs. */
  endedAgo?: number;
  /** Ended without having been met: routed elsewhere, or a handoff withdrawn. */
  dropped?: boolean;
}

export type ClockState = 'running' | 'due within the hour' | 'breached' | 'met' | 'met late' | 'dropped';

const allowanceMinutes: Record<ClockKind, Record<Severity, number>> = {
  CLAIM: { URGENT: 15, IMPORTANT: 60, GENERAL: 60 },
  FIRST_RESPONSE: { URGENT: 30, IMPORTANT: 4 * 60, GENERAL: 24 * 60 },
  RESOLUTION: { URGENT: 24 * 60, IMPORTANT: 48 * 60, GENERAL: 72 * 60 },
};

export function startClock(kind: ClockKind, severity: Severity, startedAgo: number): DemoClock {
  return { kind, startedAgo, dueAgo: startedAgo - allowanceMinutes[kind][severity] };
}

/** How a clock stands at the moment of loading. */
export function clockState(clock: DemoClock): ClockState {
  if (clock.dropped) return 'dropped';
  if (clock.endedAgo !== undefined) return clock.endedAgo >= clock.dueAgo ? 'met' : 'met late';
  if (clock.dueAgo >= 0) return 'breached';
  return clock.dueAgo >= -60 ? 'due within the hour' : 'running';
}
