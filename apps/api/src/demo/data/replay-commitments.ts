/** What a replayed story gives, promises and waits for: the parts of a case that begin and end beside its stages. */
import { planTemplate } from '@redress/domain/rules/duty-template';
import { isWithin } from '@redress/domain/rules/filter';
import type { ComplaintPermissions } from '@redress/domain/rules/permissions';
import { runsTheBoard } from '@redress/domain/rules/permissions';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import { belongsTo, leads } from '@redress/domain/rules/principal';
import type { DemoClock } from './demo-clocks.ts';
import type { DemoStep, DepartmentCode } from './demo-complaint.ts';
import { dutyTemplates } from './duty-templates.ts';

/** Says what is wrong with the step unless the condition holds. */
export type Need = (condition: boolean, why: string) => void;

/** How the case stands for the one who acts. */
export interface Standing {
  can: ComplaintPermissions;
  department: DepartmentCode | null;
  contactTried: boolean;
}

interface Duty {
  to: DepartmentCode;
  /** Null: of a template. */
  givenBy: string | null;
  open: boolean;
  clock: DemoClock | null;
}

interface Pledge {
  by: string;
  open: boolean;
  clock: DemoClock;
}

type Ending = Pick<DemoStep & { nth: number }, 'nth' | 'minutesAgo'>;

interface Hold {
  state: 'REQUESTED' | 'ACTIVE';
  requestedById: string;
  untilAgo: number;
}

const found = DEFAULT_POLICIES.find(({ kind }) => kind === 'limits');
if (found?.kind !== 'limits') throw new Error('no default limits');
const limits = found.value;

export class Commitments {
  readonly duties: Duty[] = [];
  private readonly promises: Pledge[] = [];
  private readonly clocks: DemoClock[];
  private standingHold: Hold | null = null;
  private holds = 0;

  /** Clocks that people set are added to `clocks`. */
  constructor(clocks: DemoClock[]) {
    this.clocks = clocks;
  }

  get openDuties(): number {
    return this.duties.filter(({ open }) => open).length;
  }

  /** The hold that stands so many minutes before loading; one whose date has come does no longer. */
  hold(ago: number): Hold | null {
    if (this.standingHold !== null && this.standingHold.untilAgo >= ago) this.standingHold = null;
    return this.standingHold;
  }

  /** A department takes the complaint on: the list of its category is given, once. */
  giveTemplate(category: string): void {
    const known = dutyTemplates.find((candidate) => isWithin(category, [candidate.category]));
    if (known === undefined || this.duties.some(({ givenBy }) => givenBy === null)) return;
    const plan = planTemplate(known.category, known.template, { given: [], room: Infinity, knows: () => true });
    for (const { duty } of plan.give) {
      this.duties.push({ to: duty.departmentCode as DepartmentCode, givenBy: null, open: true, clock: null });
    }
  }

  /** The customer came back, or the case moved on: nobody waits any longer. */
  endHold(): void {
    this.standingHold = null;
  }

  customerCalled(): void {
    if (this.standingHold?.state === 'ACTIVE') this.standingHold = null;
  }

  /** Plays what concerns duties, promises and holds; leaves every other step alone. */
  play(step: DemoStep, actor: MemberPrincipal, { can, department, contactTried }: Standing, need: Need): void {
    const ago = step.minutesAgo;
    const hold = this.hold(ago);
    switch (step.do) {
      case 'duty':
        need(can.giveDuty, 'may not give duties');
        this.duties.push({
          to: step.to,
          givenBy: actor.id,
          open: true,
          clock: step.dueInMinutes === undefined ? null : this.setClock('DUTY', ago - step.dueInMinutes),
        });
        return;
      case 'dutyDone':
        this.endDuty(step, need, ({ to }) => runsTheBoard(actor) || belongsTo(actor, to));
        return;
      case 'dutyWaive':
        this.endDuty(step, need, ({ givenBy }) => {
          const own = givenBy === null ? leads(actor, department) : givenBy === actor.id;
          return runsTheBoard(actor) || own;
        });
        return;
      case 'promise':
        need(can.promise, 'may not promise');
        this.promises.push({ by: actor.id, open: true, clock: this.setClock('PROMISE', ago - step.dueInMinutes) });
        return;
      case 'promiseKeep':
        this.endPromise(step, need, () => can.promise);
        return;
      case 'promiseRelease':
        this.endPromise(step, need, ({ by }) => runsTheBoard(actor) || by === actor.id);
        return;
      case 'hold':
        need(can.hold, 'may not hold');
        need(contactTried, 'nobody has tried to reach the customer');
        need(step.forMinutes <= limits.holdDays * 1440, 'held for too long');
        this.begin(step, actor.id);
        return;
      case 'holdApprove':
        need(can.approveHold, 'may not approve a hold');
        if (hold !== null) this.standingHold = { ...hold, state: 'ACTIVE' };
        this.holds += 1;
        return;
      case 'holdRefuse':
        need(can.refuseHold, 'may not refuse a hold');
        this.standingHold = null;
        return;
      case 'resume':
        need(can.resume, 'may not resume');
        this.standingHold = null;
        return;
      default:
    }
  }

  private setClock(kind: 'DUTY' | 'PROMISE', dueAgo: number): DemoClock {
    const clock: DemoClock = { kind, dueAgo };
    this.clocks.push(clock);
    return clock;
  }

  private begin({ minutesAgo, forMinutes }: DemoStep & { do: 'hold' }, requestedById: string): void {
    const state = this.holds < limits.holdsWithoutApproval ? 'ACTIVE' : 'REQUESTED';
    if (state === 'ACTIVE') this.holds += 1;
    this.standingHold = { state, requestedById, untilAgo: minutesAgo - forMinutes };
  }

  private endDuty({ nth, minutesAgo }: Ending, need: Need, may: (duty: Duty) => boolean): void {
    const duty = this.duties[nth - 1];
    need(duty?.open === true, `no open duty ${nth}`);
    if (duty === undefined) return;
    need(may(duty), 'may not end this duty');
    duty.open = false;
    if (duty.clock !== null) duty.clock.endedAgo = minutesAgo;
  }

  private endPromise({ nth, minutesAgo }: Ending, need: Need, may: (promise: Pledge) => boolean): void {
    const promise = this.promises[nth - 1];
    need(promise?.open === true, `no open promise ${nth}`);
    if (promise === undefined) return;
    need(may(promise), 'may not end this promise');
    promise.open = false;
    promise.clock.endedAgo = minutesAgo;
  }
}
