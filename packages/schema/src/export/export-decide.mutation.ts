import { exportDecide } from '@redress/domain/actions/export-decide';
import { findExport } from '@redress/domain/reads/exports';
import { z } from 'zod';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { ComplaintExport } from './complaint-export.ts';

settingsField({
  name: 'exportDecide',
  description:
    'Decides on an export that somebody else asked for. For supervisors, coordinators and executives; never for who asked.',
  input: {
    description: 'The decision.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The export.' }),
      approve: t.boolean({ required: true, description: 'Whether it may be taken.' }),
      reason: t.string({ description: 'Why not; required with a no, at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    id: globalId('ComplaintExport'),
    approve: z.boolean(),
    reason: optionalText(PARAGRAPH),
  }),
  action: exportDecide,
  errors: [],
  payload: (t) => ({
    export: t.field({
      type: ComplaintExport,
      description: 'The export as it is now.',
      resolve: async ({ outcome }, _args, { db }) => (await findExport(db, outcome.exportId!))!,
    }),
  }),
});
