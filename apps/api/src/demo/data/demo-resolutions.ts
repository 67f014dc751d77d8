/**
 * The resolutions of a story, step by step: by the same rules that the product decides by. `need` says what is wrong with
 * a step; a story that is only being completed is not judged.
 */
import { approvalBar, approvalRoles, DEFAULT_APPROVAL } from '@redress/domain/rules/approval';
import type { ApprovalRole } from '@redress/domain/rules/approval';
import { amountRule, compare, DEFAULT_STANDARD } from '@redress/domain/rules/compensation';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import {
  isAnswerable,
  isOfferable,
  needsConsent,
  otherOptions,
  resolutionColumns,
} from '@redress/domain/rules/resolution';
import type { ResolutionColumns, ResolutionFacts } from '@redress/domain/rules/resolution';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import type { DemoResolution, DemoStep } from './demo-complaint.ts';
import type { Need } from './replay-commitments.ts';

interface Row extends ResolutionFacts {
  kind: ResolutionKind;
  /** Whose approvals are still to come. */
  waitsFor: ApprovalRole[];
  proposedById: string;
  approvedByIds: string[];
}

// Only whether something was done is looked at, so any moment will do.
const DONE = new Date(0);

/** Whose approval a resolution of the demo company takes, in their order. */
export function approversOf({ kind, yuan }: DemoResolution): ApprovalRole[] {
  const amountMinor = yuan === undefined ? null : yuan * 100;
  const compared = compare(DEFAULT_STANDARD, { kind, amountMinor, orderMinor: null });
  const deviates = compared !== 'ORDER_NEEDED' && compared.deviates;
  return approvalRoles(DEFAULT_APPROVAL, { kind, amountMinor, deviates });
}

export class DemoResolutions {
  /** How many the rounds before had: a step counts those too. */
  readonly before: number;
  private readonly rows: Row[] = [];
  private offers = 0;

  constructor(before = 0) {
    this.before = before;
  }

  get count(): number {
    return this.rows.length;
  }

  get columns(): ResolutionColumns {
    return resolutionColumns(this.rows);
  }

  /** False when the step is about no resolution. */
  play(step: DemoStep, actor: MemberPrincipal | null, need: Need): boolean {
    switch (step.do) {
      case 'propose':
        need(amountRule(step.kind) !== 'REQUIRED' || step.yuan !== undefined, 'says no amount');
        this.propose(step);
        return true;
      case 'approve':
        this.approve(this.row(step.nth, need), actor, need);
        return true;
      case 'offer':
        this.offers += 1;
        for (const nth of step.nths) this.offer(this.row(nth, need), need);
        return true;
      case 'agree':
        this.answer(this.row(step.nth, need), 'ACCEPTED', need);
        return true;
      case 'refuse':
        this.answer(this.row(step.nth, need), 'REFUSED', need);
        return true;
      case 'carryOut':
        this.carryOut(this.row(step.nth, need), need);
        return true;
      default:
        return false;
    }
  }

  private propose(step: DemoStep & { do: 'propose' }): void {
    const waitsFor = approversOf(step);
    this.rows.push({
      id: String(this.rows.length),
      kind: step.kind,
      state: 'DRAFT',
      approval: waitsFor.length === 0 ? 'NOT_NEEDED' : 'PENDING',
      offerId: null,
      offeredAt: null,
      answerUntil: null,
      waitsFor,
      proposedById: step.by,
      approvedByIds: [],
    });
  }

  private approve(row: Row, actor: MemberPrincipal | null, need: Need): void {
    const role = row.waitsFor.shift();
    need(role !== undefined, 'nobody asked for an approval');
    if (role === undefined || actor === null) return;
    const step = { role, state: 'PENDING' as const, requestedById: row.approvedByIds.at(-1) ?? row.proposedById };
    need(approvalBar(actor, step, row.proposedById, row.approvedByIds) === null, 'may not approve it');
    row.approvedByIds.push(actor.id);
    if (row.waitsFor.length === 0) row.approval = 'APPROVED';
  }

  private offer(row: Row, need: Need): void {
    need(isOfferable(row, DONE) && row.approval !== 'PENDING', 'can not be offered');
    Object.assign(row, { state: 'OFFERED', offeredAt: DONE, offerId: String(this.offers) });
  }

  private answer(row: Row, state: 'ACCEPTED' | 'REFUSED', need: Need): void {
    need(isAnswerable(row, DONE), 'was not offered');
    row.state = state;
    if (state === 'ACCEPTED') for (const other of otherOptions(this.rows, row)) other.state = 'WITHDRAWN';
  }

  private carryOut(row: Row, need: Need): void {
    const agreed = row.state === 'ACCEPTED' || (row.state === 'OFFERED' && !needsConsent(row.kind));
    need(agreed, 'nobody agreed to it');
    for (const other of otherOptions(this.rows, row)) other.state = 'WITHDRAWN';
    row.state = 'CARRIED_OUT';
  }

  private row(nth: number, need: Need): Row {
    const row = this.rows[nth - this.before - 1];
    need(row !== undefined, `there is no resolution ${nth}`);
    if (row === undefined) throw new Error(`there is no resolution ${nth}, only ${this.before + this.rows.length}`);
    return row;
  }
}
