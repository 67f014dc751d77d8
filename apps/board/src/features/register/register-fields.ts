/** The fields of the register form, and the input they make. Flat strings, so that the draft keeps them as they are. */
import type { Channel, ComplaintKind, Severity } from '@redress/domain/rules/vocabulary';
import { consequencesOf } from '../fields/consequences.ts';
import type { VariablesOf } from '../../graphql.ts';
import type { registerMutation } from './register-document.ts';

export const EMPTY_FIELDS = {
  subject: '',
  description: '',
  demand: '',
  channel: 'PHONE' as string,
  kind: 'COMPLAINT' as string,
  severity: '',
  categoryCode: '',
  departmentCode: '',
  /** As the browser's own field has it: local time, to the minute. */
  occurredAt: '',
  place: '',
  about: '',
  /** With commas between. */
  consequences: '',
  name: '',
  phone: '',
  email: '',
  region: '',
  tier: '',
};

export type RegisterFields = typeof EMPTY_FIELDS;

/** What can't be registered without. */
export const REQUIRED_FIELDS = ['subject', 'description', 'channel'] as const satisfies (keyof RegisterFields)[];

/** The required fields that are still empty, in the order of the form. */
export function missingFields(fields: RegisterFields): (keyof RegisterFields)[] {
  return REQUIRED_FIELDS.filter((field) => fields[field].trim() === '');
}

/** The mutation's input. Empty means: not said, so that the server may propose it. */
export function toRegisterInput(fields: RegisterFields): VariablesOf<typeof registerMutation>['input'] {
  const said = (field: keyof RegisterFields) => fields[field].trim() || null;
  const customer = {
    name: said('name'),
    phone: said('phone'),
    email: said('email'),
    region: said('region'),
    tier: said('tier'),
  };
  const anonymous = Object.values(customer).every((value) => value === null);
  return {
    subject: fields.subject.trim(),
    description: fields.description.trim(),
    channel: fields.channel as Channel,
    kind: fields.kind as ComplaintKind,
    demand: said('demand'),
    severity: said('severity') as Severity | null,
    categoryCode: said('categoryCode'),
    departmentCode: said('departmentCode'),
    occurredAt: fields.occurredAt === '' ? null : new Date(fields.occurredAt).toISOString(),
    place: said('place'),
    about: said('about'),
    consequences: consequencesOf(fields.consequences),
    customer: anonymous ? null : customer,
  };
}
