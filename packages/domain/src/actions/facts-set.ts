/** Corrects the facts of a complaint and what the customer demands (docs/SPEC.md, FA1–FA4). */
import { triagePolicy } from '../reads/policy-values.ts';
import { proposeGrade } from '../rules/triage.ts';
import type { KnownPerson } from '../rules/mask.ts';
import { SEVERITIES } from '../rules/vocabulary.ts';
import type { ComplaintKind, Consequence, FactField } from '../rules/vocabulary.ts';
import type { TableRows } from '../events/tables.ts';
import { loadCase } from './case.ts';
import { recompute } from './clocks-renew.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { inOrder, tokensOf } from './facts.ts';
import { requireCategory } from './known-codes.ts';
import { withParents } from './new-complaint.ts';
import { holdForPress } from './replies-hold.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { personOf, putBack } from './put-back.ts';
import { Refusal, invalid } from './refusal.ts';

/** Undefined leaves a fact as it is; null says that it is not known. */
export interface FactsSetInput {
  id: string;
  kind?: ComplaintKind | undefined;
  subject?: string | undefined;
  demand?: string | null | undefined;
  occurredAt?: Date | null | undefined;
  place?: string | null | undefined;
  about?: string | null | undefined;
  consequences?: Consequence[] | undefined;
  categoryCode?: string | undefined;
  expectedVersion: number | null;
}

/**
 * Writes what differs, in one event; nothing when nothing does. What may come of it raises the severity to what triage
 * says at least, and lowers nothing: who overrules that does so by routing.
 */
export function factsSet(ctx: ActionContext, input: FactsSetInput): Promise<ActionResult> {
  return perform(ctx, 'factsSet', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'setFacts');
    requireVersion(opened, input.expectedVersion);
    if (input.categoryCode !== undefined) requireCategory(ctx, 'categoryCode', input.categoryCode);
    if (input.occurredAt && input.occurredAt > ctx.now()) throw invalid('occurredAt', 'inFuture');
    const text = await ctx.db.prisma.complaintText.findUnique({ where: { complaintId: input.id } });
    if (text === null || text.erasedAt !== null) throw new Refusal({ code: 'FORBIDDEN', action: 'setFacts' });

    const whose = await personOf(ctx, opened.complaint.customerId);

    const draft = Draft.of(ctx, opened);
    const fields = [...ownFacts(draft, input), ...words(draft, text, unmasked(input, text, whose))];
    if (fields.length === 0) throw invalid('id', 'nothingChanged');
    draft.edit();
    draft.emit({ type: 'FactsCorrected', payload: { fields } });
    if (fields.includes('consequences')) {
      raise(draft);
      holdForPress(draft, opened.complaint.consequences);
    }
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** Facts that are codes and moments: columns of the complaint. */
function ownFacts({ complaint }: Draft, input: FactsSetInput): FactField[] {
  const changed: FactField[] = [];
  if (input.kind !== undefined && input.kind !== complaint.kind) {
    complaint.kind = input.kind;
    changed.push('kind');
  }
  if (input.occurredAt !== undefined && input.occurredAt?.getTime() !== complaint.occurredAt?.getTime()) {
    complaint.occurredAt = input.occurredAt;
    changed.push('occurredAt');
  }
  const consequences = input.consequences && inOrder(input.consequences);
  if (consequences !== undefined && consequences.join() !== complaint.consequences.join()) {
    complaint.consequences = consequences;
    changed.push('consequences');
  }
  if (input.categoryCode !== undefined && input.categoryCode !== complaint.categoryCode) {
    complaint.categoryCode = input.categoryCode;
    changed.push('category');
  }
  return changed;
}

type Words = Partial<Record<(typeof WORDS)[number], string | null>>;
const WORDS = ['subject', 'demand', 'place', 'about'] as const;

/** The words that were given, with what was masked when they were shown. */
function unmasked(input: FactsSetInput, stored: TableRows['complaint_text'], whose: readonly KnownPerson[]): Words {
  const given = WORDS.filter((name) => input[name] !== undefined).map((name) => {
    const edited = input[name] ?? null;
    return [name, edited === null ? null : putBack(name, edited, stored[name] ?? '', whose)];
  });
  return Object.fromEntries(given) as Words;
}

/** Facts in words: they are found by what they say now. */
function words(draft: Draft, before: TableRows['complaint_text'], given: Words): FactField[] {
  const text = { ...before, ...given } as TableRows['complaint_text'];
  const changed = WORDS.filter((name) => text[name] !== before[name]);
  if (changed.length === 0) return [];
  const { id: complaintId, number } = draft.complaint;
  draft.rewrite('complaint_text', text, before);
  const [was, is] = [before, text].map((of) => ({ complaintId, tokens: tokensOf(number, of) }));
  draft.rewrite('complaint_search', is!, was!);
  return changed;
}

function raise(draft: Draft): void {
  const { complaint, ctx } = draft;
  const consequences = complaint.consequences as Consequence[];
  const categories = withParents(ctx.directory, complaint.categoryCode);
  const facts = { categories, consequences, channel: complaint.channel, tier: null, texts: [] };
  const { severity, because } = proposeGrade(facts, triagePolicy(ctx.directory));
  if (SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(complaint.severity)) return;
  draft.emit({ type: 'ComplaintTriaged', payload: { proposed: severity, because } });
  draft.emit({ type: 'SeverityChanged', payload: { from: complaint.severity, to: severity } });
  complaint.severity = severity;
  recompute(draft, 'SEVERITY');
}
