/** Opens a group case over complaints that one event has brought about (docs/SPEC.md, GC1, GC2). */
import { limits } from '../reads/policy-values.ts';
import { runsTheBoard } from '../rules/permissions.ts';
import type { Severity } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import { climbForMany } from './climb.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireCategory, requireDepartment } from './known-codes.ts';
import { newComplaint } from './new-complaint.ts';
import { openJoining, requireOpener, requireSize } from './open-group.ts';
import { perform } from './perform.ts';
import { reserve } from './registration.ts';

export interface GroupOpenInput {
  subject: string;
  description: string;
  severity: Severity | null;
  categoryCode: string | null;
  departmentCode: string | null;
  line: string | null;
  standardMinor: bigint | null;
  complaintIds: readonly string[];
}

/** The parent is a complaint of its own, with a number and clocks; its complaints keep theirs. */
export function groupOpen(ctx: ActionContext, input: GroupOpenInput): Promise<ActionResult> {
  return perform(ctx, 'groupOpen', async () => {
    requireOpener(runsTheBoard(ctx.principal));
    const ids = [...new Set(input.complaintIds)];
    requireSize(ids.length);
    if (input.categoryCode !== null) requireCategory(ctx, 'categoryCode', input.categoryCode);
    if (input.departmentCode !== null) requireDepartment(ctx, 'departmentCode', input.departmentCode);
    const joining = await openJoining(ctx, ids);

    const [reserved] = await reserve(ctx, [null]);
    const parent = newComplaint(ctx, { ...NOBODYS, ...input, receivedAt: null }, reserved!).draft;
    const { id } = parent.complaint;
    parent.complaint.isGroup = true;
    const { line, standardMinor } = input;
    const agreed = line !== null || standardMinor !== null;
    parent.insert('group_case', {
      id,
      line,
      standardMinor,
      currency: 'CNY',
      setById: agreed ? memberIdOf(ctx.principal) : null,
      setAt: agreed ? parent.at : null,
    });
    parent.emit({
      type: 'GroupChanged',
      payload: { addedIds: joining.map(({ complaint }) => complaint.id), removedIds: [] },
    });
    if (joining.length >= limits(ctx.directory).groupOwnerFrom) climbForMany(parent);
    const also = joining.map((opened) => joins(Draft.of(ctx, opened), id));
    return { draft: parent, also, outcome: { complaintId: id } };
  });
}

/** The event concerns many; each customer has a complaint of their own. */
const NOBODYS = {
  channel: 'PHONE',
  kind: 'COMPLAINT',
  demand: null,
  occurredAt: null,
  place: null,
  about: null,
  consequences: [],
  external: null,
  customer: null,
} as const;

/** The complaint comes to the group. */
export function joins(child: Draft, parentId: string): Draft {
  child.complaint.parentId = parentId;
  child.edit();
  child.emit({ type: 'GroupJoined', payload: { parentId } });
  return child;
}
