/**
 * A change in the making. An action opens a draft on a case (or on a new complaint), sets columns, adds rows and
 * events, and the draft becomes the Change that `commit` writes: with its guard, its revision, its audit, and what
 * visibility and filters need to know before and after.
 */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import type { Change, EventWrite, IdempotencyWrite, RowWrite } from '../events/change.ts';
import { DEADLINE_COLUMNS } from '../reads/child-columns.ts';
import type { ComplaintView, DeadlineView } from '../reads/complaint-view.ts';
import { PLACE_COLUMNS, PLACE_NAMES } from '../events/commit-one-sql.ts';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft, EventPayloads, FilterFacts } from '../events/types.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import type { RecomputeReason } from '../rules/vocabulary.ts';
import { auditOf } from './audit.ts';
import type { Case } from './case.ts';
import { filterFacts, grantsOf } from './case.ts';
import { beforeIn, complaintDiff, updatesDiff } from './change-diff.ts';
import type { Diff, RowBefore } from './change-diff.ts';
import { customerMessagesOf } from './customer-messages.ts';
import { deliveryRowsOf } from './deliver.ts';
import { notificationsOf } from './notify.ts';
import { resolutionColumns } from '../rules/resolution.ts';
import { wakeAtOf } from './wake-at.ts';
import { replanClimbs } from './climb.ts';
import { rememberHandler } from './handlers.ts';
import type { ActionContext, Outcome } from './context.ts';
import { principalKey } from './audit.ts';

/** The tables whose rows a change of a case brings to a new state. */
type CaseTable =
  | 'handoff'
  | 'deadline'
  | 'complaint_access'
  | 'duty'
  | 'hold'
  | 'escalation'
  | 'ruling'
  | 'promise'
  | 'investigation'
  | 'visit'
  | 'resolution'
  | 'approval'
  | 'survey'
  | 'group_case'
  | 'attachment'
  | 'final_answer'
  | 'erasure'
  | 'customer_message'
  | 'regulator_case'
  | 'regulator_answer'
  | 'reply_draft'
  | 'demand_mark';

export class Draft {
  readonly ctx: ActionContext;
  /** The time of the change: one for all it writes. */
  readonly at: Date;
  /** The complaint as it will be. */
  readonly complaint: TableRows['complaint'];
  access: Case['access'];
  deadlines: Case['deadlines'];
  pendingHandoff: Case['pendingHandoff'];
  declines: Case['declines'];
  openDuties: Case['openDuties'];
  hold: Case['hold'];
  escalations: Case['escalations'];
  ruling: Case['ruling'];
  openPromises: Case['openPromises'];
  investigation: Case['investigation'];
  plannedVisits: Case['plannedVisits'];
  resolutions: Case['resolutions'];
  approvals: Case['approvals'];
  survey: Case['survey'];
  group: Case['group'];
  absorbed: Case['absorbed'];
  finalAnswer: Case['finalAnswer'];
  regulator: Case['regulator'];
  templateKeys: Case['templateKeys'];
  /** Of a new complaint: what its customer follows it by, before it is kept as a hash alone. */
  trackingCode: string | null = null;

  private readonly original: Case | null;
  private readonly rows: RowWrite[] = [];
  private readonly blanked: RowWrite[] = [];
  private readonly rewritten = new Map<object, object>();
  private readonly events: EventDraft[] = [];
  private readonly afterwards: EventDraft[] = [];
  private edited = false;

  private constructor(ctx: ActionContext, complaint: TableRows['complaint'], original: Case | null) {
    this.ctx = ctx;
    this.at = ctx.now();
    this.complaint = complaint;
    this.original = original;
    this.access = original?.access ?? [];
    this.deadlines = original?.deadlines ?? [];
    this.pendingHandoff = original?.pendingHandoff ?? null;
    this.declines = original?.declines ?? [];
    this.openDuties = original?.openDuties ?? [];
    this.hold = original?.hold ?? null;
    this.escalations = original?.escalations ?? [];
    this.ruling = original?.ruling ?? null;
    this.openPromises = original?.openPromises ?? [];
    this.investigation = original?.investigation ?? null;
    this.plannedVisits = original?.plannedVisits ?? [];
    this.resolutions = original?.resolutions ?? [];
    this.approvals = original?.approvals ?? [];
    this.survey = original?.survey ?? null;
    this.group = original?.group ?? null;
    this.absorbed = original?.absorbed ?? [];
    this.finalAnswer = original?.finalAnswer ?? null;
    this.regulator = original?.regulator ?? null;
    this.templateKeys = original?.templateKeys ?? [];
  }

  /** A draft that changes an existing complaint. */
  static of(ctx: ActionContext, original: Case): Draft {
    return new Draft(ctx, { ...original.complaint }, original);
  }

  /** A draft that brings a new complaint in. */
  static new(ctx: ActionContext, complaint: TableRows['complaint']): Draft {
    return new Draft(ctx, complaint, null);
  }

