/** The scalars beyond GraphQL's own. */
import { GraphQLError, Kind } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { builder } from './builder.ts';

/** A year that JavaScript, PostgreSQL and JSON between them write alike. */
function inCommonYears(moment: Date): Date {
  const year = moment.getUTCFullYear();
  if (year >= 1 && year <= 9999) return moment;
  throw new GraphQLError('A DateTime lies in the years 0001 to 9999.', { extensions: { code: 'BAD_USER_INPUT' } });
}

builder.addScalarType('DateTime', GraphQLDateTime, {
  parseValue: (value) => inCommonYears(GraphQLDateTime.parseValue(value)),
  parseLiteral: (node, variables) => inCommonYears(GraphQLDateTime.parseLiteral(node, variables)),
  description: 'A moment, as RFC 3339 writes it, in milliseconds and UTC: `2025-03-01T09:30:00.000Z`.',
});

/** Any number goes in: what is wrong with an amount is said by the action, at its field and in words. */
function amount(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new GraphQLError('MinorUnits are a number.', { extensions: { code: 'BAD_USER_INPUT' } });
}

builder.scalarType('MinorUnits', {
  description:
    'An amount in the smallest unit of its currency, as a JSON number: a whole number, above 0 and below 1,000,000,000,000 where nothing else is said. Other numbers are refused at their field.',
  serialize: (value) => Number(value),
  parseValue: amount,
  parseLiteral: (node) => amount(node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : null),
});

const LONGEST = 64;

function cursor(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST) throw new GraphQLError('An EventCursor is a short string.');
  return value;
}

builder.scalarType('EventCursor', {
  description:
    'A place in the stream of events: `<epoch>.<zero-padded number>`. Cursors of one epoch compare as strings; a restored database begins a new epoch. One that is not known any more is no error: the subscription answers with `BoardReset`.',
  serialize: (value) => value,
  parseValue: cursor,
  parseLiteral: (node) => cursor(node.kind === Kind.STRING ? node.value : null),
});
