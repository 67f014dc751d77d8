import { stringifyDocument } from '@urql/core';
import type { TypedDocumentNode } from '@urql/core';
import { follow } from '../live/follow.ts';
import type { Follower } from '../live/follow.ts';
import { wsClient } from './graphql-client.ts';

/** Follows a subscription of the app's socket whose every message is the whole truth, until told to stop. */
export function followStream<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  follower: Follower<Data>,
): () => void {
  const query = stringifyDocument(document);
  return follow<Data>((sink) => wsClient.subscribe<Data>({ query, variables }, sink), follower);
}
