/**
 * The builder of the contract. It holds no types: those live in the folder of their noun and register themselves here
 * when they are imported (schema.ts imports all of them).
 */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin, { ComplexityErrorKind } from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLError, getNamedType, isLeafType } from 'graphql';
import type { SchemaContext } from './context.ts';
import { OPERATION_LIMITS } from './limits.ts';

export interface SchemaTypes {
  Context: SchemaContext;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    EventCursor: { Input: string; Output: string };
    MinorUnits: { Input: number; Output: number };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}

/** The list of edges costs nothing of its own: the field that asks for the page is multiplied by its size. */
const counted = { complexity: { field: 0, multiplier: 1 } };

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    // The plugin's ids and nodes resolve through promises, a thousand of them on a board; node/node.ts has ours.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {},
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has something before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row; null when the page is empty.' },
    endCursorFieldOptions: { description: 'The cursor of the last row, for `after`; null when the page is empty.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.', complexity: 0 },
    edgesFieldOptions: { nullable: false, description: 'The rows with their cursors.', ...counted },
    nodeFieldOptions: { nullable: false, description: 'The row.', complexity: 1 },
    nodesOnConnection: { description: 'The rows.', complexity: { field: 1, multiplier: 1 } },
    cursorFieldOptions: { description: 'The place of the row in this list and order, for `after` and `before`.' },
  },
  complexity: {
    // An operation that was weighed before it runs, and found light enough, is not weighed again.
    limit: ({ isLightEnough }) => (isLightEnough === true ? {} : OPERATION_LIMITS),
    fieldComplexity: (_args, _context, field) => (isLeafType(getNamedType(field.type)) ? 0 : 1),
    complexityError: (kind, result) => {
      const [what, is, max] = {
        [ComplexityErrorKind.Complexity]: ['cost', result.complexity, result.maxComplexity] as const,
        [ComplexityErrorKind.Depth]: ['depth', result.depth, result.maxDepth] as const,
        [ComplexityErrorKind.Breadth]: ['breadth', result.breadth, result.maxBreadth] as const,
      }[kind];
      return new GraphQLError(`The operation's ${what} is ${is}; at most ${max} is allowed. Ask for less at a time.`, {
        extensions: { code: 'OPERATION_TOO_COSTLY', limit: what, is, max },
      });
    },
  },
});

builder.queryType({ description: 'What can be read.' });
builder.mutationType({ description: 'What can be done: one field for each business action.' });
builder.subscriptionType({ description: 'What is told as it happens.' });
