/**
 * How much a caller may ask for in a minute, over all their operations. The schema's limits bound one operation; this
 * bounds a script that asks a large one again and again. Each process keeps its own count. How much is the operator's to
 * say: COST_PER_MINUTE.
 */
import { GraphQLError } from 'graphql';

const MINUTE_MS = 60_000;
const CALLERS_AT_MOST = 20_000;

export interface CostLeft {
  cost: number;
  limit: number;
  remaining: number;
}

export class CostBudget {
  private readonly perMinute: number;
  private readonly spent = new Map<string, { sum: number; until: number }>();

  constructor(perMinute: number) {
    this.perMinute = perMinute;
  }

  /**
   * Charges the cost of an operation before it runs.
   *
   * @throws GraphQLError RATE_LIMITED when the minute's budget is used up.
   */
  charge(callerKey: string, cost: number, now: number = Date.now()): CostLeft {
    let entry = this.spent.get(callerKey);
    if (entry === undefined || entry.until <= now) {
      if (this.spent.size >= CALLERS_AT_MOST) this.spent.clear();
      entry = { sum: 0, until: now + MINUTE_MS };
      this.spent.set(callerKey, entry);
    }
    if (entry.sum + cost > this.perMinute) {
      const retryAfterSeconds = Math.ceil((entry.until - now) / 1000);
      throw new GraphQLError(`You have asked for as much as a minute allows. Try again in ${retryAfterSeconds} s.`, {
        extensions: {
          code: 'RATE_LIMITED',
          retryAfterSeconds,
          http: { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
        },
      });
    }
    entry.sum += cost;
    return { cost, limit: this.perMinute, remaining: this.perMinute - entry.sum };
  }
}
