/** A complaint and what happened to it, as a chain that runs when it is awaited. */
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintRegister } from '@redress/domain/actions/complaint-register';
import type { ComplaintRegisterInput } from '@redress/domain/actions/complaint-register';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { PLAIN_CONTACT, contactRecord } from '@redress/domain/actions/contact-record';
import type { ActionContext, ActionResult, Outcome } from '@redress/domain/actions/context';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { investigationReport } from '@redress/domain/actions/investigation-report';
import { rootCauseSet } from '@redress/domain/actions/root-cause-set';
import { validityDecide } from '@redress/domain/actions/validity-decide';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { encodeId } from '@redress/schema/ids';

export type ComplaintFacts = Partial<ComplaintRegisterInput>;

export interface SeededComplaint {
  /** The row's id. */
  uuid: string;
  /** The id as clients know it. */
  id: string;
  number: string;
  /** Of the last thing that happened in the chain. */
  cursor: string;
  /** Of the handoff that was asked for last, as clients know it; null without one. */
  handoffId: string | null;
}

interface Told {
  complaintId: string;
  handoffId: string | null;
  cursor: string;
}

export class ComplaintSeed implements PromiseLike<SeededComplaint> {
  private readonly system: ActionContext;
  private readonly facts: ComplaintFacts;
  private readonly number: number;
  /** Resolves once every process of the test has heard of it. */
  private readonly settled: () => Promise<void>;
  private readonly steps: ((told: Told) => Promise<ActionResult>)[] = [];

  constructor(system: ActionContext, facts: ComplaintFacts, number: number, settled: () => Promise<void>) {
    this.system = system;
    this.facts = facts;
    this.number = number;
    this.settled = settled;
  }

  routed(departmentCode: string, by: ActionContext = this.system): this {
    const rest = { categoryCode: `${departmentCode}.any`, severity: null, reason: null, expectedVersion: null };
    return this.then_(({ complaintId: id }) => complaintRoute(by, { id, departmentCode, ...rest }));
  }

  claimed(by: ActionContext = this.system): this {
    return this.then_(({ complaintId: id }) => complaintClaim(by, { id, expectedVersion: null }));
  }

  /** The customer was reached, and facts and demand were confirmed. */
  contacted(by: ActionContext = this.system): this {
    const contact = {
      channel: 'PHONE',
      direction: 'OUTBOUND',
      summary: '已联系客户',
      confirmsFacts: true,
      at: null,
      ...PLAIN_CONTACT,
    } as const;
    return this.then_(({ complaintId: id }) => contactRecord(by, { id, ...contact }));
  }

  moved(toStage: Stage, by: ActionContext = this.system): this {
    const rest = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
    return this.then_(({ complaintId: id }) => complaintMove(by, { id, toStage, ...rest }));
  }

  /** What an investigation has to find was found. */
  investigated(by: ActionContext = this.system): this {
    const expectedVersion = null;
    const report = { course: '约好没送', findings: '调度漏排', conclusion: '先送后补', expectedVersion };
    return this.then_(({ complaintId }) => investigationReport(by, { complaintId, ...report }))
      .then_(({ complaintId }) =>
        validityDecide(by, { complaintId, validity: 'FOUNDED', reason: '记录为证', expectedVersion }),
      )
      .then_(({ complaintId }) =>
        rootCauseSet(by, { complaintId, code: 'process.capacity', note: null, expectedVersion }),
      );
  }

  /** Through the stages that lie between, whatever they ask for. */
  followedUp(by: ActionContext = this.system): this {
    const rest = { afterId: null, beforeId: null, expectedVersion: null, reason: '已处理完毕', override: true };
    const move = (toStage: Stage) => this.then_(({ complaintId: id }) => complaintMove(by, { id, toStage, ...rest }));
    move('RESOLVING');
    return move('FOLLOWING_UP');
  }

  handedTo(toDepartmentCode: string, by: ActionContext = this.system): this {
    const rest = { reason: '属于贵部门', expectedVersion: null };
    return this.then_(({ complaintId }) => handoffRequest(by, { complaintId, toDepartmentCode, ...rest }));
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a chain of what happened is awaited like the action it stands for
  then<R, E>(
    resolve?: ((value: SeededComplaint) => R | PromiseLike<R>) | null,
    reject?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): PromiseLike<R | E> {
    return this.run().then(resolve, reject);
  }

  private then_(step: (told: Told) => Promise<ActionResult>): this {
    this.steps.push(step);
    return this;
  }

  private async run(): Promise<SeededComplaint> {
    const registered = outcomeOf(await complaintRegister(this.system, { ...this.defaults(), ...this.facts }));
    const { complaintId } = registered;
    let { cursor } = registered;
    let handoffId: string | null = null;
    for (const step of this.steps) {
      const outcome = outcomeOf(await step({ complaintId, handoffId, cursor }));
      cursor = outcome.cursor;
      handoffId = outcome.handoffId ?? handoffId;
    }
    await this.settled();
    const { number } = await this.system.db.prisma.complaint.findUniqueOrThrow({
      where: { id: complaintId },
      select: { number: true },
    });
    return {
      uuid: complaintId,
      id: encodeId('Complaint', complaintId),
      number,
      cursor,
      handoffId: handoffId === null ? null : encodeId('Handoff', handoffId),
    };
  }

  private defaults(): ComplaintRegisterInput {
    return {
      subject: `第 ${this.number} 单没有送到`,
      description: '约好上午送货，等到晚上也没有人来。',
      channel: 'PHONE',
      kind: 'COMPLAINT',
      demand: null,
      occurredAt: null,
      place: null,
      about: null,
      consequences: [],
      external: null,
      receivedAt: null,
      severity: 'GENERAL',
      categoryCode: null,
      departmentCode: null,
      customer: null,
    };
  }
}

function outcomeOf(result: ActionResult): Outcome {
  if (!result.ok) throw new Error(`the seed was refused: ${JSON.stringify(result.refusal)}`);
  return result.outcome;
}
