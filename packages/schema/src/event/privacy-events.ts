/** Events of personal data: that it was looked at, never what was seen. */
import { maskedNote } from '../masked-text.ts';
import { ErasureGroundEnum, RevealReasonEnum } from '../privacy/vocabulary.ts';
import { complaintEvent } from './complaint-event.ts';

complaintEvent('CustomerRevealed', 'Somebody looked at whom the complaint is from, unmasked.', (t) => ({
  revealedFor: t.field({
    type: RevealReasonEnum,
    description: 'What it was needed for.',
    resolve: ({ payload }) => payload.reason,
  }),
  note: maskedNote(t, 'The same in words; null when nothing was said, or it was erased.'),
}));

complaintEvent('ErasureRequested', 'Somebody asked that the customer be erased; a second person has to.', (t) => ({
  ground: t.field({
    type: ErasureGroundEnum,
    description: 'On what ground.',
    resolve: ({ payload }) => payload.ground,
  }),
  reason: maskedNote(t, 'The same in words; null when nothing was said, or it was erased.'),
}));

complaintEvent('ErasureRefused', 'The erasure of the customer was turned down, or taken back.', (t) => ({
  reason: maskedNote(t, 'Why; null when it was erased.'),
}));

complaintEvent(
  'CustomerErased',
  'The customer was erased: who they were, and the words and files of all of their complaints.',
  (t) => ({
    ground: t.field({
      type: ErasureGroundEnum,
      description: 'On what ground.',
      resolve: ({ payload }) => payload.ground,
    }),
  }),
);

complaintEvent('ComplaintPrinted', 'Somebody printed the complaint.');

complaintEvent('CustomerCopied', 'A copy of what is held about the customer was made, to be given to them.');
