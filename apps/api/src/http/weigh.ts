/** Charges the cost of an operation, known before it runs, to who asks for it. */
import type { ServerResponse } from 'node:http';
import type { SchemaContext } from '@redress/schema/context';
import { isWithinLimits, operationCost } from '@redress/schema/operation-cost';
import type { Operation } from '@redress/schema/operation-cost';
import { addressKey } from './client-address.ts';
import type { CostBudget, CostLeft } from './cost-budget.ts';

/**
 * Null for an operation that can't be weighed; its execution says why.
 *
 * @throws GraphQLError RATE_LIMITED when the caller has used up their minute.
 */
export function weigh(operation: Operation, context: SchemaContext, budget: CostBudget): CostLeft | null {
  const cost = operationCost(operation, context);
  if (cost === null) return null;
  context.isLightEnough = isWithinLimits(cost);
  return budget.charge(callerKey(context), Math.max(1, Math.ceil(cost.complexity)));
}

/** In headers, so that a script can pace itself. */
export function tellCost(response: ServerResponse, { cost, limit, remaining }: CostLeft): void {
  response.setHeader('x-cost', cost);
  response.setHeader('x-cost-limit', limit);
  response.setHeader('x-cost-remaining', remaining);
}

function callerKey({ principal, origin }: SchemaContext): string {
  const isKnown = principal !== null && 'id' in principal;
  return isKnown ? `${principal.kind}/${principal.id}` : `address/${addressKey(origin.address)}`;
}
