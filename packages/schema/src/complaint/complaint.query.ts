/** Finding complaints: one by its name, or a list. */
import { countComplaints, listComplaints } from '@redress/domain/reads/complaint-list';
import type { ComplaintOrder as ComplaintOrderShape } from '@redress/domain/reads/complaint-list';
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { reading } from '../top-level-error.ts';
import { viewerId } from '../viewer/viewer-id.ts';
import { ComplaintBy, complaintIdOf } from './complaint-by.ts';
import { ComplaintFilter, readFilter } from './complaint-filter.ts';
import { Complaint } from './complaint.ts';

export const ComplaintConnection = countedConnection('Complaint', Complaint, 'A list of complaints.');

const OrderField = builder.enumType('ComplaintOrderField', {
  description: 'What complaints are ordered by.',
  values: {
    RECEIVED_AT: { description: 'When they were received.' },
    NEXT_DUE_AT: { description: 'When their next deadline is due; what has none comes last.' },
    NUMBER: { description: 'Their numbers.' },
    SEVERITY: { description: 'How grave they are; GENERAL is the smallest.' },
    STAGE: { description: 'Their stages, in the order of the process.' },
  },
});

const Direction = builder.enumType('OrderDirection', {
  description: 'Which way a list runs.',
  values: { ASC: { description: 'From the smallest on.' }, DESC: { description: 'From the greatest on.' } },
});

const ComplaintOrder = builder.inputType('ComplaintOrder', {
  description: 'How complaints are ordered.',
  fields: (t) => ({
    field: t.field({ type: OrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: Direction, required: true, defaultValue: 'DESC', description: 'Which way.' }),
  }),
});

const NEWEST_FIRST: ComplaintOrderShape = { field: 'RECEIVED_AT', direction: 'DESC' };

builder.queryFields((t) => ({
  complaint: t.field({
    type: Complaint,
    nullable: true,
    description: 'The complaint of this name; null when there is none, or it is not yours to see.',
    args: { by: t.arg({ type: ComplaintBy, required: true, description: 'How it is named.' }) },
    resolve: async (_root, { by }, ctx) => {
      const id = await complaintIdOf(by, ctx);
      return id === null ? null : ctx.loaders.complaint.load(id);
    },
  }),
  complaints: t.field({
    type: ComplaintConnection,
    description: 'The complaints that you may see, as a list; closed ones are in it however old they are.',
    args: {
      filter: t.arg({ type: ComplaintFilter, description: 'Which of them; all when it is left out.' }),
      orderBy: t.arg({ type: ComplaintOrder, description: 'The newest first when it is left out.' }),
      first: t.arg.int({
        description: `At most so many from the front, 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when neither is given.`,
      }),
      after: t.arg.string({ description: 'Behind this cursor.' }),
      last: t.arg.int({ description: `At most so many from the back, 0 to ${MAX_PAGE}; not together with \`first\`.` }),
      before: t.arg.string({ description: 'Before this cursor.' }),
    },
    complexity: pageCost(DEFAULT_PAGE),
    resolve: async (_root, { filter, orderBy, ...page }, ctx) => {
      const query = { scope: ctx.scope, filter: readFilter(filter, ctx.directory), viewerId: viewerId(ctx) };
      const found = await reading(listComplaints(ctx.db, query, orderBy ?? NEWEST_FIRST, page));
      return { ...found, totalCount: () => countComplaints(ctx.db, query) };
    },
  }),
}));
