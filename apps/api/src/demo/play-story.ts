/** One demo complaint as deeds: who does what when, each through the action that a person's click would have called. */
import { complaintRegister } from '@redress/domain/actions/complaint-register';
import type { ActionContext, ActionResult, Outcome } from '@redress/domain/actions/context';
import { memberPrincipal } from '../session/member-principal.ts';
import { minutesBefore } from './data/complaints.ts';
import type { DemoComplaint } from './data/demo-complaint.ts';
import { wholeStory } from './data/whole-story.ts';
import { performStep } from './perform-step.ts';
import type { Told } from './perform-step.ts';

export interface Deed {
  at: Date;
  run: () => Promise<void>;
}

/**
 * The registration and every step after it, with their times. Steps of one story must run in their order. What is
 * registered is noted by its key.
 */
export function playStory(
  setup: ActionContext,
  complaint: DemoComplaint,
  loadedAt: Date,
  registered: Map<string, string>,
): Deed[] {
  const told: Told = { complaintId: '', handoffId: '', holdId: '', rulingId: '', promiseIds: [] };
  const receivedAt = minutesBefore(loadedAt, complaint.receivedMinutesAgo);
  const registration: Deed = {
    at: receivedAt,
    run: async () => {
      const result = await register(actAs(setup, complaint.registeredBy), complaint, receivedAt);
      told.complaintId = outcomeOf(complaint, 'register', result).complaintId;
      registered.set(complaint.key, told.complaintId);
    },
  };
  const steps = wholeStory(complaint).map((step) => ({
    at: minutesBefore(loadedAt, step.minutesAgo),
    run: async () => {
      const outcome = outcomeOf(complaint, step.do, await performStep(actAs(setup, step.by), told, step));
      remember(told, outcome);
    },
  }));
  return [registration, ...steps];
}

function remember(told: Told, { handoffId, holdId, rulingId, promiseId }: Outcome): void {
  told.handoffId = handoffId ?? told.handoffId;
  told.holdId = holdId ?? told.holdId;
  told.rulingId = rulingId ?? told.rulingId;
  if (promiseId !== undefined && !told.promiseIds.includes(promiseId)) told.promiseIds.push(promiseId);
}

/** The context of a member of the demo company, with the roles that they hold at its time. */
export function actAs(setup: ActionContext, email: string): ActionContext {
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
  const { subject, description, demand, channel, severity, category, customer, regulator } = complaint;
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
    consequences: complaint.consequences ?? [],
    occurredAt: hoursBefore === undefined ? null : minutesBefore(receivedAt, hoursBefore * 60),
    external: null,
    regulator:
      regulator === undefined
        ? null
        : {
            agency: regulator.agency,
            agencyName: regulator.name ?? null,
            reference: regulator.reference,
            demand: regulator.demand,
            receivedAt,
            acceptDays: null,
            answerDays: null,
          },
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
