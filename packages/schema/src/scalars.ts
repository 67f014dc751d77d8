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
