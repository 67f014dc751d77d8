/** What an operation costs by the weights of the contract, known before it runs. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { GraphQLError, Kind, getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { SchemaContext } from './context.ts';

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * How many objects the operation may return at most. Null when it can't be weighed because its name or variables are
 * wrong: its execution will say so.
 */
export function operationCost(
  { schema, document, operationName, variableValues }: Operation,
  ctx: SchemaContext,
): number | null {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) return null;
  // The plugin weighs the first operation that it finds: the others are left out.
  const definitions = document.definitions.filter(
    (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  try {
    return complexityFromQuery({ ...document, definitions }, { schema, ctx, variables: { ...variableValues } })
      .complexity;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
