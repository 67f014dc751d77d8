/** What registering takes in and answers with: shared by `complaintRegister` and `complaintSettle`. */
import type { FieldMap, InputFieldBuilder, ObjectFieldBuilder } from '@pothos/core';
import type { Channel, ComplaintKind, Consequence, Severity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import type { Types } from '../connection.ts';
import { CustomerInput, customer } from '../customer/customer-input.ts';
import type { PayloadSource } from '../mutation/payload.ts';
import { LINE, given, maybe, optional, optionalText, text } from '../mutation/input.ts';
import { complaintText, complaintTextFields } from './complaint-text.ts';
import { ExternalReferenceInput } from './external-reference.ts';
import { ChannelEnum, ComplaintKindEnum, ConsequenceEnum, SeverityEnum } from './vocabulary.ts';

export function registerFields(t: InputFieldBuilder<Types, 'InputObject'>) {
  return {
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
  };
}

export const registerInput = {
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
};

export function registerPayload(t: ObjectFieldBuilder<Types, PayloadSource>): FieldMap {
  return {
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
  };
}
