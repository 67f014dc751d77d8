import { parseCursor } from '@redress/domain/events/cursor';
import { GraphQLError } from 'graphql';

/**
 * The change that the caller says this one takes back, by the cursor that its payload told: from the header `Takes-Back`,
 * else from the operation's extensions. Null without one.
 *
 * @throws GraphQLError on one that is no cursor.
 */
export function takesBack(header: string | string[] | undefined, extensions: unknown): string | null {
  const inExtensions = (extensions as { takesBack?: unknown } | null | undefined)?.takesBack;
  const cursor = typeof header === 'string' ? header : inExtensions;
  if (cursor === undefined || cursor === null) return null;
  if (typeof cursor === 'string' && parseCursor(cursor) !== null) return cursor;
  throw new GraphQLError('What a change takes back is named by the cursor of that change.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
