import { groupOpen } from '@redress/domain/actions/group-open';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { SeverityEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, LONG_TEXT, PARAGRAPH, maybe, optionalText, text } from '../mutation/input.ts';
import { AMOUNT_DESCRIPTION, amountMinor, complaintIds } from './group-input.ts';

actionField({
  name: 'groupOpen',
  description:
    'Opens a group case (群诉) over complaints that one event has brought about: a parent with a number and clocks of its own. Its complaints keep their numbers, their handling and their customers.',
  input: {
    description: 'What happened, what is said about it, and whose complaints it concerns.',
    fields: (t) => ({
      subject: t.string({ required: true, description: 'What happened, in a line; at most 200 characters.' }),
      description: t.string({ required: true, description: 'At length; at most 20,000 characters.' }),
      severity: t.field({ type: SeverityEnum, description: 'Of the parent. Null: proposed.' }),
      categoryCode: t.string({ description: 'Of the parent. Null: none yet.' }),
      departmentCode: t.string({ description: 'The department that is to handle the parent. Null: proposed.' }),
      line: t.string({
        description: 'What everybody says outward (统一口径); at most 2,000 characters. Null: not agreed yet.',
      }),
      standardMinor: t.float({ description: AMOUNT_DESCRIPTION }),
      complaintIds: t.idList({
        required: true,
        description: 'The complaints: 2 to 200, open, in no other group case, and none of them a parent.',
      }),
    }),
  },
  parse: z.object({
    subject: text(LINE),
    description: text(LONG_TEXT),
    severity: maybe<Severity>(),
    categoryCode: optionalText(LINE),
    departmentCode: optionalText(LINE),
    line: optionalText(PARAGRAPH),
    standardMinor: amountMinor,
    complaintIds,
  }),
  action: groupOpen,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
