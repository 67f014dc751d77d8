import { complaintConcern } from '@redress/domain/actions/complaint-concern';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';

actionField({
  name: 'complaintConcern',
  description:
    'Says which colleagues a complaint is about (回避): they neither investigate nor decide it. Its registrar does, the head or deputy of its department, or a coordinator.',
  input: {
    description: 'Whom the complaint is about.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      memberIds: t.idList({ required: true, description: 'All of them; empty: it is about no colleague.' }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), memberIds: z.array(globalId('Member')) }),
  action: complaintConcern,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
