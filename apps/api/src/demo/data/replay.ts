/**
 * Plays one complaint's story without a database, by the same rules that the actions decide by, so that a mistake in a
 * story is found where it is written and not when the demo is loaded.
 */
import { permissionsOn } from '@redress/domain/rules/permissions';
import { canSee, type MemberPrincipal, scopeOf } from '@redress/domain/rules/principal';
import { decideMove } from '@redress/domain/rules/stages';
import { DEFAULT_SURVEY, routeAnew } from '@redress/domain/rules/survey';
import { proposeRoute } from '@redress/domain/rules/triage';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { categories, routingRules } from './categories.ts';
import { members } from './company.ts';
import { DemoContent } from './demo-content.ts';
import { type DemoClock, startClock } from './demo-clocks.ts';
import type { DemoComplaint, DemoStep, DepartmentCode } from './demo-complaint.ts';
import { Commitments } from './replay-commitments.ts';
import { Contest } from './replay-contest.ts';
import { wholeStory } from './whole-story.ts';

export interface Replay {
  problems: string[];
  stage: Stage;
  department: DepartmentCode | null;
  claimed: boolean;
  pendingHandoff: { to: DepartmentCode; askedAgo: number } | null;
  /** Whether it waits for a ruling. */
  contested: boolean;
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
  for (const step of wholeStory(complaint)) {
    const actor = principals.get(step.by);
    run.need(step, actor !== undefined, `unknown member ${step.by}`);
    run.need(step, step.minutesAgo <= previous && step.minutesAgo >= 0, 'out of order');
    previous = step.minutesAgo;
    if (actor) run.play(step, actor);
  }
  return run;
}

/** What colleagues do without working on the case. */
const NOT_HANDLING: readonly DemoStep['do'][] = [
  'route',
  'comment',
  'urge',
  'escalate',
  'supervise',
  'superviseEnd',
  'rule',
  'decideAppeal',
  'survey',
];

class Run implements Replay {
  readonly problems: string[] = [];
  readonly clocks: DemoClock[] = [];
  stage: Stage = 'RECEIVED';
  department: DepartmentCode | null;
  claimed = false;
  pendingHandoff: Replay['pendingHandoff'] = null;
  handoffs = 0;
  private readonly complaint: DemoComplaint;
  private readonly pastDepartments: DepartmentCode[] = [];
  private assignee: string | null = null;
  private contacted = false;
  private contactTried = false;
  private escalatedByHand = false;
  private factsConfirmed = false;
  /** Who worked on it: none of them asks the customer how it was. */
  private readonly handlers = new Set<string>();
  private readonly commitments = new Commitments(this.clocks);
  private readonly contest = new Contest();
  private readonly content: DemoContent;

  constructor(complaint: DemoComplaint) {
    this.complaint = complaint;
    this.content = new DemoContent(complaint);
    this.department = proposedDepartment(complaint);
    this.startClock('FIRST_RESPONSE', complaint.receivedMinutesAgo);
    this.startClock('RESOLUTION', complaint.receivedMinutesAgo);
    if (this.department) this.startClock('CLAIM', complaint.receivedMinutesAgo);
  }

  get declines(): number {
    return this.contest.declines;
  }

  get contested(): boolean {
    return this.contest.open;
  }

  need(step: DemoStep, condition: boolean, why: string): void {
    if (!condition) this.problems.push(`${this.complaint.key}: ${step.do} ${step.minutesAgo} min ago: ${why}`);
  }

