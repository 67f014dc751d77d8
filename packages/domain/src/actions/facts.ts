/** The facts of a complaint as they are stored: their order, and the words by which it is found. */
import type { TableRows } from '../events/tables.ts';
import { orderNumbersIn, orderToken } from '../rules/order-number.ts';
import { searchTokens } from '../rules/search.ts';
import { CONSEQUENCES } from '../rules/vocabulary.ts';
import type { Consequence } from '../rules/vocabulary.ts';

type Words = Pick<TableRows['complaint_text'], 'subject' | 'description' | 'demand' | 'place' | 'about'>;

/** Each consequence once, in the order of the vocabulary. */
export function inOrder(consequences: readonly Consequence[]): Consequence[] {
  return CONSEQUENCES.filter((consequence) => consequences.includes(consequence));
}

/** The tokens under which a complaint is found: its number, its words, and the orders that it is about. */
export function tokensOf(number: string, { subject, description, demand, place, about }: Words): string[] {
  const words = searchTokens(number, subject, description, demand, place, about);
  return [...words, ...orderNumbersIn(about).map(orderToken)];
}
