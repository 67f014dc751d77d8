/** Sets what everybody says and what each customer gets (统一口径, 补偿标准; docs/SPEC.md, GC4). */
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openGroup } from './open-group.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface GroupLineSetInput {
  /** The parent. */
  id: string;
  line: string | null;
  /** In the smallest unit of the currency. */
  standardMinor: bigint | null;
}

/** What was agreed shows at once at every complaint of the group: it is kept at the parent. */
export function groupLineSet(ctx: ActionContext, input: GroupLineSetInput): Promise<ActionResult> {
  return perform(ctx, 'groupLineSet', async () => {
    const parent = await openGroup(ctx, input.id);
    const { line, standardMinor } = input;
    if (line === null && standardMinor === null) throw invalid('line', 'groupLineEmpty');
    const draft = Draft.of(ctx, parent);
    draft.group = { ...parent.group, line, standardMinor, setById: memberIdOf(ctx.principal), setAt: draft.at };
    draft.put('group_case', draft.group);
    draft.edit();
    const payload = { standardMinor: standardMinor === null ? null : Number(standardMinor) };
    // The line as it was then: a later one replaces the row's.
    const noteId = draft.note('REASON', line);
    draft.emit({ type: 'GroupLineSet', payload, ...(noteId !== undefined && { noteId }) });
    return { draft, outcome: { complaintId: input.id } };
  });
}
