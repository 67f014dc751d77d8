/**
 * Expected failures that are no data: of who asks, and of how they ask. Everything else that is thrown is a bug, which
 * the server masks. Their `extensions.code` is a part of the contract.
 */
import { PageError } from '@redress/domain/reads/connection';
import type { Principal } from '@redress/domain/rules/principal';
import { GraphQLError } from 'graphql';
import type { SchemaContext } from './context.ts';

/** The operation needs somebody who is signed in. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError('Sign in first, or send a bearer token.', { extensions: { code: 'UNAUTHENTICATED' } });
}

/** The caller can never do this, whatever they send. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** The arguments contradict each other or are out of bounds, which the types of the contract could not say. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Too many tries; `retryAfterSeconds` says when the next one will be taken. */
export function rateLimited(retryAfterSeconds: number): GraphQLError {
  return new GraphQLError(`Too many tries. Try again in ${retryAfterSeconds} s.`, {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds },
  });
}

/** Who calls; throws `unauthenticated` when nobody is signed in. */
export function requirePrincipal(ctx: Pick<SchemaContext, 'principal'>): Principal {
  if (ctx.principal === null) throw unauthenticated();
  return ctx.principal;
}

/** Waits for a read, and answers wrong page arguments as what they are: the caller's mistake. */
export async function reading<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw asCallers(error);
  }
}

/** The same for a read that may answer at once. */
export function readingNow<T>(read: () => T | Promise<T>): T | Promise<T> {
  try {
    const value = read();
    return value instanceof Promise ? reading(value) : value;
  } catch (error) {
    throw asCallers(error);
  }
}

function asCallers(error: unknown): unknown {
  return error instanceof PageError ? badUserInput(error.message) : error;
}
