import { exportRequest } from '@redress/domain/actions/export-request';
import { findExport } from '@redress/domain/reads/exports';
import type { Severity, Stage } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { SeverityEnum, StageEnum } from '../complaint/vocabulary.ts';
import { PARAGRAPH, given, maybe, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { ComplaintExport } from './complaint-export.ts';

settingsField({
  name: 'exportRequest',
  description:
    'Asks to take a list of complaints away as CSV: masked, watermarked, of what the caller sees. Somebody else decides on it. For heads and deputies of departments, supervisors, coordinators and executives.',
  input: {
    description: 'Which complaints, and what for.',
    fields: (t) => ({
      departmentCodes: t.stringList({ description: 'Handled by these departments. Null: by any in sight.' }),
      stages: t.field({ type: [StageEnum], description: 'In these stages. Null: in any.' }),
      severities: t.field({ type: [SeverityEnum], description: 'Of these severities. Null: of any.' }),
      receivedFrom: t.field({ type: 'DateTime', required: true, description: 'Received at this moment or later.' }),
      receivedBefore: t.field({
        type: 'DateTime',
        required: true,
        description: 'Received before this moment; at most 400 days later.',
      }),
      reason: t.string({ required: true, description: 'What it is for; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    departmentCodes: maybe<string[]>(),
    stages: maybe<Stage[]>(),
    severities: maybe<Severity[]>(),
    receivedFrom: given<Date>(),
    receivedBefore: given<Date>(),
    reason: text(PARAGRAPH),
  }),
  action: exportRequest,
  errors: [],
  payload: (t) => ({
    export: t.field({
      type: ComplaintExport,
      description: 'The export as it is now.',
      resolve: async ({ outcome }, _args, { db }) => (await findExport(db, outcome.exportId!))!,
    }),
  }),
});
