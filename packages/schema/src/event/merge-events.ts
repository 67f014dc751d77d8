/** Events of merging. */
import { Complaint } from '../complaint/complaint.ts';
import { maskedNote } from '../masked-text.ts';
import { complaintEvent } from './complaint-event.ts';

complaintEvent('ComplaintMerged', 'It was the same matter as an earlier complaint, and was closed as merged.', (t) => ({
  into: t.field({
    type: Complaint,
    nullable: true,
    description: 'The complaint that goes on for both; null when the caller may not see it.',
    resolve: ({ payload }, _args, { loaders }) => loaders.complaint.load(payload.intoId),
  }),
  reason: maskedNote(t, 'Why they are one matter; null when it was erased.'),
}));

complaintEvent(
  'SightFollowed',
  'Who may see a merged complaint changed, along with who may see the one that it was merged into. Nothing else of it did.',
);

complaintEvent('ComplaintAbsorbed', 'Another complaint about the same matter was merged into it.', (t) => ({
  merged: t.field({
    type: Complaint,
    nullable: true,
    description: 'The complaint that was closed; null when the caller may not see it.',
    resolve: ({ payload }, _args, { loaders }) => loaders.complaint.load(payload.mergedId),
  }),
}));
