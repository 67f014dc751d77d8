/** A row of an event log: a case as it stood after one update of it, in the words of the log's own system. */
import type { Channel, Severity } from '@redress/domain/rules/vocabulary';

/** What a state of the log means here; every way of waiting is work that waits for somebody. */
export type LogPhase = 'NEW' | 'WORKING' | 'RESOLVED' | 'CLOSED';

export interface LogRow {
  /** In the file, from 1. */
  line: number;
  caseId: string;
  /** Null: a state that the log's system does not have. */
  phase: LogPhase | null;
  /** The case waits for its customer, who was asked for something. */
  awaitsCustomer: boolean;
  openedAt: number;
  updatedAt: number;
  /** When the case was last resolved; stands in every row of the case. Null: the log does not say. */
  resolvedAt: number | null;
  /** Null: the case is with a group that the log does not name. */
  group: string | null;
  /** Somebody of the group is named as working on it. */
  isAssigned: boolean;
  /** How often the case has changed hands, as the log's system counts it. */
  reassignments: number;
  category: string | null;
  severity: Severity;
  /** Null: the log names a way of contact that has no counterpart. */
  channel: Channel | null;
}

const PHASES: Readonly<Record<string, LogPhase>> = {
  New: 'NEW',
  Active: 'WORKING',
  'Awaiting User Info': 'WORKING',
  'Awaiting Vendor': 'WORKING',
  'Awaiting Problem': 'WORKING',
  'Awaiting Evidence': 'WORKING',
  Resolved: 'RESOLVED',
  Closed: 'CLOSED',
};

const CHANNELS: Readonly<Record<string, Channel>> = {
  Phone: 'PHONE',
  IVR: 'PHONE',
  Email: 'EMAIL',
  'Self service': 'WEB_FORM',
};

/** The words of a row; null stands for the log's question mark: not known. */
export interface LogCells {
  state: string | null;
  priority: string | null;
  channel: string | null;
}

/** What the words of a row mean here. Priorities are 1 (critical) to 4, sometimes with their name behind. */
export function meaningOf({
  state,
  priority,
  channel,
}: LogCells): Pick<LogRow, 'phase' | 'awaitsCustomer' | 'severity' | 'channel'> {
  return {
    phase: PHASES[state ?? ''] ?? null,
    awaitsCustomer: state === 'Awaiting User Info',
    severity: severityOf(priority),
    channel: CHANNELS[channel ?? ''] ?? null,
  };
}

function severityOf(priority: string | null): Severity {
  if (priority?.startsWith('1')) return 'URGENT';
  return priority?.startsWith('2') ? 'IMPORTANT' : 'GENERAL';
}
