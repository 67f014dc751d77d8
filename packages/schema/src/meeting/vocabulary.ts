import { AGENDA_REASONS } from '@redress/domain/rules/meeting-agenda';
import type { AgendaReason } from '@redress/domain/rules/meeting-agenda';
import { builder } from '../builder.ts';

export const MeetingPhaseEnum = builder.enumType('MeetingPhase', {
  description: 'How far a meeting is.',
  values: {
    RUNNING: { description: 'It is under way.' },
    ENDED: { description: 'It has ended; its minutes wait for the host.' },
    CONFIRMED: { description: 'The host has confirmed its minutes.' },
  },
});

export const MeetingOutcomeEnum = builder.enumType('MeetingOutcome', {
  description: 'How the talk about an item ended.',
  values: {
    SETTLED: { description: 'It was decided on, or nothing is left to decide.' },
    DEFERRED: { description: 'It was put off.' },
  },
});

const WHY: Record<AgendaReason, string> = {
  BREACHED: 'A deadline of it is breached.',
  CONTESTED: 'Departments dispute whose it is.',
  NOT_CONSULTED: 'It is IMPORTANT or URGENT, and nobody has consulted over it.',
  UNCLAIMED: 'Nobody claimed it within its time.',
  REOPENED: 'It was reopened.',
  AWAITS_APPROVAL: 'A resolution of it waits for its approval.',
  REPEATED_CAUSE: 'Three complaints or more of the last 30 days have its root cause.',
};

export const AgendaReasonEnum = builder.enumType('MeetingAgendaReason', {
  description: 'Why a complaint is on the agenda by itself. More may be added: have a default branch.',
  values: Object.fromEntries(AGENDA_REASONS.map((reason) => [reason, { description: WHY[reason] }])) as Record<
    AgendaReason,
    { description: string }
  >,
});
