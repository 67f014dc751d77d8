import { complaintRoute } from '@redress/domain/actions/complaint-route';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LINE, PARAGRAPH, globalId, maybe, optionalText, text } from '../mutation/input.ts';
import { SeverityEnum } from './vocabulary.ts';

actionField({
  name: 'complaintRoute',
  description:
    'Sends a complaint to a department (派单), with the category and severity that triage came to. For coordinators.',
  input: {
    description: 'Which complaint is routed, and where to.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      departmentCode: t.string({ required: true, description: 'The department that is to handle it.' }),
      categoryCode: t.string({ description: 'Its category. Null: as it is.' }),
      severity: t.field({ type: SeverityEnum, description: 'Its severity. Null: as it is.' }),
      reason: t.string({ description: 'Why; kept with the event.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    departmentCode: text(LINE),
    categoryCode: optionalText(LINE),
    severity: maybe<Severity>(),
    reason: optionalText(PARAGRAPH),
    expectedVersion,
  }),
  action: complaintRoute,
  refusals: ['HANDOFF_PENDING', 'CONTESTED', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
