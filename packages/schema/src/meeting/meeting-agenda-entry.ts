import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { AgendaReason } from '@redress/domain/rules/meeting-agenda';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { AgendaReasonEnum } from './vocabulary.ts';

interface Entry {
  complaint: ComplaintView;
  reasons: AgendaReason[];
}

export const MeetingAgendaEntry = builder.objectRef<Entry>('MeetingAgendaEntry').implement({
  description: 'A complaint that a meeting would find on its agenda.',
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint.' }),
    reasons: t.field({
      type: [AgendaReasonEnum],
      description: 'Why, what comes first in front.',
      resolve: ({ reasons }) => reasons,
    }),
  }),
});
