/** Events of regulators' cases, of held replies and of marked demands. */
import { DemandMark } from '../demand/demand-mark.ts';
import type { Loaders } from '../loaders.ts';
import { maskedNote } from '../masked-text.ts';
import { RegulatorAnswer } from '../regulator/regulator-answer.ts';
import { RegulatorAgencyEnum, RegulatorOutcomeEnum } from '../regulator/vocabulary.ts';
import { Reply } from '../replies/reply.ts';
import { complaintEvent } from './complaint-event.ts';

type Ctx = { loaders: Loaders };

const answer = {
  type: RegulatorAnswer,
  description: 'The answer, as it is now.',
  resolve: async ({ payload }: { payload: { answerId: string } }, _args: object, { loaders }: Ctx) =>
    (await loaders.regulatorAnswers.byId.load(payload.answerId))!,
} as const;

const reply = {
  type: Reply,
  description: 'The wording, as it is now.',
  resolve: async ({ payload }: { payload: { replyId: string } }, _args: object, { loaders }: Ctx) =>
    (await loaders.replies.byId.load(payload.replyId))!,
} as const;

const mark = {
  type: DemandMark,
  description: 'The mark, as it is now.',
  resolve: async ({ payload }: { payload: { markId: string } }, _args: object, { loaders }: Ctx) =>
    (await loaders.demandMarks.byId.load(payload.markId))!,
} as const;

complaintEvent(
  'RegulatorCaseSet',
  "It is a regulator's case, or what the agency's letter says was corrected.",
  (t) => ({
    agency: t.field({
      type: RegulatorAgencyEnum,
      description: 'Who handed it on.',
      resolve: ({ payload }) => payload.agency,
    }),
    isNew: t.boolean({
      description: 'Whether it was none before: it came from the agency, or the agency took it up.',
      resolve: ({ payload }) => payload.isNew,
    }),
  }),
);

complaintEvent('RegulatorCaseAccepted', 'The agency was told that the company takes its case on.');

complaintEvent('RegulatorAnswerWritten', 'An answer to the agency was written and waits for its review.', (t) => ({
  answer: t.field(answer),
}));

complaintEvent('RegulatorAnswerReviewed', 'An answer to the agency was approved, or returned.', (t) => ({
  answer: t.field(answer),
  approved: t.boolean({ description: 'Whether it may be sent.', resolve: ({ payload }) => payload.approved }),
}));

complaintEvent('RegulatorAnswerSent', 'The agency has the answer.', (t) => ({ answer: t.field(answer) }));

complaintEvent('RegulatorOutcomeRecorded', 'The agency said what came of its case.', (t) => ({
  outcome: t.field({
    type: RegulatorOutcomeEnum,
    description: 'What it said.',
    resolve: ({ payload }) => payload.outcome,
  }),
}));

complaintEvent('RepliesHeld', 'Nothing goes out to the customer any more without approved wording.', (t) => ({
  byItself: t.boolean({
    description: 'Whether nobody asked for it: the press may take the matter up.',
    resolve: ({ payload }) => payload.byItself,
  }),
  reason: maskedNote(t, 'Why; null when it came by itself, or it was erased.'),
}));

complaintEvent('RepliesReleased', 'Replies go out to the customer again as ever.', (t) => ({
  reason: maskedNote(t, 'Why; null when it was erased.'),
}));

complaintEvent('ReplyDrafted', 'Wording for the customer was drafted and waits for its approval.', (t) => ({
  reply: t.field(reply),
}));

complaintEvent('ReplyDecided', 'Wording for the customer was approved, or not.', (t) => ({
  reply: t.field(reply),
  approved: t.boolean({ description: 'Whether it may be used.', resolve: ({ payload }) => payload.approved }),
}));

complaintEvent('DemandMarked', 'Somebody asked that the customer’s demands be shown as unreasonable.', (t) => ({
  mark: t.field(mark),
}));

complaintEvent('DemandMarkDecided', 'The second person agreed to a mark, or did not.', (t) => ({
  mark: t.field(mark),
  approved: t.boolean({ description: 'Whether it shows.', resolve: ({ payload }) => payload.approved }),
}));

complaintEvent('DemandUnmarked', 'A mark was taken back before its date.', (t) => ({
  mark: t.field(mark),
  reason: maskedNote(t, 'Why; null when it was erased.'),
}));
