/**
 * From the rows of a case to the steps of its story: what somebody must have done between one row and the next
 * (docs/SPEC.md, RP1–RP4). Pure. It changes nothing that the product's rules would refuse: those say so themselves when
 * the step is played. What it has to read into the log is counted as a slip.
 */
import type { Channel, Severity } from '@redress/domain/rules/vocabulary';
import type { LogPhase, LogRow } from './log-row.ts';

/** Where the log does not hold what it should, and what is done about it. */
export const SLIPS = {
  DATED_BEFORE_OPENING: 'a row is dated before the case was opened: it counts from the opening',
  DATED_AFTER_A_LATER_ROW: 'a row is dated after one that follows it: it counts from the later row',
  UNKNOWN_STATE: 'the state is none that there is: the one before it goes on',
  UNKNOWN_CHANNEL: 'the way of contact has no counterpart: taken for a web form',
  CLOSED_UNRESOLVED: 'the case was closed without having been resolved: it is resolved as it is closed',
  CHANGED_AFTER_CLOSING: 'a closed case is resolved again without having been reopened: it stays closed',
  COUNTED_WITHOUT_CHANGE: 'a reassignment is counted although the group stands the same: it is asked for as it stands',
} as const;
export type Slip = keyof typeof SLIPS;

/** A group as a key: the one that the log does not name is a group too, for cases are handed to it and come back. */
export const UNNAMED_GROUP = 'unnamed';

export type Deed =
  | { do: 'register'; channel: Channel; severity: Severity; category: string | null }
  | { do: 'route'; group: string }
  | { do: 'handOver'; group: string }
  | { do: 'grade'; severity: Severity; category: string | null }
  | { do: 'takeOn' }
  | { do: 'work' }
  | { do: 'contact' }
  | { do: 'resolve' }
  | { do: 'reopen' }
  | { do: 'close' };

/** What was done, and when, in milliseconds since 1970. */
export type Step = Deed & { at: number };

export interface CaseStory {
  caseId: string;
  /** In the order of time. */
  steps: Step[];
  slips: Slip[];
}

/** The story of a case. `rows` are all of one case, in the order of the log. */
export function storyOf(rows: readonly LogRow[]): CaseStory {
  const story = new Story(rows);
  rows.forEach((_, i) => story.read(i));
  return story.told();
}

class Story {
  private readonly rows: readonly LogRow[];
  private readonly times: number[];
  private readonly steps: Step[] = [];
  private readonly slips: Slip[] = [];
  private phase: LogPhase = 'NEW';
  private isTakenOn = false;
  private isWorkedOn = false;

  constructor(rows: readonly LogRow[]) {
    this.rows = rows;
    this.times = timesOf(rows);
    for (const row of rows) {
      if (row.updatedAt < row.openedAt) this.slips.push('DATED_BEFORE_OPENING');
      if (row.phase === null) this.slips.push('UNKNOWN_STATE');
    }
    this.times.forEach((at, i) => {
      if (at < rows[i]!.updatedAt) this.slips.push('DATED_AFTER_A_LATER_ROW');
    });
  }

  told(): CaseStory {
    // Sorting is stable: what one row says stays in the order in which it must have been done.
    return { caseId: this.rows[0]!.caseId, steps: this.steps.sort((a, b) => a.at - b.at), slips: this.slips };
  }

  read(i: number): void {
    const row = this.rows[i]!;
    const before = this.rows[i - 1];
    const phase = this.phaseOf(row);
    if (before === undefined) this.begin(row, this.times[i]!);
    else {
      if (isDone(this.phase) && !isDone(phase)) this.reopen(i);
      this.followGroup(before, row, this.times[i]!);
      if (row.severity !== before.severity || row.category !== before.category) {
        this.add(i, { do: 'grade', severity: row.severity, category: row.category });
      }
    }
    if (!this.isTakenOn && this.phase !== 'CLOSED' && (phase === 'WORKING' || row.isAssigned)) {
      this.isTakenOn = true;
      this.add(i, { do: 'takeOn' });
    }
    // Before the work goes on: what the customer is asked is the first that they hear.
    if (row.awaitsCustomer && before?.awaitsCustomer !== true) this.add(i, { do: 'contact' });
    if (phase === 'WORKING' && !this.isWorkedOn) {
      this.isWorkedOn = true;
      this.add(i, { do: 'work' });
    }
    this.finish(i, phase);
    this.phase = phase;
  }

  /** What the row says of its state; a closed case that is resolved again says nothing. */
  private phaseOf({ phase }: LogRow): LogPhase {
    if (phase === null) return this.phase;
    if (this.phase !== 'CLOSED' || phase !== 'RESOLVED') return phase;
    this.slips.push('CHANGED_AFTER_CLOSING');
    return 'CLOSED';
  }

  private begin(row: LogRow, at: number): void {
    if (row.channel === null) this.slips.push('UNKNOWN_CHANNEL');
    const { severity, category, channel } = row;
    this.steps.push({ at: row.openedAt, do: 'register', channel: channel ?? 'WEB_FORM', severity, category });
    this.steps.push({ at, do: 'route', group: row.group ?? UNNAMED_GROUP });
  }

  /** Between a case that ends and one that is begun anew: a closed one has to be taken on again. */
  private reopen(i: number): void {
    if (this.phase === 'CLOSED') this.isTakenOn = false;
    this.isWorkedOn = this.phase !== 'CLOSED';
    this.add(i, { do: 'reopen' });
    this.phase = 'WORKING';
  }

  private followGroup(before: LogRow, row: LogRow, at: number): void {
    const isCounted = row.reassignments > before.reassignments;
    if (row.group === before.group && !isCounted) return;
    if (row.group === before.group) this.slips.push('COUNTED_WITHOUT_CHANGE');
    this.steps.push({ at, do: 'handOver', group: row.group ?? UNNAMED_GROUP });
    // A department that accepts has claimed.
    this.isTakenOn = true;
  }

  private finish(i: number, phase: LogPhase): void {
    const wasDone = isDone(this.phase);
    if (phase === 'CLOSED' && this.phase !== 'CLOSED') {
      if (!wasDone) {
        this.slips.push('CLOSED_UNRESOLVED');
        this.add(i, { do: 'resolve' });
      }
      this.add(i, { do: 'close' });
    } else if (phase === 'RESOLVED' && !wasDone) {
      this.steps.push({ at: this.resolvedAt(i), do: 'resolve' });
    }
  }

  /**
   * When the stretch of RESOLVED rows that begins here was resolved: at its first row, unless the log names a later
   * moment of it. The log names only the last resolution of a case.
   */
  private resolvedAt(i: number): number {
    const begins = this.times[i]!;
    const next = this.rows.findIndex((row, n) => n > i && row.phase !== null && row.phase !== 'RESOLVED');
    const ends = next === -1 ? Infinity : this.times[next]!;
    const named = this.rows[i]!.resolvedAt;
    return named !== null && named >= begins && named <= ends ? named : begins;
  }

  private add(i: number, deed: Deed): void {
    this.steps.push({ at: this.times[i]!, ...deed });
  }
}

const isDone = (phase: LogPhase) => phase === 'RESOLVED' || phase === 'CLOSED';

/** When each row became true: rows stand in their order, so none can be later than one that follows it. */
function timesOf(rows: readonly LogRow[]): number[] {
  const times = rows.map((row) => Math.max(row.openedAt, row.updatedAt));
  for (let i = times.length - 2; i >= 0; i--) times[i] = Math.min(times[i]!, times[i + 1]!);
  return times;
}
