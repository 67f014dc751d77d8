/** Events of group cases. */
import { Complaint } from '../complaint/complaint.ts';
import { maskedNote } from '../masked-text.ts';
import { complaintEvent } from './complaint-event.ts';

complaintEvent('GroupChanged', 'Complaints came to a group case, or left it. Told of the parent.', (t) => ({
  added: t.int({
    description: 'How many complaints came.',
    resolve: ({ payload }) => payload.addedIds.length,
  }),
  removed: t.int({ description: 'How many left.', resolve: ({ payload }) => payload.removedIds.length }),
}));

complaintEvent('GroupJoined', 'The complaint came to a group case.', (t) => ({
  parent: t.field({
    type: Complaint,
    nullable: true,
    description: 'The parent of the group; null when the caller may not see it.',
    resolve: ({ payload }, _args, { loaders }) => loaders.complaint.load(payload.parentId),
  }),
}));

complaintEvent('GroupLeft', 'The complaint was taken out of a group case.', (t) => ({
  parent: t.field({
    type: Complaint,
    nullable: true,
    description: 'The parent of the group; null when the caller may not see it.',
    resolve: ({ payload }, _args, { loaders }) => loaders.complaint.load(payload.parentId),
  }),
}));

complaintEvent('GroupLineSet', 'The agreed line or the standard of a group case was set. Told of the parent.', (t) => ({
  standardMinor: t.float({
    nullable: true,
    description: 'What each customer gets since then, in the smallest unit of the currency; null: nothing was agreed.',
    resolve: ({ payload }) => payload.standardMinor,
  }),
  line: maskedNote(t, 'The line since then; null when none was agreed, or it was erased.'),
}));
