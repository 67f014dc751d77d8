/**
 * Short names for the steps of a story, so that a complaint's history reads as one line for one deed.
 * `who` is the part of a member's address before the @; `m` is minutes before the loading of the demo.
 */
import type { Channel, DeclinePreset, Stage } from '@redress/domain/rules/vocabulary';
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

export function note(m: number, who: string, text: string): DemoStep {
  return { minutesAgo: m, by: mail(who), do: 'comment', text };
}