  /** Whether something of the case was due before this change, and nobody has let it happen yet. */
  get comesAfterItsTime(): boolean {
    const due = this.original === null ? null : wakeAtOf(this.original);
    return due !== null && due < this.at;
  }

  /** Marks the change as one that edits must know of: the version goes up, not only the revision. */
  edit(): void {
    this.edited = true;
  }

  insert<T extends keyof TableRows>(table: T, row: TableRows[T]): void {
    this.rows.push(insert(table, row));
  }

  /** The new state of a row; a second one for the same row replaces the first, also when it was new in this change. */
  put<T extends CaseTable>(table: T, row: TableRows[T]): void {
    const found = this.rows.findIndex((write) => write.table === table && (write.row as { id: string }).id === row.id);
    if (found === -1) this.rows.push(update(table, row));
    else this.rows[found] = { ...this.rows[found], row } as RowWrite;
  }

  /** The new words of the complaint: rows that a case does not hold. */
  rewrite<T extends 'complaint_text' | 'complaint_search'>(table: T, row: TableRows[T], before: TableRows[T]): void {
    this.rows.push(update(table, row));
    this.rewritten.set(row, before);
  }

  emit(event: EventDraft): void {
    this.events.push(event);
  }

  /** An event that follows from the change: told after what the change itself says. */
  emitAfterwards(event: EventDraft): void {
    this.afterwards.push(event);
  }

  /** Says which clocks go on with other numbers. */
  recomputed(reason: RecomputeReason, clocks: EventPayloads['ClocksRecomputed']['clocks']): void {
    this.emitAfterwards({ type: 'ClocksRecomputed', payload: { reason, clocks } });
  }

  /** A row whose words were erased: the event tells of it, no column does. */
  blank<T extends keyof TableRows>(table: T, row: TableRows[T]): void {
    this.blanked.push(update(table, row));
  }

  /** Keeps a reason or a comment in a row that can be erased, and gives the id for the event. */
  note(kind: 'REASON' | 'COMMENT', text: string | null | undefined): string | undefined {
    const trimmed = text?.trim();
    if (!trimmed) return undefined;
    const id = uuidv7();
    const memberId = this.ctx.principal.kind === 'MEMBER' ? this.ctx.principal.id : null;
    this.insert('note', {
      id,
      complaintId: this.complaint.id,
      kind,
      text: trimmed,
      memberId,
      at: this.at,
      erasedAt: null,
    });
    return id;
  }

  /** The finished change. `outcome` is what a retry with the same idempotency key will be answered from. */
  toChange(action: AuditAction, outcome: Omit<Outcome, 'cursor'>): Change {
    const { complaint, original } = this;
    complaint.isBreached = this.deadlines.some((clock) => clock.state === 'OPEN' && clock.breachPublishedAt !== null);
    if (original !== null && isRegraded(original.complaint, complaint)) replanClimbs(this);
    complaint.escalatedToIds = [...new Set(this.escalations.flatMap(({ memberIds }) => memberIds))].sort();
    if (this.resolutions !== original?.resolutions) Object.assign(complaint, resolutionColumns(this.resolutions));
    complaint.wakeAt = wakeAtOf(this);
    rememberHandler(this.ctx, complaint, this.events);
    if (original !== null) {
      complaint.revision = original.complaint.revision + 1;
      complaint.version = original.complaint.version + (this.edited ? 1 : 0);
    }
    const row: RowWrite =
      original === null
        ? insert('complaint', complaint)
        : hasOnlyMoved(original.complaint, complaint)
          ? { table: 'complaint', op: 'update', row: complaint, columns: PLACE_NAMES }
          : update('complaint', complaint);
    const notifications = notificationsOf(this.ctx, this.at, original, this, this.events);
    const told = [
      ...notifications.map((entry) => insert('notification', entry)),
      ...deliveryRowsOf(this.ctx, this.at, complaint, notifications).map((entry) => insert('delivery', entry)),
      ...customerMessagesOf(this, this.events).map((entry) => insert('customer_message', entry)),
    ];
    return {
      id: uuidv7(),
      at: this.at,
      guards: original === null ? [] : [{ id: complaint.id, revision: original.complaint.revision }],
      rows: [row, ...this.rows, ...this.blanked, ...told],
      audit: auditOf(this.ctx, action, [complaint.id], this.diff()),
      events: this.eventWrites(),
      idempotency: idempotencyOf(this.ctx, action, outcome),
    };
  }

  /**
   * The case as this change leaves it; null when only reading it can tell. To be asked once the change is finished. What
   * a move writes besides the complaint and its clocks is no part of a case.
   */
  caseAfter(): Case | null {
    const { original, complaint } = this;
    if (original === null || complaint.stage === 'CLOSED' || complaint.round !== original.complaint.round) return null;
    if (!this.rows.every(({ table }) => KNOWN_AFTER.includes(table)) || this.blanked.length > 0) return null;
    return { ...original, complaint, deadlines: this.deadlines };
  }