  play(step: DemoStep, actor: MemberPrincipal): void {
    const ago = step.minutesAgo;
    const { pendingHandoff: pending } = this;
    if (!NOT_HANDLING.includes(step.do)) this.handlers.add(step.by);
    const can = permissionsOn(actor, this.permissionFacts(step));
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
        this.commitments.giveTemplate(this.complaint.category);
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
        this.contactTried ||= step.direction === 'OUTBOUND';
        if (step.direction === 'INBOUND') this.commitments.customerCalled();
        this.factsConfirmed ||= step.confirmsFacts ?? false;
        return;
      case 'move':
        this.move(step, can.move, can.override);
        return;
      case 'handoff':
        this.need(step, can.handOff, 'may not hand off');
        this.need(step, this.claimed, 'nobody claimed yet');
        this.need(step, step.to !== this.department, 'to the department that has it');
        this.need(step, this.contest.lets(this.department, step.to, ago), 'a ruling stands against it');
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
        this.commitments.giveTemplate(this.complaint.category);
        this.contest.settle();
        return;
      case 'decline':
        this.need(step, can.answerHandoff, 'may not decline');
        this.need(step, step.belongsTo !== pending?.to, 'says that it belongs to itself');
        if (pending) this.contest.decline(pending.to);
        this.endHandoff(ago);
        if (this.contested) this.startClock('RULING', ago);
        return;
      case 'withdraw':
        this.need(step, can.withdrawHandoff, 'may not withdraw');
        this.endHandoff(ago, true);
        return;
      case 'rule':
        this.need(step, can.rule, 'may not rule');
        this.endClock('RULING', ago);
        this.contest.rule(this.department, step.to, actor.id, ago);
        this.sendTo(step.to, ago);
        return;
      case 'appeal':
        this.need(step, this.contest.appeal(actor, this.department, ago), 'may not appeal');
        return;
      case 'decideAppeal':
        this.need(step, this.contest.decide(actor, step.overturnTo ?? null), 'may not decide on the appeal');
        if (step.overturnTo !== undefined) this.sendTo(step.overturnTo, ago);
        return;
      case 'comment':
        this.need(step, can.comment, 'may not comment');
        return;
      case 'escalate':
        this.need(step, can.escalate, 'may not escalate');
        this.escalatedByHand = true;
        return;
      case 'takeOn':
        this.need(step, can.takeOn, 'may not take it on');
        // Loaded by night, quiet hours put the level off that the story counts on.
        this.need(step, this.escalatedByHand || this.complaint.severity === 'URGENT', 'perhaps not escalated yet');
        return;
      case 'urge':
        this.need(step, can.urge, 'may not urge');
        return;
      case 'supervise':
      case 'superviseEnd':
        this.need(step, can.supervise, 'may not supervise');
        return;
      case 'agencyAccept':
      case 'agencyAnswer':
      case 'agencySent':
        this.need(step, can.regulator && this.complaint.regulator !== undefined, 'no regulator’s case of theirs');
        return;
      case 'agencyReview':
        this.need(step, can.reviewRegulatorAnswer, 'may not review it');
        return;
      case 'propose':
      case 'offer':
      case 'carryOut':
        this.need(step, can.resolve, 'may not settle it');
        this.content.play(step, actor, (condition, why) => this.need(step, condition, why));
        return;
      case 'approve':
        this.content.play(step, actor, (condition, why) => this.need(step, condition, why));
        return;
      case 'agree':
      case 'refuse':
        this.need(step, can.contact, 'may not take the answer down');
        this.content.play(step, actor, (condition, why) => this.need(step, condition, why));
        this.escalatedByHand ||= step.do === 'refuse';
        return;
      case 'survey':
        this.need(step, can.survey, 'may not ask how it was');
        this.content.play(step);
        if (step.outcome <= DEFAULT_SURVEY.reopenAtOrBelow) this.reopen(step);
        return;
      case 'report':
      case 'validity':
      case 'cause':
      case 'consult':
      case 'summarise':
        this.need(step, can.investigate, 'may not investigate');
        this.content.play(step);
        return;
      default: {
        const standing = { can, department: this.department, contactTried: this.contactTried };
        this.commitments.play(step, actor, standing, (condition, why) => this.need(step, condition, why));
      }
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
      openDuties: this.commitments.openDuties,
      unmet: this.content.unmetAt(step.minutesAgo),
    };
    const override = step.override ?? false;
    const decision = decideMove(facts, { to: step.to, reason: step.reason ?? null, override, mayOverride });
    this.need(step, mayMove, 'may not move it');
    this.need(step, decision.ok, `from ${this.stage} to ${step.to}: ${JSON.stringify(decision)}`);
    // The product lets a card travel while a handoff is open; a story in which one does confuses its reader.
    this.need(step, this.pendingHandoff === null, 'a handoff is pending');
    if (override) this.need(step, decision.ok && decision.overridden, 'overrides what nobody asked for');
    if (this.stage === 'CLOSED') this.content.reset();
    this.stage = step.to;
    if (step.to === 'FOLLOWING_UP') {
      this.endClock('RESOLUTION', step.minutesAgo);
      this.content.ask(step.minutesAgo);
    }
    if (step.to === 'FOLLOWING_UP' || step.to === 'CLOSED') this.commitments.endHold();
  }

  /** The customer was not satisfied: the next round, where triage sends it. */
  private reopen({ handling, minutesAgo }: DemoStep & { do: 'survey' }): void {
    const proposed = proposedDepartment(this.complaint);
    const before = { departmentId: this.department, handlingScore: handling };
    const target = routeAnew(proposed && { departmentId: proposed }, before, DEFAULT_SURVEY);
    this.content.reset();
    this.claimed = false;
    this.factsConfirmed = false;
    this.contacted = false;
    this.stage = target === null ? 'RECEIVED' : 'CONFIRMED';
    if (this.department && target?.departmentId !== this.department) {
      this.pastDepartments.push(this.department);
      this.assignee = null;
    }
    this.department = (target?.departmentId ?? null) as DepartmentCode | null;
    this.startClock('FIRST_RESPONSE', minutesAgo);
    this.startClock('RESOLUTION', minutesAgo);
    if (target !== null) this.startClock('CLAIM', minutesAgo);
  }

  /** A ruling sends it to a department that has to claim it yet, unless it has it already. */
  private sendTo(to: DepartmentCode, ago: number): void {
    if (to === this.department) return;
    if (this.department) this.pastDepartments.push(this.department);
    this.department = to;
    this.claimed = false;
    this.assignee = null;
    this.endClock('CLAIM', ago, true);
    this.startClock('CLAIM', ago);
  }

  private permissionFacts(step: DemoStep) {
    const { department, pendingHandoff: pending } = this;
    return {
      stage: this.stage,
      departmentId: department,
      isClaimed: this.claimed,
      assigneeId: this.assignee,
      registrarId: this.complaint.registeredBy,
      concernedIds: [],
      isContested: this.contested,
      // Ladders are not played here: the loading refuses to take on what nobody escalated.
      survey: this.content.surveyWaits(step.minutesAgo)
        ? { waits: 'VERDICT' as const, handlerIds: [...this.handlers] }
        : null,
      escalatedToIds: step.do === 'takeOn' ? [step.by] : [],
      pendingHandoff: pending && department ? { fromDepartmentId: department, toDepartmentId: pending.to } : null,
      hold: this.commitments.hold(step.minutesAgo),
    };
  }

  /** Who sees it: registrar, handling department, those that had taken it on, the one that is asked, those with a duty. */
  private grants(): string[] {
    const withDuties = this.commitments.duties.map(({ to }) => to);
    const known = [this.department, this.pendingHandoff?.to, ...this.pastDepartments, ...withDuties];
    const held = known.filter((code) => code != null);
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
