/**
 * Short names for the steps of a story, so that a complaint's history reads as one line for one deed.
 * `who` is the part of a member's address before the @; `m` is minutes before the loading of the demo.
 */
import type { Channel, DeclinePreset, ResolutionKind, Stage } from '@redress/domain/rules/vocabulary';
import type { DemoStep, DepartmentCode } from './demo-complaint.ts';

/** The full address of a member of the demo company. */
export function mail(who: string): string {
  return `${who}@example.com`;
}

/** A coordinator sends the complaint to a department. */
export function route(m: number, who: string, to: DepartmentCode): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'route', to };
}

export function claim(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'claim' };
}

export function assign(m: number, who: string, to: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'assign', to: mail(to) };
}

/** We reached the customer, and facts and demand were confirmed. */
export function confirmed(m: number, who: string, summary: string, channel: Channel = 'PHONE'): DemoStep {
  return {
    minutesAgo: m,
    by: mail(who),
    do: 'contact',
    channel,
    direction: 'OUTBOUND',
    summary,
    confirmsFacts: true,
  };
}

/** We called or wrote to the customer. */
export function told(m: number, who: string, summary: string, channel: Channel = 'PHONE'): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'contact', channel, direction: 'OUTBOUND', summary };
}

/** The customer called or wrote to us. */
export function heard(m: number, who: string, summary: string, channel: Channel = 'PHONE'): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'contact', channel, direction: 'INBOUND', summary };
}

export function move(m: number, who: string, to: Stage, reason?: string): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'move' as const, to };
  return reason === undefined ? step : { ...step, reason };
}

/** A coordinator lets a complaint pass although a criterion is not met. */
export function override(m: number, who: string, to: Stage, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'move', to, reason, override: true };
}

export function handOff(m: number, who: string, to: DepartmentCode, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'handoff', to, reason };
}

export function accept(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'accept' };
}

export function decline(
  m: number,
  who: string,
  preset: DeclinePreset,
  reason: string,
  belongsTo?: DepartmentCode,
): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'decline' as const, preset, reason };
  return belongsTo === undefined ? step : { ...step, belongsTo };
}

export function withdraw(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'withdraw', reason };
}

/** A comment; whoever is named is told of it. */
export function note(m: number, who: string, text: string, ...mentions: string[]): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'comment' as const, text };
  return mentions.length === 0 ? step : { ...step, mentions: mentions.map(mail) };
}

/** A coordinator decides whose a contested complaint is. */
export function rule(m: number, who: string, to: DepartmentCode, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'rule', to, reason };
}

export function appeal(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'appeal', reason };
}

export function uphold(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'decideAppeal', reason };
}

export function overturn(m: number, who: string, overturnTo: DepartmentCode, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'decideAppeal', reason, overturnTo };
}

/** A line of the collaboration list, due so many minutes after it is given. */
export function duty(
  m: number,
  who: string,
  to: DepartmentCode,
  what: string,
  dueInMinutes: number,
  owner?: string,
): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'duty' as const, to, what, dueInMinutes };
  return owner === undefined ? step : { ...step, owner: mail(owner) };
}

export function done(m: number, who: string, nth: number, note?: string): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'dutyDone' as const, nth };
  return note === undefined ? step : { ...step, note };
}

export function waive(m: number, who: string, nth: number, note: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'dutyWaive', nth, note };
}

/** The customer is promised something, due so many minutes later. */
export function promise(m: number, who: string, what: string, dueInMinutes: number): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'promise', what, dueInMinutes };
}

export function kept(m: number, who: string, nth: number, note?: string): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'promiseKeep' as const, nth };
  return note === undefined ? step : { ...step, note };
}

export function released(m: number, who: string, nth: number, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'promiseRelease', nth, reason };
}

/** The customer is waited for: at once the first time, later with somebody's approval. */
export function hold(m: number, who: string, reason: string, forMinutes: number): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'hold', reason, forMinutes };
}

export function approveHold(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'holdApprove' };
}

export function refuseHold(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'holdRefuse', reason };
}

export function resume(m: number, who: string, note: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'resume', note };
}

export function escalate(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'escalate', reason };
}

/** Somebody whom an escalation names, or who leads the department, makes it theirs. */
export function takeOn(m: number, who: string, note?: string): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'takeOn' as const };
  return note === undefined ? step : { ...step, note };
}

export function urge(m: number, who: string, message: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'urge', message };
}

export function supervise(m: number, who: string, reason: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'supervise', reason };
}

export function superviseEnd(m: number, who: string, note: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'superviseEnd', note };
}

/** A way of settling it is drafted; what is worth too much waits for approvals. */
export function propose(m: number, who: string, kind: ResolutionKind, what: string, yuan?: number): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'propose' as const, kind, what };
  return yuan === undefined ? step : { ...step, yuan };
}

export function approve(m: number, who: string, nth: number, reason?: string): DemoStep {
  const step = { minutesAgo: m, by: mail(who), do: 'approve' as const, nth };
  return reason === undefined ? step : { ...step, reason };
}

/** The customer is offered what was drafted, several as one choice. */
export function offer(m: number, who: string, channel: Channel, ...nths: number[]): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'offer', nths, channel };
}

export function agree(m: number, who: string, nth: number, words: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'agree', nth, words };
}

/** The customer says no, which escalates the complaint when nothing else is on the table. */
export function refuse(m: number, who: string, nth: number, words: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'refuse', nth, words };
}

export function carryOut(m: number, who: string, nth: number, proof: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'carryOut', nth, proof };
}

/** The customer's scores; 3 or less for the outcome begins a new round. */
export function surveyed(m: number, who: string, outcome: number, handling: number, comment: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'survey', outcome, handling, comment };
}

/** The agency is told that the company takes its case on. */
export function agencyAccept(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'agencyAccept' };
}

/** The written answer to the agency, which a supervisor reviews before it is sent. */
export function agencyAnswer(m: number, who: string, text: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'agencyAnswer', text };
}

export function agencyReview(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'agencyReview' };
}

export function agencySent(m: number, who: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'agencySent' };
}
