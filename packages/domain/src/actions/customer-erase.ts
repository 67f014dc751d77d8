/**
 * Erases a customer (docs/SPEC.md, PD10–PD12): the person and everybody's words about them go, in one change; what
 * happened, when, by whom of the company, and every figure stay.
 */
import { complaintsOf, loadPersonalRows, standingErasureRequest } from '../reads/personal-rows.ts';
import { mayErase } from '../rules/permissions.ts';
import { CUSTOMER_OWN, WORDS_OF_COMPLAINT } from '../rules/personal-columns.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';
import type { TableRows } from '../events/tables.ts';
import { memberIdOf } from './audit.ts';
import { loadCase, loadCases } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface CustomerEraseInput {
  /** One of the customer's complaints. */
  complaintId: string;
  /** On what ground: what they asked for, or a term that is over. */
  reason: string;
}

/** A request that nobody confirmed lapses. */
const STANDS_DAYS = 30;
const DAY_MS = 86_400_000;

/** Columns that hold an empty text instead of none. */
const NEVER_NULL: readonly string[] = ['complaint_text.subject', 'complaint_text.description', 'duty.what'];

/**
 * The first of two people asks, the second carries it out: nobody erases alone. From the command line it is carried out
 * at once, by who looks after the server.
 */
export function customerErase(ctx: ActionContext, input: CustomerEraseInput): Promise<ActionResult> {
  return perform(ctx, 'customerErase', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    if (!mayErase(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'erase' });
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const { customerId } = opened.complaint;
    const customer = customerId && (await ctx.db.prisma.customer.findUnique({ where: { id: customerId } }));
    if (!customer || customer.erasedAt !== null) throw invalid('complaintId', 'nobodyToErase');
    const ids = await complaintsOf(ctx.db, customer.id);
    const cases = await loadCases(ctx.db, ids);
    const open = cases.filter(({ complaint }) => complaint.stage !== 'CLOSED').length;
    // What is still being worked on for them can't be done without them.
    if (open > 0) throw invalid('complaintId', 'eraseOpenComplaints', { count: open });

    const since = new Date(ctx.now().getTime() - STANDS_DAYS * DAY_MS);
    const asked = await standingErasureRequest(ctx.db, ids, since);
    const by = memberIdOf(ctx.principal);
    if (ctx.principal.kind !== 'SYSTEM' && (asked === null || asked.actorId === by)) {
      if (asked !== null) throw invalid('complaintId', 'eraseOwnRequest');
      const draft = Draft.of(ctx, opened);
      const noteId = draft.note('REASON', input.reason);
      draft.emit({ type: 'ErasureRequested', payload: { customerId: customer.id }, ...(noteId && { noteId }) });
      return { draft, outcome: { complaintId: input.complaintId, erased: false } };
    }
    const drafts = await blank(ctx, cases, customer);
    return { draft: drafts[0]!, also: drafts.slice(1), outcome: { complaintId: input.complaintId, erased: true } };
  });
}

/** One draft for each case, the first of which has the customer's own row with it. */
async function blank(
  ctx: ActionContext,
  cases: Awaited<ReturnType<typeof loadCases>>,
  customer: TableRows['customer'],
): Promise<Draft[]> {
  const drafts = new Map(cases.map((one) => [one.complaint.id, Draft.of(ctx, one)]));
  const ids = [...drafts.keys()];
  for (const table of Object.keys(WORDS_OF_COMPLAINT) as TableOfWords[]) {
    for (const row of await loadPersonalRows(ctx.db, table, ids)) {
      const { complaintId } = row as { complaintId: string };
      const draft = drafts.get(complaintId)!;
      draft.blank(table, blanked(table, row, draft.at));
      if (table === 'attachment') draft.complaint.attachmentCount = 0;
    }
  }
  for (const row of await loadPersonalRows(ctx.db, 'complaint_search', ids)) {
    const draft = drafts.get(row.complaintId)!;
    draft.blank('complaint_search', { ...row, tokens: [] });
  }
  for (const draft of drafts.values()) {
    // Without a phone number the code alone would open what is left.
    draft.complaint.trackingHash = null;
    draft.edit();
    draft.emit({ type: 'CustomerErased', payload: { customerId: customer.id } });
  }
  const list = [...drafts.values()];
  const gone = Object.fromEntries(CUSTOMER_OWN.map((column) => [column, null]));
  list[0]!.blank('customer', { ...customer, ...gone, erasedAt: list[0]!.at });
  return list;
}

/** The row without words. A line of a template was written before the customer was known, and stays. */
function blanked<T extends TableOfWords>(table: T, row: TableRows[T], at: Date): TableRows[T] {
  const kept = table === 'duty' && (row as TableRows['duty']).templateKey !== null ? ['what'] : [];
  const columns: readonly string[] = WORDS_OF_COMPLAINT[table];
  const words = columns
    .filter((column) => !kept.includes(column))
    .map((column) => [column, NEVER_NULL.includes(`${table}.${column}`) ? '' : null]);
  const isFile = table === 'attachment' && (row as TableRows['attachment']).state === 'READY';
  return {
    ...row,
    ...Object.fromEntries(words),
    ...('erasedAt' in row && { erasedAt: at }),
    // Its bytes follow, as those of any file that was taken away.
    ...(isFile && { state: 'REMOVED', removedAt: at }),
  };
}
