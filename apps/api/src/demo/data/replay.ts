/**
 * Plays one complaint's story without a database, by the same rules that the actions decide by, so that a mistake in a
 * story is found where it is written and not when the demo is loaded.
 */
import { permissionsOn } from '@redress/domain/rules/permissions';
import { canSee, type MemberPrincipal, scopeOf } from '@redress/domain/rules/principal';
import { decideMove } from '@redress/domain/rules/stages';
import { proposeRoute } from '@redress/domain/rules/triage';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { categories, routingRules } from './categories.ts';
import { members } from './company.ts';
import { type DemoClock, startClock } from './demo-clocks.ts';
import type { DemoComplaint, DemoStep, DepartmentCode } from './demo-complaint.ts';

export interface Replay {
  problems: string[];
  stage: Stage;
  department: DepartmentCode | null;
  claimed: boolean;
  pendingHandoff: { to: DepartmentCode; askedAgo: number } | null;
  declines: number;
  handoffs: number;
  clocks: DemoClock[];
}

/** Department codes and addresses stand for the ids that rows would have. */
const principals = new Map(
  members.map(({ email, name, roles }): [string, MemberPrincipal] => [
    email,
    {
      kind: 'MEMBER',
      id: email,
      sessionId: '',
      name,
      roles: roles.map(({ role, department }) => ({ role, departmentId: department ?? null })),
    },
  ]),
);

/** The department that the rules and then the category propose; null when the coordination group has to decide. */
function proposedDepartment({ category, channel, customer, about }: DemoComplaint): DepartmentCode | null {
  const child = categories.flatMap((parent) => parent.children).find(({ code }) => code === category);
  if (!child) return null;
  const narrowest = { code: child.code, parentCode: null, severity: child.severity, departmentId: child.department };
  const rules = routingRules.map((rule) => ({
    id: rule.en,
    categoryPrefix: rule.category,
    channel: rule.channel ?? null,
    region: rule.region ?? null,
    product: null,
    departmentId: rule.department,
  }));
  const facts = { categories: [narrowest], channel, region: customer.region, about: about ?? null };
  return (proposeRoute(facts, rules)?.departmentId ?? null) as DepartmentCode | null;
}

/** Plays the story to its end; what a rule refuses is said, and played nevertheless. */
export function replay(complaint: DemoComplaint): Replay {
  const run = new Run(complaint);
  let previous = complaint.receivedMinutesAgo;
  for (const step of complaint.story) {
    const actor = principals.get(step.by);
    run.need(step, actor !== undefined, `unknown member ${step.by}`);
    run.need(step, step.minutesAgo < previous && step.minutesAgo >= 0, 'out of order');
    previous = step.minutesAgo;
    if (actor) run.play(step, actor);
  }
  return run;
}

class Run implements Replay {
  readonly problems: string[] = [];
  readonly clocks: DemoClock[] = [];
  stage: Stage = 'RECEIVED';
  department: DepartmentCode | null;
  claimed = false;
  pendingHandoff: Replay['pendingHandoff'] = null;
  declines = 0;
  handoffs = 0;
  private readonly complaint: DemoComplaint;
  private readonly pastDepartments: DepartmentCode[] = [];
  private assignee: string | null = null;
  private contacted = false;
  private factsConfirmed = false;

  constructor(complaint: DemoComplaint) {
    this.complaint = complaint;
    this.department = proposedDepartment(complaint);
    this.startClock('FIRST_RESPONSE', complaint.receivedMinutesAgo);
    this.startClock('RESOLUTION', complaint.receivedMinutesAgo);
    if (this.department) this.startClock('CLAIM', complaint.receivedMinutesAgo);
  }

  need(step: DemoStep, condition: boolean, why: string): void {
    if (!condition) this.problems.push(`${this.complaint.key}: ${step.do} ${step.minutesAgo} min ago: ${why}`);
  }

