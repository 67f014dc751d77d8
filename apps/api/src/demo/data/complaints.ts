/** All of the demo's complaints, as texts with date marks and as they read at a given moment. */
import { damagedDeliveries } from './complaints-damaged-delivery.ts';
import { furnishings } from './complaints-furnishing.ts';
import { installations } from './complaints-installation.ts';
import { lateDeliveries } from './complaints-late-delivery.ts';
import { onlineComplaints } from './complaints-online.ts';
import { otherVoices } from './complaints-other-voices.ts';
import { priceComplaints } from './complaints-price.ts';
import { qualityComplaints } from './complaints-quality.ts';
import { hangingRefunds } from './complaints-refund.ts';
import { wrongRefunds } from './complaints-refund-amount.ts';
import { repairs } from './complaints-repair.ts';
import { safetyComplaints } from './complaints-safety.ts';
import { specialComplaints } from './complaints-special.ts';
import { storeComplaints } from './complaints-stores.ts';
import { renderDateMarks } from './date-marks.ts';
import type { DemoComplaint, DemoStep } from './demo-complaint.ts';
import { withTexts } from './step-texts.ts';

export const complaints: DemoComplaint[] = [
  ...lateDeliveries,
  ...damagedDeliveries,
  ...installations,
  ...furnishings,
  ...repairs,
  ...hangingRefunds,
  ...wrongRefunds,
  ...qualityComplaints,
  ...safetyComplaints,
  ...storeComplaints,
  ...priceComplaints,
  ...onlineComplaints,
  ...specialComplaints,
  ...otherVoices,
];

function renderStep(step: DemoStep, loadedAt: Date): DemoStep {
  const at = minutesBefore(loadedAt, step.minutesAgo);
  return withTexts(step, (text) => renderDateMarks(text, at));
}

/** `minutes` before `moment`; what `minutesAgo` and `receivedMinutesAgo` mean. */
export function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * 60_000);
}

/**
 * The complaints with every date mark replaced, for a demo loaded at `loadedAt`. A text's dates count from the
 * moment it was written: the receipt for the customer's words, the step for the staff's.
 */
export function complaintsAt(loadedAt: Date): DemoComplaint[] {
  return complaints.map((complaint) => {
    const render = (text: string) => renderDateMarks(text, minutesBefore(loadedAt, complaint.receivedMinutesAgo));
    return {
      ...complaint,
      subject: render(complaint.subject),
      description: render(complaint.description),
      demand: render(complaint.demand),
      story: complaint.story.map((step) => renderStep(step, loadedAt)),
    };
  });
}
