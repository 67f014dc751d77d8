import { cacheExchange } from '@urql/exchange-graphcache';
import type { CacheExchangeOpts, KeyGenerator } from '@urql/exchange-graphcache';
import embeddedTypes from '../generated/embedded-types.json' with { type: 'json' };
import possibleTypes from '../generated/possible-types.json' with { type: 'json' };

const embedded: KeyGenerator = () => null;

/** Events have no id; their cursor is one. */
const byCursor: KeyGenerator = (data) => (typeof data['cursor'] === 'string' ? data['cursor'] : null);

/** Types without an id live inside what holds them, except those that another field identifies. */
const keys: Record<string, KeyGenerator> = {
  ...Object.fromEntries(embeddedTypes.map((name) => [name, embedded])),
  ...Object.fromEntries(possibleTypes.ComplaintEvent.map((name) => [name, byCursor])),
  Category: (data) => (typeof data['code'] === 'string' ? data['code'] : null),
};

/**
 * Without a schema the cache looks, when it writes, into the fragments of types that the answer is not of, and warns of
 * the fields it doesn't find there. That is how every answer with typed errors looks, so this one warning says nothing.
 */
const logger: CacheExchangeOpts['logger'] = (severity, message) => {
  if (severity === 'debug' || message.startsWith('Invalid undefined')) return;
  console.warn(message);
};

/** The normalised cache. Possible types instead of a schema: fragments match exactly, and no answer is ever partial. */
export const graphqlCache = cacheExchange({ keys, possibleTypes, logger });
