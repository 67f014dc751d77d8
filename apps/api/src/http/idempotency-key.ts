import { GraphQLError } from 'graphql';

/**
 * The caller's idempotency key: from the header, else from the operation's extensions. Null without one.
 *
 * @throws GraphQLError on one that is no key: a token of the caller's, never a text.
 */
export function idempotencyKey(header: string | string[] | undefined, extensions: unknown): string | null {
  const inExtensions = (extensions as { idempotencyKey?: unknown } | null | undefined)?.idempotencyKey;
  const key = typeof header === 'string' ? header : inExtensions;
  if (key === undefined || key === null) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new GraphQLError('An idempotency key has 1 to 128 visible ASCII characters.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