  /** The complaint as a card shows it after this change, from how it showed it before; where `caseAfter` is known. */
  viewAfter(before: ComplaintView): ComplaintView {
    const view: Record<string, unknown> = { ...before };
    for (const column in this.complaint) {
      if (column in before) view[column] = this.complaint[column as keyof typeof this.complaint];
    }
    view.nextDeadline = nextDeadline(this.deadlines);
    return view as unknown as ComplaintView;
  }

  /** What the change brought from what to what. */
  private diff(): Diff {
    const { original } = this;
    if (original === null) return complaintDiff(null, this.complaint);
    const inCase = beforeIn(original);
    const before: RowBefore = (write) => this.rewritten.get(write.row) ?? inCase(write);
    return { ...complaintDiff(original.complaint, this.complaint), ...updatesDiff(this.rows, before) };
  }

  /** The first event of a change carries the way from before to after; those that follow it stay where it led. */
  private eventWrites(): EventWrite[] {
    const after = filterFacts(this.complaint);
    const accessAfter = grantsOf(this.access);
    let before: FilterFacts | null = this.original === null ? null : filterFacts(this.original.complaint);
    let accessBefore = this.original === null ? [] : grantsOf(this.original.access);
    const own = this.markedEvents().map((event) => {
      const write = {
        ...event,
        complaintId: this.complaint.id,
        round: this.complaint.round,
        before,
        after,
        accessBefore,
        accessAfter,
      };
      before = after;
      accessBefore = accessAfter;
      return write;
    });
    return [...own, ...this.followedSights()];
  }

  /** The first event says it of a change that takes another one back, for each complaint that the other one changed. */
  private markedEvents(): EventDraft[] {
    const events = [...this.events, ...this.afterwards];
    const [first, ...rest] = events;
    const { takesBack } = this.ctx;
    if (first === undefined || takesBack?.complaintIds.includes(this.complaint.id) !== true) return events;
    const payload = { ...first.payload, takesBack: takesBack.changeId };
    return [{ ...first, payload } as EventDraft, ...rest];
  }

  /** Who comes to see the complaint, or ceases to, does so with what was merged into it: boards have to hear of that too. */
  private followedSights(): EventWrite[] {
    const before = new Map(this.original?.absorbed.map(({ id, access }) => [id, grantsOf(access)]));
    return this.absorbed.flatMap(({ id, round, facts, access }): EventWrite[] => {
      const accessBefore = before.get(id) ?? [];
      const accessAfter = grantsOf(access);
      if (accessBefore.join() === accessAfter.join()) return [];
      return [
        {
          type: 'SightFollowed',
          payload: { survivorId: this.complaint.id },
          complaintId: id,
          round,
          before: facts,
          after: facts,
          accessBefore,
          accessAfter,
        },
      ];
    });
  }
}

/** Tables of which a case or a card holds nothing, and the clocks, which the draft knows whole. */
const KNOWN_AFTER: readonly string[] = ['deadline', 'note'];

/** The open clock that is due first, as `complaint-sql.ts` finds it. */
function nextDeadline(deadlines: Case['deadlines']): DeadlineView | null {
  const running = deadlines.filter(({ state, silent }) => state === 'OPEN' && !silent);
  running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  const [first] = running;
  if (first === undefined) return null;
  // As statements give it: milliseconds of an allowance are far below what a number holds.
  const row = { ...first, allowanceMs: Number(first.allowanceMs) };
  return Object.fromEntries(DEADLINE_COLUMNS.map((column) => [column, row[column]])) as unknown as DeadlineView;
}

/** Whether nothing differs but the columns that say where the complaint lies. */
function hasOnlyMoved(before: TableRows['complaint'], after: TableRows['complaint']): boolean {
  for (const column in after) {
    const [from, to] = [before[column as keyof typeof before], after[column as keyof typeof after]];
    if (from === to || column in PLACE_COLUMNS) continue;
    if (from instanceof Date && to instanceof Date && from.getTime() === to.getTime()) continue;
    if (Array.isArray(from) && Array.isArray(to) && from.join() === to.join()) continue;
    return false;
  }
  return true;
}

/** Whether ladders ask something else of the complaint than before. */
function isRegraded(before: TableRows['complaint'], after: TableRows['complaint']): boolean {
  return (
    before.severity !== after.severity ||
    before.categoryCode !== after.categoryCode ||
    before.consequences.join() !== after.consequences.join()
  );
}

/** The idempotency row of a change; null when the caller gave no key. */
export function idempotencyOf(
  ctx: ActionContext,
  action: string,
  { trackingCode: _, ...ids }: Partial<Outcome>,
): IdempotencyWrite | null {
  if (ctx.idempotency === null) return null;
  const { key, requestHash } = ctx.idempotency;
  return { principal: principalKey(ctx.principal), key, requestHash, resultType: action, resultIds: ids };
}
