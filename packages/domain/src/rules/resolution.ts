/**
 * Resolutions (处理方案; docs/SPEC.md, RS1–RS16): what may be given for what was found, and what a round's resolutions
 * come to for the stages.
 */
import type { ApprovalState, ResolutionKind, ResolutionState, Validity } from './vocabulary.ts';

/** What the company gives although the complaint was found to be unfounded. */
const WITHOUT_FAULT: readonly ResolutionKind[] = ['EXPLANATION', 'GOODWILL', 'APOLOGY'];

/** Whether a complaint that was found so may be settled in this way. Before the findings anything may be tried. */
export function suits(validity: Validity, kind: ResolutionKind): boolean {
  return validity !== 'UNFOUNDED' || WITHOUT_FAULT.includes(kind);
}

/** What the customer need not agree to: it is given by being said. */
export function needsConsent(kind: ResolutionKind): boolean {
  return kind !== 'APOLOGY' && kind !== 'EXPLANATION';
}

/** A resolution as far as these rules look at it. */
export interface ResolutionFacts {
  id: string;
  state: ResolutionState;
  approval: ApprovalState;
  offerId: string | null;
  offeredAt: Date | null;
  answerUntil: Date | null;
}

/** Whether the customer may answer it now: it was offered, and its time is not over. */
export function isAnswerable({ state, answerUntil }: ResolutionFacts, now: Date): boolean {
  return state === 'OFFERED' && (answerUntil === null || answerUntil > now);
}

/** Whether the company may offer it now: it was not offered yet, or the time to answer ran out. */
export function isOfferable(resolution: ResolutionFacts, now: Date): boolean {
  const { state } = resolution;
  return state === 'DRAFT' || (state === 'OFFERED' && !isAnswerable(resolution, now));
}

/** States in which something is still to come of it. */
const LIVE: readonly ResolutionState[] = ['DRAFT', 'OFFERED', 'PROPOSED', 'ACCEPTED'];

export function isLive({ state }: Pick<ResolutionFacts, 'state'>): boolean {
  return LIVE.includes(state);
}

/** The other options of the same offer that still stand, and what the customer proposed instead: choosing settles all. */
export function otherOptions<R extends ResolutionFacts>(resolutions: readonly R[], chosen: R): R[] {
  return resolutions.filter(
    ({ id, state, offerId }) =>
      id !== chosen.id &&
      (state === 'OFFERED' || state === 'PROPOSED') &&
      offerId !== null &&
      offerId === chosen.offerId,
  );
}

/** Columns of a complaint that tell of the resolutions of its round. */
export interface ResolutionColumns {
  offeredAt: Date | null;
  resolutionsAgreed: number;
  resolutionsUnapproved: number;
  resolutionsOpen: number;
}

/** What the resolutions of a round come to for its stage's criteria. */
export function resolutionColumns(resolutions: readonly ResolutionFacts[]): ResolutionColumns {
  const offered = resolutions.flatMap(({ offeredAt }) => (offeredAt === null ? [] : [offeredAt.getTime()]));
  const count = (matches: (one: ResolutionFacts) => boolean) => resolutions.filter(matches).length;
  return {
    offeredAt: offered.length === 0 ? null : new Date(Math.min(...offered)),
    resolutionsAgreed: count(({ state }) => state === 'ACCEPTED' || state === 'CARRIED_OUT'),
    resolutionsUnapproved: count((one) => isLive(one) && one.approval === 'PENDING'),
    resolutionsOpen: count(({ state }) => state === 'ACCEPTED'),
  };
}
