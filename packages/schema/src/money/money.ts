/** Money: an amount in the smallest unit of its currency. */
import { builder } from '../builder.ts';

export interface MoneySource {
  minor: number;
  currency: string;
}

export const Money = builder.objectRef<MoneySource>('Money').implement({
  description: 'An amount of money.',
  fields: (t) => ({
    minor: t.expose('minor', {
      type: 'MinorUnits',
      description: 'In the smallest unit of the currency: 12000 is 120.00 yuan.',
    }),
    currency: t.exposeString('currency', { description: 'The currency, by its ISO 4217 code: `CNY`.' }),
  }),
});

/** An amount as rows keep it; null when there is none. */
export function moneyOf(minor: bigint | null, currency: string): MoneySource | null {
  return minor === null ? null : { minor: Number(minor), currency };
}
