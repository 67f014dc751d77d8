/** The words of messages to customers, as enums of the contract. */
import { CUSTOMER_LOCALES } from '@redress/domain/rules/customer-message';
import type { CustomerLocale } from '@redress/domain/rules/customer-message';
import { builder } from '../builder.ts';

export const CustomerMessagePointEnum = builder.enumType('CustomerMessagePoint', {
  description: 'A point of a case at which its customer is told by itself. More may be added.',
  values: {
    RECEIVED: { description: 'The company has it.' },
    TAKEN_ON: { description: 'A department has taken it on; once in a round.' },
    RESOLUTION_OFFERED: { description: 'It can be settled in a way that they may choose.' },
    SURVEY_ASKED: { description: 'They are asked how they find what came of it.' },
    SURVEY_REMINDED: { description: 'They are reminded of that.' },
    REOPENED: { description: 'The company works on it again.' },
    CLOSED: { description: 'It is settled.' },
  } as const,
});

export const CustomerMessageViaEnum = builder.enumType('CustomerMessageVia', {
  description: 'How a message goes to a customer. More may be added.',
  values: {
    EMAIL: { description: "E-mail, by the company's own mail server." },
    SMS: { description: "A text message, by the company's gateway." },
  } as const,
});

const NAMES = { 'zh-CN': 'ZH_CN', en: 'EN' } as const satisfies Record<CustomerLocale, string>;
const SPOKEN = { 'zh-CN': 'Chinese.', en: 'English.' } as const satisfies Record<CustomerLocale, string>;

export const CustomerLocaleEnum = builder.enumType('CustomerLocale', {
  description: 'A language that customers are written to in.',
  values: Object.fromEntries(
    CUSTOMER_LOCALES.map((locale) => [NAMES[locale], { value: locale, description: SPOKEN[locale] }]),
  ) as { [L in CustomerLocale as (typeof NAMES)[L]]: { value: L; description: string } },
});
