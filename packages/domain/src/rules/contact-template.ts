/**
 * Templates of what a customer is told (docs/SPEC.md, CO5): a text in both languages with places that a case fills in.
 * Browser-safe: the contact's form fills them, and whoever sends the text has read it first.
 */
import { z } from 'zod';

/** What a text to the customer is for. */
export const TEMPLATE_PURPOSES = ['REPLY', 'APOLOGY', 'THANKS'] as const;
export type TemplatePurpose = (typeof TEMPLATE_PURPOSES)[number];

/** What a case fills in: how the customer is called, its number and department, who writes, when they hear next. */
export const TEMPLATE_PLACES = ['customer', 'number', 'department', 'member', 'limit'] as const;
export type TemplatePlace = (typeof TEMPLATE_PLACES)[number];

/** The value of a policy of kind `contactTemplate`. */
export interface ContactTemplatePolicy {
  purpose: TemplatePurpose;
  nameZh: string;
  nameEn: string;
  /** The text in Chinese and in English, with places in braces. Both empty: the template was withdrawn. */
  zh: string;
  en: string;
}

export const TEMPLATE_KEY = /^[A-Z][A-Z0-9_]{0,31}$/;
const NAME_LENGTH = 60;
/** As much as a contact may say. */
const TEXT_LENGTH = 2_000;

const name = z
  .string('invalid')
  .trim()
  .min(1, 'required')
  .max(NAME_LENGTH, 'tooLong')
  .regex(/^[^\p{Cc}\p{Cs}{}]*$/u, 'invalid');
const text = z
  .string('invalid')
  .trim()
  .min(1, 'required')
  .max(TEXT_LENGTH, 'tooLong')
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'invalid')
  .refine((value) => unknownPlaces(value).length === 0, 'unknownPlace');

export const CONTACT_TEMPLATE_SHAPE: z.ZodType<ContactTemplatePolicy> = z.strictObject(
  { purpose: z.enum(TEMPLATE_PURPOSES, 'invalid'), nameZh: name, nameEn: name, zh: text, en: text },
  'invalid',
);

const PLACE = /\{([^{}]*)\}|[{}]/g;

/** What stands in braces and means nothing, and braces that close or open nothing. */
export function unknownPlaces(value: string): string[] {
  return [...value.matchAll(PLACE)]
    .filter(([, place]) => place === undefined || !(TEMPLATE_PLACES as readonly string[]).includes(place))
    .map(([found]) => found);
}

/** The text with its places filled in. */
export function fillTemplate(value: string, places: Readonly<Record<TemplatePlace, string>>): string {
  return value.replace(PLACE, (found, place: string | undefined) =>
    place !== undefined && place in places ? places[place as TemplatePlace] : found,
  );
}

const HAN = /\p{Script=Han}/u;

/** The language that somebody wrote in: Chinese as soon as there is a Chinese character. */
export function languageOf(...texts: readonly (string | null)[]): 'zh' | 'en' {
  return texts.some((value) => value !== null && HAN.test(value)) ? 'zh' : 'en';
}

/** How a customer is called in a letter when only the first character of their name is shown (王**). */
export function addressee(maskedName: string | null, language: 'zh' | 'en'): string {
  if (language === 'en') return 'customer';
  const first = maskedName === null ? undefined : [...maskedName][0];
  return first !== undefined && HAN.test(first) ? `${first}先生/女士` : '客户';
}

/** What a new company begins with. */
export const DEFAULT_TEMPLATES: Readonly<Record<string, ContactTemplatePolicy>> = {
  REPLY_RECEIVED: {
    purpose: 'REPLY',
    nameZh: '已受理',
    nameEn: 'We have it in hand',
    zh: '尊敬的{customer}：您反映的问题我们已经受理，编号 {number}，由{department}办理。我们会在 {limit} 前再次与您联系，请您放心。',
    en: 'Dear {customer}, we have taken up what you told us. It has the number {number}, and {department} is working on it. We will be in touch again before {limit}.',
  },
  REPLY_PROGRESS: {
    purpose: 'REPLY',
    nameZh: '进展说明',
    nameEn: 'Where it stands',
    zh: '尊敬的{customer}：关于编号 {number} 的问题，{department}正在处理，目前的进展是：\n下一次联系您的时间不晚于 {limit}。',
    en: 'Dear {customer}, about {number}: {department} is at work on it. So far:\nYou will hear from us again by {limit} at the latest.',
  },
  APOLOGY_DELAY: {
    purpose: 'APOLOGY',
    nameZh: '为拖延致歉',
    nameEn: 'Sorry for the wait',
    zh: '尊敬的{customer}：编号 {number} 的问题没有按约定的时间处理好，让您久等了，我们向您诚恳道歉。{department}会在 {limit} 前给您答复。',
    en: 'Dear {customer}, {number} has taken longer than we told you. We are sorry that you had to wait. {department} will answer you by {limit}.',
  },
  APOLOGY_FAULT: {
    purpose: 'APOLOGY',
    nameZh: '为过错致歉',
    nameEn: 'Sorry for our mistake',
    zh: '尊敬的{customer}：经核实，您反映的问题（编号 {number}）是我们的过错，给您带来了不便，我们向您郑重道歉，并会改正。',
    en: 'Dear {customer}, we have looked into {number}: the mistake was ours. We apologise for the trouble it gave you, and we are putting it right.',
  },
  THANKS_FEEDBACK: {
    purpose: 'THANKS',
    nameZh: '感谢反馈',
    nameEn: 'Thank you for telling us',
    zh: '尊敬的{customer}：感谢您告诉我们（编号 {number}）。您的意见已经转给{department}，它会帮助我们做得更好。',
    en: 'Dear {customer}, thank you for telling us ({number}). We have passed it on to {department}; it helps us to do better.',
  },
};
