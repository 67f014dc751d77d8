/**
 * Peer: PostGraphile 4 over the product's own tables, as it comes: `updateComplaintById` is its plain update of a card's
 * row, without permissions, rules, events or audit.
 */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';

const handler = postgraphile(process.env['DATABASE_URL'], 'public', {
  graphqlRoute: '/graphql',
  disableQueryLog: true,
  ignoreRBAC: true,
});
const server = createServer(handler);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));
