/** One demo complaint as deeds: who does what when, each through the action that a person's click would have called. */
import { commentAdd } from '@redress/domain/actions/comment-add';
import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintRegister } from '@redress/domain/actions/complaint-register';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { contactRecord } from '@redress/domain/actions/contact-record';
import type { ActionContext, ActionResult, Outcome } from '@redress/domain/actions/context';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { handoffWithdraw } from '@redress/domain/actions/handoff-withdraw';
import { memberPrincipal } from '../session/member-principal.ts';
import { minutesBefore } from './data/complaints.ts';
import type { DemoComplaint, DemoStep } from './data/demo-complaint.ts';

export interface Deed {
  at: Date;
  run: () => Promise<void>;
}

/** The registration and every step after it, with their times. Steps of one story must run in their order. */
export function playStory(setup: ActionContext, complaint: DemoComplaint, loadedAt: Date): Deed[] {
  const told: Told = { complaintId: '', handoffId: '' };
  const receivedAt = minutesBefore(loadedAt, complaint.receivedMinutesAgo);
  const registration: Deed = {
    at: receivedAt,
    run: async () => {
      const result = await register(as(setup, complaint.registeredBy), complaint, receivedAt);
      told.complaintId = outcomeOf(complaint, 'register', result).complaintId;
    },
  };
  const steps = complaint.story.map((step) => ({
    at: minutesBefore(loadedAt, step.minutesAgo),
    run: async () => {
      const outcome = outcomeOf(complaint, step.do, await perform(as(setup, step.by), told, step));
      told.handoffId = outcome.handoffId ?? told.handoffId;
    },
  }));
  return [registration, ...steps];
}

/** What later steps of the story refer to. */
interface Told {
  complaintId: string;
  handoffId: string;
}

function as(setup: ActionContext, email: string): ActionContext {
  const member = setup.directory.members.find((candidate) => candidate.email === email);
  const principal = member && memberPrincipal(setup.directory, member.id, 'demo', setup.now());
  if (!principal) throw new Error(`the demo company has no member ${email}`);
  return { ...setup, principal };
}

function outcomeOf(complaint: DemoComplaint, deed: string, result: ActionResult): Outcome {
  if (result.ok) return result.outcome;
  throw new Error(`demo story ${complaint.key}: ${deed} was refused: ${JSON.stringify(result.refusal)}`);
}

function register(ctx: ActionContext, complaint: DemoComplaint, receivedAt: Date): Promise<ActionResult> {
  const { subject, description, demand, channel, severity, category, customer } = complaint;
  const hoursBefore = complaint.occurredHoursBefore;
  return complaintRegister(ctx, {
    subject,
    description,
    demand,
    channel,
    severity,
    kind: complaint.kind ?? 'COMPLAINT',
    place: complaint.place ?? null,
    about: complaint.about ?? null,
    occurredAt: hoursBefore === undefined ? null : minutesBefore(receivedAt, hoursBefore * 60),
    external: null,
    receivedAt,
    categoryCode: category,
    departmentCode: null,
    customer: {
      name: customer.name,
      phone: customer.phone ?? null,
      email: customer.email ?? null,
      region: customer.region,
      tier: customer.tier ?? null,
      group: customer.group ?? null,
    },
  });
}

function perform(ctx: ActionContext, { complaintId: id, handoffId }: Told, step: DemoStep): Promise<ActionResult> {
  const expectedVersion = null;
  switch (step.do) {
    case 'route':
      return complaintRoute(ctx, {
        id,
        departmentCode: step.to,
        categoryCode: null,
        severity: null,
        reason: null,
        expectedVersion,
      });
    case 'claim':
      return complaintClaim(ctx, { id, expectedVersion });
    case 'assign': {
      const assigneeId = ctx.directory.members.find((member) => member.email === step.to)?.id ?? null;
      return complaintAssign(ctx, { id, assigneeId, expectedVersion });
    }
    case 'contact': {
      const { channel, direction, summary, confirmsFacts = false } = step;
      return contactRecord(ctx, { id, channel, direction, summary, confirmsFacts, at: null });
    }
    case 'move': {
      const { to: toStage, reason = null, override = false } = step;
      return complaintMove(ctx, { id, toStage, afterId: null, beforeId: null, expectedVersion, reason, override });
    }
    case 'handoff':
      return handoffRequest(ctx, { complaintId: id, toDepartmentCode: step.to, reason: step.reason, expectedVersion });
    case 'accept':
      return handoffAccept(ctx, { id: handoffId });
    case 'decline': {
      const { preset, reason, belongsTo = null } = step;
      return handoffDecline(ctx, { id: handoffId, preset, reason, belongsToDepartmentCode: belongsTo });
    }
    case 'withdraw':
      return handoffWithdraw(ctx, { id: handoffId, reason: step.reason });
    case 'comment':
      return commentAdd(ctx, { id, text: step.text, mentionedIds: [] });
  }
}
