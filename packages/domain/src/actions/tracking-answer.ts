/** The customer's own answer to an offer, on their page (docs/SPEC.md, RS12–RS14): they choose, refuse or propose. */
import { findTracked } from '../reads/tracking-access.ts';
import { approvalPolicy } from '../reads/resolution-policies.ts';
import { isAnswerable } from '../rules/resolution.ts';
import type { ResolutionKind } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { customerCameBack } from './hold-end.ts';
import { hashTrackingCode } from './new-complaint.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import { amountIssues, customersRow } from './resolution-propose.ts';
import { addResolution, withdraw } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';
import { agree, refuseByCustomer } from './resolution-settle.ts';

export const CUSTOMER_ANSWERS = ['ACCEPT', 'REFUSE', 'PROPOSE'] as const;
export type CustomerAnswer = (typeof CUSTOMER_ANSWERS)[number];

export interface ResolutionAnswerInput {
  /** However it is written. */
  code: string;
  phoneLast4: string | null;
  /** The option that they answer; a proposal stands instead of it. */
  resolutionId: string;
  answer: CustomerAnswer;
  /** What they say; a proposal needs it. */
  words: string | null;
  /** What they propose; only with PROPOSE, which needs the kind. */
  kind: ResolutionKind | null;
  amountMinor: number | null;
}

/** Whoever holds the code and the digits answers; like any word of theirs it ends a hold. */
export function resolutionAnswer(ctx: ActionContext, input: ResolutionAnswerInput): Promise<ActionResult> {
  return perform(ctx, 'resolutionAnswer', async () => {
    const { code, phoneLast4, resolutionId, words } = input;
    const found = await findTracked(ctx.db, { hash: hashTrackingCode(code), phoneLast4 });
    const opened = found === null ? null : await loadCase(ctx.db, found);
    if (opened === null || !(await belongs(ctx, opened.complaint.id, resolutionId)))
      throw new Refusal({ code: 'NOT_FOUND' });
    const draft = Draft.of(ctx, opened);
    const resolution = opened.resolutions.find(({ id }) => id === resolutionId);
    if (resolution === undefined || !isAnswerable(resolution, draft.at)) {
      const expired = resolution?.state === 'OFFERED';
      throw new Refusal({ code: 'OFFER_SETTLED', complaintId: opened.complaint.id, expired });
    }
    if (input.answer === 'ACCEPT') agree(draft, resolution, { by: 'CUSTOMER', note: words, carryOutBy: null });
    else if (input.answer === 'REFUSE') refuseByCustomer(draft, resolution, words);
    else propose(draft, resolution, input);
    customerCameBack(draft, draft.at);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId } };
  });
}

/** Another round's options are settled; another complaint's are not there, nor is what the company has not offered. */
async function belongs(ctx: ActionContext, complaintId: string, resolutionId: string): Promise<boolean> {
  const { rows } = await ctx.db.pool.query({
    name: 'resolution_of_complaint',
    text: `SELECT 1 FROM "resolution" WHERE "id" = $1 AND "complaintId" = $2 AND "state" <> 'DRAFT'`,
    values: [resolutionId, complaintId],
  });
  return rows.length > 0;
}

/** A proposal leaves the options on the table; a new one takes the place of the one before. */
function propose(draft: Draft, instead: Resolution, { kind, words, amountMinor }: ResolutionAnswerInput): void {
  const issues = [
    ...(kind === null ? [{ path: ['kind'], key: 'required' }] : amountIssues({ kind, amountMinor, orderMinor: null })),
    ...(words === null ? [{ path: ['words'], key: 'required' }] : []),
  ].filter(({ key }) => key !== 'amountNeeded');
  if (kind === null || words === null || issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
  for (const before of draft.resolutions) {
    if (before.byCustomer && before.state === 'PROPOSED') withdraw(draft, before, 'REPLACED');
  }
  const { currency } = approvalPolicy(draft.ctx.directory);
  const row = customersRow(draft, { kind, what: words, amountMinor, orderMinor: null }, instead, currency);
  addResolution(draft, row);
  draft.emit({ type: 'ResolutionProposed', payload: { resolutionId: row.id, byCustomer: true } });
}
