import { graphqlCache } from './graphql-cache.ts';
import { createGraphqlClient, networkExchanges } from './graphql-client.ts';

/** The client of the complaint drawer: what one answer says of a complaint is at once true wherever it is shown. */
export const cachedClient = createGraphqlClient([graphqlCache, ...networkExchanges]);
