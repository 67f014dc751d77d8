/** Plays the steps of one case through the product's own actions, each by who would do it and at its own time. */
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintRegister } from '@redress/domain/actions/complaint-register';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { PLAIN_CONTACT, contactRecord } from '@redress/domain/actions/contact-record';
import type { ActionContext, Outcome } from '@redress/domain/actions/context';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import type { Principal } from '@redress/domain/rules/principal';
import type { Channel, Severity, Stage } from '@redress/domain/rules/vocabulary';
import type { Step } from './case-steps.ts';
import type { Company } from './company.ts';
import type { Tally } from './tally.ts';

/** What all cases of a replay are played with. */
export interface Scene {
  /** The product itself, acting: the one who brings the log in. */
  ctx: ActionContext;
  company: Company;
  /** Names the log in the external references of its complaints. */
  source: string;
  tally: Tally;
}

/** The way that a case of a log goes; it knows no investigation apart from the work itself. */
const WAY: readonly Stage[] = ['RECEIVED', 'CONFIRMED', 'RESOLVING', 'FOLLOWING_UP'];

export class CasePlayer {
  readonly caseId: string;
  /** Null until it is registered. */
  complaintId: string | null = null;
  private readonly scene: Scene;
  private stage: Stage = 'RECEIVED';
  private group = '';
  private channel: Channel = 'PHONE';

  constructor(scene: Scene, caseId: string) {
    this.scene = scene;
    this.caseId = caseId;
  }

  /** Plays one step. What the rules refuse is counted, and the case goes on from where it stands. */
  async play(step: Step): Promise<void> {
    const { at } = step;
    switch (step.do) {
      case 'register':
        return this.register(step);
      case 'route':
        return this.route(at, step.group);
      case 'grade':
        return this.grade(step);
      case 'takeOn':
        await this.noted(
          'complaintClaim',
          complaintClaim(this.by(this.head, at), { id: this.id, expectedVersion: null }),
        );
        return this.bringTo('CONFIRMED', at);
      case 'handOver':
        return this.handOver(at, step.group);
      case 'work':
        return this.bringTo('RESOLVING', at);
      case 'contact':
        return this.contact(at);
      case 'resolve':
        return this.bringTo('FOLLOWING_UP', at);
      case 'reopen':
        await this.move(this.stage === 'CLOSED' ? 'CONFIRMED' : 'RESOLVING', at, 'The log opens the case again.');
        return;
      case 'close':
        await this.move('CLOSED', at);
        return;
    }
  }

  private get id(): string {
    if (this.complaintId === null) throw new Error(`case ${this.caseId} is not registered`);
    return this.complaintId;
  }

  private get head(): Principal {
    return this.scene.company.head(this.group);
  }

  private by(principal: Principal, at: number): ActionContext {
    return { ...this.scene.ctx, principal, now: () => new Date(at) };
  }

  private async noted(action: string, result: ReturnType<typeof complaintClaim>): Promise<Outcome | null> {
    return this.scene.tally.note(action, await result);
  }

  private async register(step: Extract<Step, { do: 'register' }>): Promise<void> {
    const { ctx, source, company } = this.scene;
    this.channel = step.channel;
    const outcome = await this.noted(
      'complaintRegister',
      complaintRegister(this.by(ctx.principal, step.at), {
        subject: `Case ${this.caseId}`,
        description: 'Replayed from an event log, which holds no text.',
        channel: step.channel,
        kind: 'COMPLAINT',
        demand: null,
        occurredAt: null,
        place: null,
        about: null,
        consequences: [],
        external: { source, id: this.caseId },
        receivedAt: new Date(step.at),
        severity: step.severity,
        categoryCode: step.category === null ? null : company.categoryCode(step.category),
        departmentCode: null,
        customer: null,
      }),
    );
    if (outcome === null) throw new Error(`case ${this.caseId} could not be registered`);
    this.complaintId = outcome.complaintId;
  }

  private async route(at: number, group: string): Promise<void> {
    const { company } = this.scene;
    this.group = group;
    await this.routeBy(at, { departmentCode: company.departmentCode(group), categoryCode: null, severity: null });
  }

  /** A coordinator grades by routing to the department that has it: that changes category and severity only. */
  private async grade({ at, severity, category }: Extract<Step, { do: 'grade' }>): Promise<void> {
    const { company } = this.scene;
    const categoryCode = category === null ? null : company.categoryCode(category);
    await this.routeBy(at, { departmentCode: company.departmentCode(this.group), categoryCode, severity });
  }

  private async routeBy(
    at: number,
    to: { departmentCode: string; categoryCode: string | null; severity: Severity | null },
  ): Promise<void> {
    const ctx = this.by(this.scene.company.coordinator, at);
    await this.noted(
      'complaintRoute',
      complaintRoute(ctx, { id: this.id, ...to, reason: null, expectedVersion: null }),
    );
  }

  private async handOver(at: number, group: string): Promise<void> {
    const { company } = this.scene;
    const asked = await this.noted(
      'handoffRequest',
      handoffRequest(this.by(this.head, at), {
        complaintId: this.id,
        toDepartmentCode: company.departmentCode(group),
        reason: 'The log names another group from here on.',
        expectedVersion: null,
      }),
    );
    if (asked?.handoffId === undefined) return;
    const accepted = handoffAccept(this.by(company.head(group), at), { id: asked.handoffId });
    if ((await this.noted('handoffAccept', accepted)) === null) return;
    this.group = group;
    if (this.stage === 'RECEIVED') await this.bringTo('CONFIRMED', at);
  }

  /** The log says that the customer was asked, not what. */
  private async contact(at: number): Promise<void> {
    await this.noted(
      'contactRecord',
      contactRecord(this.by(this.head, at), {
        id: this.id,
        channel: this.channel,
        direction: 'OUTBOUND',
        summary: 'The customer was asked for information.',
        confirmsFacts: false,
        at: null,
        ...PLAIN_CONTACT,
      }),
    );
  }

  /** Takes the case along its way as far as `stage`; it may have passed that already. */
  private async bringTo(stage: Stage, at: number): Promise<void> {
    for (const next of WAY.slice(WAY.indexOf(this.stage) + 1, WAY.indexOf(stage) + 1)) {
      if (!(await this.move(next, at))) return;
    }
  }

  /**
   * Moves as the handling department; where the log holds nothing that would meet the criteria, a coordinator waives
   * them. Says whether the case went there.
   */
  private async move(toStage: Stage, at: number, reason: string | null = null): Promise<boolean> {
    const place = { id: this.id, toStage, afterId: null, beforeId: null, expectedVersion: null };
    const result = await complaintMove(this.by(this.head, at), { ...place, reason, override: false });
    if (!result.ok && result.refusal.code === 'STAGE_REQUIREMENTS' && toStage !== 'CLOSED') {
      const { missing } = result.refusal;
      const overridden = await complaintMove(this.by(this.scene.company.coordinator, at), {
        ...place,
        reason: 'The log holds no record of what is missing.',
        override: true,
      });
      if (overridden.ok) this.scene.tally.waive(missing);
      return this.went(toStage, 'complaintMove, overridden', overridden);
    }
    return this.went(toStage, 'complaintMove', result);
  }

  private went(stage: Stage, action: string, result: Awaited<ReturnType<typeof complaintMove>>): boolean {
    if (this.scene.tally.note(action, result) === null) return false;
    this.stage = stage;
    return true;
  }
}
