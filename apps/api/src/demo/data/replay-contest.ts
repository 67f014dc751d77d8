/** Declines, rulings and appeals of a replayed story, by the rules that the actions decide by. */
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import type { RulingFacts } from '@redress/domain/rules/rulings';
import { isAppealable, mayAppeal, mayDecideAppeal, standsAgainst } from '@redress/domain/rules/rulings';
import { MINUTE_MS } from '@redress/domain/rules/days';
import type { DepartmentCode } from './demo-complaint.ts';

const found = DEFAULT_POLICIES.find(({ kind }) => kind === 'limits');
if (found?.kind !== 'limits') throw new Error('no default limits');
const limits = found.value;

/** Minutes before loading as a moment: only differences count. */
const moment = (ago: number) => new Date(-ago * MINUTE_MS);

export class Contest {
  declines = 0;
  private declinedBy: DepartmentCode[] = [];
  private ruling: (RulingFacts & { fromDepartmentId: string | null; partyIds: string[] }) | null = null;

  /** Whether it waits for a ruling. */
  get open(): boolean {
    return this.declinedBy.length >= limits.contestedAfterDeclines;
  }

  decline(by: DepartmentCode): void {
    this.declines += 1;
    this.declinedBy.push(by);
  }

  /** A department took it: nothing is left to dispute. */
  settle(): void {
    this.declinedBy = [];
  }

  rule(from: DepartmentCode | null, to: DepartmentCode, ruledById: string, ago: number): void {
    this.ruling = {
      departmentId: to,
      fromDepartmentId: from,
      ruledById,
      appealUntil: moment(ago - limits.appealHours * 60),
      appealState: 'NONE',
      appealedById: null,
      overturnedToId: null,
      partyIds: [to, ...(from === null ? [] : [from]), ...this.declinedBy],
    };
    this.declinedBy = [];
  }

  /** Appeals; false when the actor may not, or may no longer. */
  appeal(actor: MemberPrincipal, departmentId: string | null, ago: number): boolean {
    const { ruling } = this;
    if (ruling === null) return false;
    const may = mayAppeal(actor, ruling) && isAppealable(ruling, { stage: 'CONFIRMED', departmentId }, moment(ago));
    this.ruling = { ...ruling, appealState: 'OPEN', appealedById: actor.id };
    return may;
  }

  /** Decides on the appeal; false when the actor may not, or nobody appealed. */
  decide(actor: MemberPrincipal, overturnedToId: DepartmentCode | null): boolean {
    const { ruling } = this;
    if (ruling === null) return false;
    const may = ruling.appealState === 'OPEN' && mayDecideAppeal(actor, ruling);
    this.ruling = { ...ruling, appealState: overturnedToId === null ? 'UPHELD' : 'OVERTURNED', overturnedToId };
    return may;
  }

  /** Whether the department may ask another one to take the complaint over. */
  lets(departmentId: DepartmentCode | null, toDepartmentId: DepartmentCode, ago: number): boolean {
    const { ruling } = this;
    if (this.open || ruling === null) return !this.open;
    const facts = { stage: 'CONFIRMED', departmentId } as const;
    return !standsAgainst(ruling, facts, { toDepartmentId, partyIds: ruling.partyIds }, moment(ago));
  }
}
