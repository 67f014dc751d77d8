/** The fields of the register form, and the input they make. Flat strings, so that the draft keeps them as they are. */
import { amountRule } from '@redress/domain/rules/compensation';
import { minorOf } from '@redress/domain/rules/money';
import type { Channel, ComplaintKind, ResolutionKind, Severity, Validity } from '@redress/domain/rules/vocabulary';
import { NO_LETTER, letterInput } from '../fields/regulator-letter.ts';
import { consequencesOf } from '../fields/consequences.ts';
import type { VariablesOf } from '../../graphql.ts';
import type { registerMutation, settleMutation } from './register-document.ts';

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
  /** Of `CustomerLocale`; empty: that of the complaint's words. */
  language: '',
  /** `yes`: it is settled with it, by the fields below. */
  settle: '',
  validity: 'FOUNDED' as string,
  validityReason: '',
  rootCauseCode: '',
  resolutionKind: 'APOLOGY' as string,
  what: '',
  /** As it was typed. */
  amount: '',
  /** What the order cost, as it was typed: asked for where the standard is a share of it. */
  order: '',
  proof: '',
  words: '',
  /** `yes`: a regulator handed it on, with a letter. */
  regulator: '',
  ...NO_LETTER,
};

export type RegisterFields = typeof EMPTY_FIELDS;

/** What binds an input of one line or of several to a field. */
export interface BoundText {
  name: keyof RegisterFields;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

/** What can't be registered without. */
export const REQUIRED_FIELDS = ['subject', 'description', 'channel'] as const satisfies (keyof RegisterFields)[];

/** And what can't be settled without, besides. */
const REQUIRED_TO_SETTLE = [
  'categoryCode',
  'validityReason',
  'what',
  'proof',
  'words',
] as const satisfies (keyof RegisterFields)[];

/** The required fields that are still empty, in the order of the form. */
export function missingFields(fields: RegisterFields): (keyof RegisterFields)[] {
  const settling = fields.settle === '' ? [] : REQUIRED_TO_SETTLE;
  const letter = isOfRegulator(fields) ? (['reference'] as const) : [];
  const required: readonly (keyof RegisterFields)[] = [...REQUIRED_FIELDS, ...settling, ...letter];
  return required.filter((field) => fields[field].trim() === '');
}

/** Whether it is a regulator's case: none of those is settled at first contact. */
function isOfRegulator({ regulator, settle }: RegisterFields): boolean {
  return regulator !== '' && settle === '';
}

/** The currency of amounts in this form. */
const CURRENCY = 'CNY';

/** Whether the amount that was typed is none. */
export function isAmountWrong({ settle, amount, resolutionKind }: RegisterFields): boolean {
  if (settle === '' || amountRule(resolutionKind as ResolutionKind) === 'NONE') return false;
  return amount.trim() === ''
    ? amountRule(resolutionKind as ResolutionKind) === 'REQUIRED'
    : minorOf(amount, CURRENCY) === null;
}

/** The mutation's input where the complaint is settled with it. */
export function toSettleInput(fields: RegisterFields): VariablesOf<typeof settleMutation>['input'] {
  const kind = fields.resolutionKind as ResolutionKind;
  const { regulator: _, ...facts } = toRegisterInput(fields);
  return {
    ...facts,
    validity: fields.validity as Validity,
    validityReason: fields.validityReason.trim(),
    rootCauseCode: fields.rootCauseCode || null,
    resolution: {
      kind,
      what: fields.what.trim(),
      amountMinor: amountRule(kind) === 'NONE' ? null : minorOf(fields.amount, CURRENCY),
      orderMinor: amountRule(kind) === 'NONE' ? null : minorOf(fields.order, CURRENCY),
      proof: fields.proof.trim(),
    },
    words: fields.words.trim(),
  };
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
  const locale = (fields.language || null) as 'EN' | 'ZH_CN' | null;
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
    customer: anonymous ? null : { ...customer, locale },
    regulator: isOfRegulator(fields) ? letterInput(fields) : null,
  };
}
