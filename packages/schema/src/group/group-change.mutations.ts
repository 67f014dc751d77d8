import { groupAdd, groupRemove } from '@redress/domain/actions/group-change';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';
import { complaintIds } from './group-input.ts';

const parse = z.object({ id: globalId('Complaint'), complaintIds });

actionField({
  name: 'groupAdd',
  description: 'Takes complaints into a group case: all of them, or none.',
  input: {
    description: 'Which complaints come to which group.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The parent.' }),
      complaintIds: t.idList({
        required: true,
        description: 'The complaints: open, in no other group case, and none of them a parent; with them at most 200.',
      }),
    }),
  },
  parse,
  action: groupAdd,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'groupRemove',
  description: 'Takes complaints out of a group case. What was done in them stays.',
  input: {
    description: 'Which complaints leave which group.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The parent.' }),
      complaintIds: t.idList({ required: true, description: 'Complaints of this group.' }),
    }),
  },
  parse,
  action: groupRemove,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
