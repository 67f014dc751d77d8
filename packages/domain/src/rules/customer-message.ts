/**
 * What customers are told by itself at the points of their case (docs/SPEC.md, CN1–CN9): that it happened, its number and
 * where to follow it; never a word of its content.
 */
import { z } from 'zod';
import { CUSTOMER_MESSAGE_POINTS } from './vocabulary.ts';
import type { CustomerMessagePoint } from './vocabulary.ts';

export const CUSTOMER_LOCALES = ['zh-CN', 'en'] as const;
export type CustomerLocale = (typeof CUSTOMER_LOCALES)[number];

/** What a case fills in: its number, and where its customer follows it. */
export const MESSAGE_PLACES = ['number', 'link'] as const;
export type MessagePlace = (typeof MESSAGE_PLACES)[number];

/** The value of a policy of kind `customerMessage`; the points are its keys. */
export interface CustomerMessagePolicy {
  /** Whether customers are told at this point. */
  isOn: boolean;
  /** The text in Chinese and in English, with places in braces. */
  zh: string;
  en: string;
}

/** Some five text messages long. */
const TEXT_LENGTH = 300;
const PLACE = /\{([^{}]*)\}|[{}]/g;

const text = z
  .string('invalid')
  .trim()
  .min(1, 'required')
  .max(TEXT_LENGTH, 'tooLong')
  .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'invalid')
  .refine((value) => !hasUnknownPlace(value), 'unknownPlace');

export const CUSTOMER_MESSAGE_SHAPE: z.ZodType<CustomerMessagePolicy> = z.strictObject(
  { isOn: z.boolean('invalid'), zh: text, en: text },
  'invalid',
);

function hasUnknownPlace(value: string): boolean {
  return [...value.matchAll(PLACE)].some(([, place]) => !isPlace(place));
}

function isPlace(name: string | undefined): name is MessagePlace {
  return name !== undefined && (MESSAGE_PLACES as readonly string[]).includes(name);
}

/** The text with its places filled in. */
export function fillMessage(value: string, places: Readonly<Record<MessagePlace, string>>): string {
  return value.replace(PLACE, (found, place: string | undefined) => (isPlace(place) ? places[place] : found));
}

/** An event as far as it decides whether the customer is told. */
export interface TellingEvent {
  type: string;
  payload: Readonly<Record<string, unknown>>;
}

/**
 * At which points the customer is told of a change, in their order. Only offers that still stand are told of: what was
 * offered and agreed to in one breath is known to who agreed.
 */
export function pointsOf(events: readonly TellingEvent[], offerStands: boolean): CustomerMessagePoint[] {
  const points = new Set(events.flatMap((event) => pointOf(event, offerStands) ?? []));
  return CUSTOMER_MESSAGE_POINTS.filter((point) => points.has(point));
}

function pointOf({ type, payload }: TellingEvent, offerStands: boolean): CustomerMessagePoint | null {
  switch (type) {
    case 'ComplaintRegistered':
      return 'RECEIVED';
    case 'ComplaintClaimed':
      return 'TAKEN_ON';
    case 'ResolutionOffered':
      return offerStands ? 'RESOLUTION_OFFERED' : null;
    case 'SurveyAsked':
      return 'SURVEY_ASKED';
    case 'SurveyReminded':
      return 'SURVEY_REMINDED';
    case 'ComplaintMoved':
      if (payload['toStage'] === 'CLOSED') return 'CLOSED';
      return typeof payload['reopenedRound'] === 'number' ? 'REOPENED' : null;
    default:
      return null;
  }
}

/** Points that a round has once, however often what they tell of happens in it. */
export function isToldOnce(point: CustomerMessagePoint): boolean {
  return point === 'RECEIVED' || point === 'TAKEN_ON' || point === 'REOPENED' || point === 'CLOSED';
}

/** Said of any case: it may go out while replies are held because the press is at it. */
export function isNeutral(point: CustomerMessagePoint): boolean {
  return point === 'RECEIVED' || point === 'TAKEN_ON';
}

/** The answer to what the customer did this moment, who therefore is awake. */
export function isImmediate(point: CustomerMessagePoint): boolean {
  return point === 'RECEIVED';
}

/** What a new company begins with. */
export const DEFAULT_MESSAGES: Readonly<Record<CustomerMessagePoint, CustomerMessagePolicy>> = {
  RECEIVED: {
    isOn: true,
    zh: '我们收到了您反映的问题，编号 {number}。办理进度请看 {link}',
    en: 'We have received what you told us, number {number}. Follow it at {link}',
  },
  TAKEN_ON: {
    isOn: true,
    zh: '您反映的问题（编号 {number}）已有专人受理。办理进度请看 {link}',
    en: 'Number {number} is in good hands: somebody works on it. Follow it at {link}',
  },
  RESOLUTION_OFFERED: {
    isOn: true,
    zh: '您反映的问题（编号 {number}）有了处理方案，请您选择：{link}',
    en: 'We have told you how we would settle number {number}. Please choose at {link}',
  },
  SURVEY_ASKED: {
    isOn: true,
    zh: '您反映的问题（编号 {number}）已经处理，您满意吗？请在这里评价：{link}',
    en: 'We have dealt with number {number}. Are you satisfied? Tell us at {link}',
  },
  SURVEY_REMINDED: {
    isOn: true,
    zh: '我们还在等您对编号 {number} 的评价：{link}',
    en: 'We would still like to hear what you think of number {number}: {link}',
  },
  REOPENED: {
    isOn: true,
    zh: '您反映的问题（编号 {number}）我们重新处理，会再与您联系。办理进度请看 {link}',
    en: 'We are looking into number {number} again and will be in touch. Follow it at {link}',
  },
  CLOSED: {
    isOn: true,
    zh: '您反映的问题（编号 {number}）已经办结。还有话说，请在这里留言：{link}',
    en: 'Number {number} is settled. If there is more to say, write to us at {link}',
  },
};
