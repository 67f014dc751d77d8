/** What an operation costs by the weights of the contract, known before it runs. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { GraphQLError, Kind, getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { SchemaContext } from './context.ts';
import { OPERATION_LIMITS } from './limits.ts';

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What the plugin counts of an operation: the objects that it may return, its nesting, its fields. */
export interface OperationCost {
  complexity: number;
  depth: number;
  breadth: number;
}

/** What is known of a document that is held, by what of an operation's variables can change it. */
const known = new WeakMap<DocumentNode, Map<string, OperationCost>>();
const KNOWN_AT_MOST = 50;

/**
 * How much the operation may return at most. Null when it can't be weighed because its name or variables are wrong: its
 * execution will say so.
 */
export function operationCost(operation: Operation, ctx: SchemaContext): OperationCost | null {
  let costs = known.get(operation.document);
  if (costs === undefined) known.set(operation.document, (costs = new Map()));
  const key = weightOf(operation);
  const cost = costs.get(key) ?? weigh(operation, ctx);
  if (cost === null) return null;
  if (costs.size >= KNOWN_AT_MOST) costs.clear();
  costs.set(key, cost);
  return cost;
}

/** Whether the limits let it run. */
export function isWithinLimits({ complexity, depth, breadth }: OperationCost): boolean {
  const { complexity: most, depth: deepest, breadth: widest } = OPERATION_LIMITS;
  return complexity <= most && depth <= deepest && breadth <= widest;
}

/** Weights depend on numbers (sizes of pages), on conditions, and on how long lists are: on no text and no input object. */
function weightOf({ operationName, variableValues }: Operation): string {
  const entries = Object.entries(variableValues ?? {}).map(([name, value]) => [name, weightyPart(value)]);
  return JSON.stringify([operationName ?? null, ...entries]);
}

function weightyPart(value: unknown): unknown {
  if (Array.isArray(value)) return { length: value.length };
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value;
}

function weigh(
  { schema, document, operationName, variableValues }: Operation,
  ctx: SchemaContext,
): OperationCost | null {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) return null;
  // The plugin weighs the first operation that it finds: the others are left out.
  const definitions = document.definitions.filter(
    (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  try {
    return complexityFromQuery({ ...document, definitions }, { schema, ctx, variables: { ...variableValues } });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
