/** Marks a complaint as a regulator's case, or corrects what was written down of it (监管转办; docs/SPEC.md, RC1, RC2). */
import { uuidv7 } from 'uuidv7';
import { regulatorPolicy } from '../reads/policy-values.ts';
import { DAY_MS } from '../rules/days.ts';
import { MAX_STATUTORY_DAYS, statutoryDays } from '../rules/regulator.ts';
import type { RegulatorAgency } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { runRegulatorClocks } from './regulator-clocks.ts';

/** What the agency's letter says. */
export interface RegulatorFacts {
  agency: RegulatorAgency;
  /** What it is called; required of OTHER. */
  agencyName: string | null;
  /** The agency's number of the case. */
  reference: string;
  /** When the letter reached the company; null: now. */
  receivedAt: Date | null;
  /** What the agency asks for. */
  demand: string | null;
  /** Working days that the letter gives; null: those of the agency. */
  acceptDays: number | null;
  answerDays: number | null;
}

export interface RegulatorCaseSetInput extends RegulatorFacts {
  id: string;
  expectedVersion: number | null;
}

/** Its clocks run by what stands there from now on; a published breach stays published. */
export function regulatorCaseSet(ctx: ActionContext, input: RegulatorCaseSetInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorCaseSet', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'regulator');
    requireVersion(opened, input.expectedVersion);
    if (opened.complaint.isGroup) throw invalid('id', 'regulatorGroup');
    const draft = Draft.of(ctx, opened);
    writeRegulator(draft, input);
    draft.edit();
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** The mark as a part of a change. `at` names the input's field of a fact. */
export function writeRegulator(
  draft: Draft,
  facts: RegulatorFacts,
  at: (field: keyof RegulatorFacts) => string[] = (field) => [field],
): void {
  const { complaint, regulator: before } = draft;
  const receivedAt = facts.receivedAt ?? before?.receivedAt ?? draft.at;
  requireFacts(draft, facts, receivedAt, at);
  const usual = statutoryDays(regulatorPolicy(draft.ctx.directory), facts.agency);
  const acceptDays = facts.acceptDays ?? usual.accept;
  const answerDays = facts.answerDays ?? usual.answer;
  if (answerDays < acceptDays) throw invalid(at('answerDays'), 'answerBeforeAccept');
  draft.regulator = {
    ...(before ?? { ...UNANSWERED, id: uuidv7(), complaintId: complaint.id }),
    agency: facts.agency,
    agencyName: facts.agency === 'OTHER' ? facts.agencyName : null,
    reference: facts.reference,
    receivedAt,
    demand: facts.demand,
    acceptDays,
    answerDays,
    setById: memberIdOf(draft.ctx.principal),
    setAt: draft.at,
  };
  if (before === null) draft.insert('regulator_case', draft.regulator);
  else draft.put('regulator_case', draft.regulator);
  complaint.isRegulator = true;
  draft.emit({ type: 'RegulatorCaseSet', payload: { agency: facts.agency, isNew: before === null } });
  runRegulatorClocks(draft, draft.regulator);
}

const UNANSWERED = {
  acceptedAt: null,
  answeredAt: null,
  outcome: null,
  outcomeNote: null,
  outcomeAt: null,
  outcomeById: null,
} as const;

/** A letter that came longer ago is a slip in the year. */
const DAYS_BACK = 366;

function requireFacts(
  draft: Draft,
  facts: RegulatorFacts,
  receivedAt: Date,
  at: (field: keyof RegulatorFacts) => string[],
): void {
  if (facts.agency === 'OTHER' && facts.agencyName === null) throw invalid(at('agencyName'), 'required');
  if (receivedAt > draft.at) throw invalid(at('receivedAt'), 'inFuture');
  if (receivedAt.getTime() < draft.at.getTime() - DAYS_BACK * DAY_MS)
    throw invalid(at('receivedAt'), 'regulatorLongAgo', { days: DAYS_BACK });
  for (const field of ['acceptDays', 'answerDays'] as const) {
    const days = facts[field];
    if (days !== null && days < 1) throw invalid(at(field), 'numberTooSmall', { min: 1 });
    if (days !== null && days > MAX_STATUTORY_DAYS)
      throw invalid(at(field), 'numberTooLarge', { max: MAX_STATUTORY_DAYS });
  }
}
