/**
 * The acts of the drawer's parts that the palette names: under which tab each stands, what its button says, and whether
 * this viewer has that button. Parts that ask the server for their own rights offer their acts themselves, while they show.
 */
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { canOffer } from './resolution-steps.ts';

type Facts = Pick<ComplaintView, 'viewerCan' | 'customer' | 'resolutions'>;

interface SectionAct {
  tab: 'overview' | 'collaboration' | 'investigation' | 'contacts' | 'files';
  words: MessageKey;
  may: (facts: Facts) => boolean;
}

const finding = (words: MessageKey): SectionAct => ({
  tab: 'investigation',
  words,
  may: ({ viewerCan }) => viewerCan.investigate,
});

export const SECTION_ACTS = {
  reveal: {
    tab: 'overview',
    words: 'privacy.show',
    may: ({ customer, viewerCan }) => customer !== null && viewerCan.reveal,
  },
  propose: { tab: 'overview', words: 'resolution.propose', may: ({ viewerCan }) => viewerCan.resolve },
  offer: {
    tab: 'overview',
    words: 'resolution.offer',
    may: ({ viewerCan, resolutions }) => viewerCan.resolve && resolutions.nodes.some(canOffer),
  },
  duty: { tab: 'collaboration', words: 'duty.add', may: ({ viewerCan }) => viewerCan.giveDuty },
  template: { tab: 'collaboration', words: 'duty.fromTemplate', may: ({ viewerCan }) => viewerCan.giveDuty },
  concern: { tab: 'investigation', words: 'palette.concern', may: ({ viewerCan }) => viewerCan.concern },
  report: finding('palette.report'),
  validity: finding('palette.validity'),
  cause: finding('palette.cause'),
  responsibility: {
    tab: 'investigation',
    words: 'palette.responsibility',
    may: ({ viewerCan }) => viewerCan.decideResponsibility,
  },
  consultation: finding('palette.consultation'),
  visit: finding('visit.plan'),
  summary: finding('palette.summary'),
  promise: { tab: 'contacts', words: 'promise.add', may: ({ viewerCan }) => viewerCan.promise },
  file: { tab: 'files', words: 'file.choose', may: ({ viewerCan }) => viewerCan.attach },
} as const satisfies Record<string, SectionAct>;

export type SectionActName = keyof typeof SECTION_ACTS;

/** Those that this viewer may carry out now, in the order in which the drawer shows them. */
export function sectionActs(facts: Facts): SectionActName[] {
  return (Object.keys(SECTION_ACTS) as SectionActName[]).filter((name) => SECTION_ACTS[name].may(facts));
}
