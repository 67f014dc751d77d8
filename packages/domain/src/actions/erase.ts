/**
 * What erasing a customer does (docs/SPEC.md, PD10–PD12): the person and everybody's words about them go, in one change;
 * what happened, when, by whom of the company, and every figure stay.
 */
import type { TableRows } from '../events/tables.ts';
import { complaintsOf, loadPersonalRows, openErasures } from '../reads/personal-rows.ts';
import { retentionPolicy } from '../reads/policy-values.ts';
import { CUSTOMER_OWN, WORDS_OF_COMPLAINT } from '../rules/personal-columns.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';
import { erasureBar } from '../rules/retention.ts';
import type { ErasureGround } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import { loadCases } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { maskInMeetings } from './erase-in-meetings.ts';
import { invalid } from './refusal.ts';
import { endUploadsOf } from './uploads.ts';

/** A customer with all of their complaints, against whose erasure nothing stands. */
export interface Erasable {
  customer: TableRows['customer'];
  cases: Case[];
}

/** Columns that hold an empty text instead of none. */
const NEVER_NULL: readonly string[] = ['complaint_text.subject', 'complaint_text.description', 'duty.what'];

/**
 * The customer of this id.
 *
 * @param path the field of the input that named them.
 * @throws Refusal INVALID_INPUT that says what stands against it, and what to do.
 */
export async function requireErasable(ctx: ActionContext, customerId: string | null, path: string): Promise<Erasable> {
  const customer = customerId && (await ctx.db.prisma.customer.findUnique({ where: { id: customerId } }));
  if (!customer || customer.erasedAt !== null) throw invalid(path, 'nobodyToErase');
  const cases = await loadCases(ctx.db, await complaintsOf(ctx.db, customer.id));
  const complaints = cases.map(({ complaint }) => complaint);
  const bar = erasureBar(complaints, retentionPolicy(ctx.directory), ctx.now());
  switch (bar?.because) {
    case 'OPEN':
      throw invalid(path, 'eraseOpenComplaints', { numbers: bar.numbers.sort().join(', ') });
    case 'LEGAL':
      throw invalid(path, 'eraseLegal', { number: bar.number, day: bar.until.toISOString().slice(0, 10) });
    case undefined:
      return { customer, cases };
  }
}

/** One draft for each complaint; that of `first` stands in front and has the customer's own row with it. */
export async function eraseDrafts(
  ctx: ActionContext,
  { customer, cases }: Erasable,
  { first, ground }: { first: string; ground: ErasureGround },
): Promise<Draft[]> {
  const drafts = new Map(cases.map((one) => [one.complaint.id, Draft.of(ctx, one)]));
  const ids = [...drafts.keys()];
  // Before anything is read that another erasure may be rewriting.
  const { _max: before } = await ctx.db.prisma.customer.aggregate({ _max: { erasure: true } });
  // No file that was announced arrives after the others have gone.
  await endUploadsOf(ctx.db, ids, ctx.now());
  for (const table of Object.keys(WORDS_OF_COMPLAINT) as TableOfWords[]) {
    for (const row of await loadPersonalRows(ctx.db, table, ids)) {
      const draft = drafts.get((row as { complaintId: string }).complaintId)!;
      draft.blank(table, withoutWords(table, row, draft.at));
      if (table === 'attachment') draft.complaint.attachmentCount = 0;
    }
  }
  for (const row of await loadPersonalRows(ctx.db, 'complaint_search', ids)) {
    drafts.get(row.complaintId)!.blank('complaint_search', { ...row, tokens: [] });
  }
  for (const draft of drafts.values()) {
    // Without a phone number the code alone would open what is left.
    draft.complaint.trackingHash = null;
    draft.edit();
    draft.emit({ type: 'CustomerErased', payload: { customerId: customer.id, ground } });
  }
  const front = drafts.get(first)!;
  await maskInMeetings(ctx, front, customer, ids);
  const gone = Object.fromEntries(CUSTOMER_OWN.map((column) => [column, null]));
  front.blank('customer', { ...customer, ...gone, erasedAt: front.at, erasure: (before.erasure ?? 0) + 1 });
  const settled = { state: 'CARRIED_OUT', decidedById: memberIdOf(ctx.principal), decidedAt: front.at } as const;
  for (const asked of await openErasures(ctx.db, customer.id)) front.put('erasure', { ...asked, ...settled });
  return [front, ...[...drafts.values()].filter((draft) => draft !== front)];
}

/** The row without words. A line of a template was written before the customer was known, and stays. */
function withoutWords<T extends TableOfWords>(table: T, row: TableRows[T], at: Date): TableRows[T] {
  const isLine = table === 'duty' && (row as TableRows['duty']).templateKey !== null;
  const columns: readonly string[] = WORDS_OF_COMPLAINT[table];
  const words = columns
    .filter((column) => !(isLine && column === 'what'))
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
