/** What may be done about a resolution now. The server decides; this only leaves out what it would refuse. */
import { isLive, needsConsent } from '@redress/domain/rules/resolution';
import type { ComplaintView, ResolutionView } from './complaint-documents.ts';

export const RESOLUTION_STEPS = [
  'approve',
  'reject',
  'accept',
  'refuse',
  'agree',
  'decline',
  'carryOut',
  'withdraw',
] as const;
export type ResolutionStep = (typeof RESOLUTION_STEPS)[number];

type Can = Pick<ComplaintView['viewerCan'], 'resolve' | 'contact' | 'override'>;

/** Whether it may be offered: drafted and approved where it must be, or offered before and out of time. */
export function canOffer({ state, approval, isAnswerable }: ResolutionView): boolean {
  return (state === 'DRAFT' && approval !== 'PENDING') || (state === 'OFFERED' && !isAnswerable);
}

/** The step of its approval that waits for this viewer; undefined when none does. */
export function stepToDecide({ approvals }: ResolutionView): ResolutionView['approvals'][number] | undefined {
  return approvals.find(({ viewerCanDecide }) => viewerCanDecide);
}

/**
 * What a case needs next so that its round ends with a resolution carried out: something is drafted, approved, offered,
 * answered by the customer, replied to where they proposed something themselves, carried out.
 */
export type SettlingStep = 'propose' | 'approve' | 'offer' | 'answer' | 'reply' | 'carryOut';

export interface Settling {
  step: SettlingStep;
  /** The resolutions that it is about; none yet to `propose`. */
  resolutions: ResolutionView[];
}

/**
 * What was agreed on comes first; then what waits for the company's word, then for the customer's, then for an approver's;
 * then what can be offered. Where nothing stands, something has to be proposed. What needs no yes is carried out once it
 * is said, unless it is one of several to choose from.
 */
export function settling(all: readonly ResolutionView[], round: number): Settling {
  const standing = all.filter((one) => one.round === round && isLive(one));
  const of = (matches: (one: ResolutionView) => boolean) => standing.filter(matches);
  const offered = of(({ isAnswerable }) => isAnswerable);
  const isChoice = offered.some(({ kind }) => needsConsent(kind));
  const candidates: Settling[] = [
    { step: 'carryOut', resolutions: of(({ state }) => state === 'ACCEPTED') },
    { step: 'reply', resolutions: of(({ state, approval }) => state === 'PROPOSED' && approval !== 'PENDING') },
    { step: isChoice ? 'answer' : 'carryOut', resolutions: offered },
    { step: 'approve', resolutions: of(({ approval }) => approval === 'PENDING') },
    { step: 'offer', resolutions: of(canOffer) },
  ];
  return candidates.find(({ resolutions }) => resolutions.length > 0) ?? { step: 'propose', resolutions: [] };
}

/** The steps that are this viewer's to take, in the order in which they are shown. */
export function stepsOf(resolution: ResolutionView, can: Can): ResolutionStep[] {
  const { state, approval, isAnswerable, kind } = resolution;
  const decides = stepToDecide(resolution) !== undefined;
  const proposal = state === 'PROPOSED' && approval !== 'PENDING';
  const open = state === 'DRAFT' || state === 'OFFERED' || (state === 'ACCEPTED' && can.override);
  const allowed: Record<ResolutionStep, boolean> = {
    approve: decides,
    reject: decides,
    accept: isAnswerable && can.contact,
    refuse: isAnswerable && can.contact,
    agree: proposal && can.resolve,
    decline: proposal && can.resolve,
    carryOut: can.resolve && (state === 'ACCEPTED' || (state === 'OFFERED' && !needsConsent(kind))),
    withdraw: open && can.resolve,
  };
  return RESOLUTION_STEPS.filter((step) => allowed[step]);
}
