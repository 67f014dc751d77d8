import { unmaskedTexts } from '@redress/schema/contract/plain-texts';
import { schema } from '@redress/schema/schema';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

test('[PD4] every text field masks what is personal, or is known to hold nobody’s words', () => {
  expect(
    unmaskedTexts(schema),
    'define it by maskedText or maskedLine (packages/schema/src/masked-text.ts), or, if no word of it can be a customer’s or about one, name it in packages/schema/src/contract/plain-texts.ts',
  ).toEqual([]);
});

test('[PD4] a text field that does neither is found, in lists too', () => {
  const careless = buildSchema('type Query { a: String b: [String!]! n: Int message: String }');
  expect(unmaskedTexts(careless)).toEqual(['Query.a', 'Query.b']);
});
