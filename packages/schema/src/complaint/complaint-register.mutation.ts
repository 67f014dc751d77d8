import { complaintRegister } from '@redress/domain/actions/complaint-register';
import type { Channel, ComplaintKind, Consequence, Severity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { CustomerInput, customer } from '../customer/customer-input.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, given, maybe, optional, optionalText, text } from '../mutation/input.ts';
import { complaintText, complaintTextFields } from './complaint-text.ts';
import { ExternalReferenceInput } from './external-reference.ts';
import { ChannelEnum, ComplaintKindEnum, ConsequenceEnum, SeverityEnum } from './vocabulary.ts';

actionField({
  name: 'complaintRegister',
  description:
    'Takes a complaint in. What is missing of severity, category and department is proposed. With an external reference it is idempotent: registering again answers with the first complaint.',
  input: {
    description: 'A complaint as it is taken in.',
    fields: (t) => ({
      ...complaintTextFields(t),
      channel: t.field({ type: ChannelEnum, required: true, description: 'The way by which it came.' }),
      kind: t.field({
        type: ComplaintKindEnum,
        defaultValue: 'COMPLAINT',
        description: 'What the customer came with.',
      }),
      external: t.field({ type: ExternalReferenceInput, description: 'Its name in another system. Null: none.' }),
      receivedAt: t.field({
        type: 'DateTime',
        description: 'When it reached the company; not in the future. Null: now.',
      }),
      consequences: t.field({
        type: [ConsequenceEnum],
        defaultValue: [],
        description: 'What may come of it (可能后果). Severity is proposed from it, too.',
      }),
      severity: t.field({ type: SeverityEnum, description: 'Its severity. Null: proposed.' }),
      categoryCode: t.string({ description: 'Its category. Null: none yet.' }),
      departmentCode: t.string({ description: 'The department that is to handle it. Null: proposed.' }),
      customer: t.field({ type: CustomerInput, description: 'Who complains. Null: they stay anonymous.' }),
    }),
  },
  parse: z.object({
    ...complaintText,
    channel: given<Channel>(),
    kind: maybe<ComplaintKind>().transform((kind): ComplaintKind => kind ?? 'COMPLAINT'),
    external: optional(z.object({ source: text(LINE), id: text(LINE) })),
    receivedAt: maybe<Date>(),
    consequences: maybe<Consequence[]>().transform((given): Consequence[] => given ?? []),
    severity: maybe<Severity>(),
    categoryCode: optionalText(LINE),
    departmentCode: optionalText(LINE),
    customer: optional(customer),
  }),
  action: complaintRegister,
  refusals: ['FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      trackingCode: t.string({
        nullable: true,
        description:
          'What the customer finds their complaint with. Shown in the first answer only; null in a repeated one.',
        resolve: ({ outcome }) => outcome.trackingCode ?? null,
      }),
      alreadyRegistered: t.boolean({
        description: 'Whether the external reference was known: the complaint is the one that it named.',
        resolve: ({ outcome }) => outcome.alreadyRegistered === true,
      }),
    }),
  },
});
