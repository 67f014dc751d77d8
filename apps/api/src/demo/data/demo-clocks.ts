/** The clocks of a demo complaint, by the policies that a new installation starts with. */
import { allowanceOf } from '@redress/domain/rules/deadlines';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import type { DeadlineKind, Severity } from '@redress/domain/rules/vocabulary';

export interface DemoClock {
  kind: DeadlineKind;
  /** Minutes before the loading of the demo; a negative one lies in the future. */
  dueAgo: number;
  /** When it ended, however it ended; absent while it runs. */
  endedAgo?: number;
  /** Ended without having been met: routed elsewhere, or a handoff withdrawn. */
  dropped?: boolean;
}

export type ClockState = 'running' | 'due within the hour' | 'breached' | 'met' | 'met late' | 'dropped';

/** A clock that started `startedAgo` minutes before the loading of the demo. Throws when no policy knows its kind. */
export function startClock(kind: DeadlineKind, severity: Severity, startedAgo: number): DemoClock {
  const policy = DEFAULT_POLICIES.find((known) => known.kind === 'deadline' && known.key === kind);
  const allowance = policy?.kind === 'deadline' ? allowanceOf(policy.value, severity) : null;
  if (allowance === null) throw new Error(`no default allowance for ${kind}`);
  return { kind, dueAgo: startedAgo - allowance / 60_000 };
}

/** How a clock stands at the moment of loading. */
export function clockState(clock: DemoClock): ClockState {
  if (clock.dropped) return 'dropped';
  if (clock.endedAgo !== undefined) return clock.endedAgo >= clock.dueAgo ? 'met' : 'met late';
  if (clock.dueAgo >= 0) return 'breached';
  return clock.dueAgo >= -60 ? 'due within the hour' : 'running';
}