  play(step: DemoStep, actor: MemberPrincipal): void {
    const ago = step.minutesAgo;
    const { pendingHandoff: pending } = this;
    const can = permissionsOn(actor, this.permissionFacts());
    this.need(step, canSee(scopeOf(actor), this.grants()), 'may not see it');
    switch (step.do) {
      case 'route':
        this.need(step, can.route, 'may not route');
        this.endClock('CLAIM', ago, true);
        if (this.department && this.claimed) this.pastDepartments.push(this.department);
        this.department = step.to;
        this.claimed = false;
        this.assignee = null;
        this.startClock('CLAIM', ago);
        return;
      case 'claim':
        this.need(step, can.claim, 'may not claim');
        this.claimed = true;
        this.endClock('CLAIM', ago);
        return;
      case 'assign': {
        const to = principals.get(step.to);
        this.need(step, can.assign, 'may not assign');
        this.need(
          step,
          to?.roles.some((held) => held.departmentId === this.department) ?? false,
          'not of the department',
        );
        this.need(step, this.claimed, 'nobody claimed yet');
        this.assignee = step.to;
        return;
      }
      case 'contact':
        this.need(step, can.contact, 'may not contact the customer');
        this.need(step, this.contacted || step.direction === 'OUTBOUND', 'the first response is not ours');
        this.endClock('FIRST_RESPONSE', ago);
        this.contacted = true;
        this.factsConfirmed ||= step.confirmsFacts ?? false;
        return;
      case 'move':
        this.move(step, can.move, can.override);
        return;
      case 'handoff':
        this.need(step, can.handOff, 'may not hand off');
        this.need(step, this.claimed, 'nobody claimed yet');
        this.need(step, step.to !== this.department, 'to the department that has it');
        this.need(step, this.declines < 2, 'contested: a ruling comes first');
        this.pendingHandoff = { to: step.to, askedAgo: ago };
        this.handoffs += 1;
        this.startClock('CLAIM', ago);
        return;
      case 'accept':
        this.need(step, can.answerHandoff, 'may not accept');
        if (this.department) this.pastDepartments.push(this.department);
        this.department = pending?.to ?? this.department;
        this.assignee = null;
        this.endHandoff(ago);
        return;
      case 'decline':
        this.need(step, can.answerHandoff, 'may not decline');
        this.need(step, step.belongsTo !== pending?.to, 'says that it belongs to itself');
        this.declines += 1;
        this.endHandoff(ago);
        return;
      case 'withdraw':
        this.need(step, can.withdrawHandoff, 'may not withdraw');
        this.endHandoff(ago, true);
        return;
      case 'comment':
        this.need(step, can.comment, 'may not comment');
        return;
    }
  }

  private move(step: DemoStep & { do: 'move' }, mayMove: boolean, mayOverride: boolean): void {
    const facts = {
      stage: this.stage,
      hasCategory: true,
      hasSeverity: true,
      hasDepartment: this.department !== null,
      isClaimed: this.claimed,
      factsConfirmed: this.factsConfirmed,
      firstContact: this.contacted,
      handoffPending: this.pendingHandoff !== null,
      openDuties: 0,
    };
    const override = step.override ?? false;
    const decision = decideMove(facts, { to: step.to, reason: step.reason ?? null, override, mayOverride });
    this.need(step, mayMove, 'may not move it');
    this.need(step, decision.ok, `from ${this.stage} to ${step.to}: ${JSON.stringify(decision)}`);
    // The product lets a card travel while a handoff is open; a story in which one does confuses its reader.
    this.need(step, this.pendingHandoff === null, 'a handoff is pending');
    if (override) this.need(step, decision.ok && decision.overridden, 'overrides what nobody asked for');
    this.stage = step.to;
    if (step.to === 'FOLLOWING_UP') this.endClock('RESOLUTION', step.minutesAgo);
  }

  private permissionFacts() {
    const { department, pendingHandoff: pending } = this;
    return {
      stage: this.stage,
      departmentId: department,
      isClaimed: this.claimed,
      assigneeId: this.assignee,
      registrarId: this.complaint.registeredBy,
      isContested: this.declines >= 2,
      // No story takes an escalation on.
      escalatedToIds: [],
      pendingHandoff: pending && department ? { fromDepartmentId: department, toDepartmentId: pending.to } : null,
      hold: null,
    };
  }

  /** Who sees it: the registrar, the handling department, those that had taken it on, and the one that is asked. */
  private grants(): string[] {
    const held = [this.department, this.pendingHandoff?.to, ...this.pastDepartments].filter((code) => code != null);
    return [this.complaint.registeredBy, ...held];
  }

  private endHandoff(ago: number, dropped = false): void {
    this.pendingHandoff = null;
    this.endClock('CLAIM', ago, dropped);
  }

  private startClock(kind: DemoClock['kind'], ago: number): void {
    this.clocks.push(startClock(kind, this.complaint.severity, ago));
  }

  private endClock(kind: DemoClock['kind'], ago: number, dropped = false): void {
    const clock = this.clocks.find((c) => c.kind === kind && c.endedAgo === undefined);
    if (clock) Object.assign(clock, { endedAgo: ago, dropped });
  }
}
