import { expect, test } from 'vitest';
import { startProxy } from '../testkit/proxy.ts';
import { startServer } from '../testkit/server.ts';

const COMMENT = `mutation ($input: CommentAddInput!) {
  commentAdd(input: $input) { __typename ... on CommentAddPayload { cursor } }
}`;

test('[FZ5] a request that meets a database that is away is told to ask again, and is done once then', async () => {
  const server = await startServer();
  const member = await server.seed.member({ role: 'COORDINATOR' });
  const { id, uuid } = await server.seed.complaint();
  const wire = await startProxy(server.databaseUrl);
  try {
    const { url } = await server.startProcess({ databaseUrl: wire.url });
    const caller = (await server.signedIn(member)).at(url);
    const comment = () =>
      caller.ask(COMMENT, { input: { id, text: '客户又来电' } }, { headers: { 'idempotency-key': 'one-key' } });
    // So that the process knows the session, and has connections that can break.
    await caller.ok('{ viewer { __typename } }');
    wire.cut();
    const away = await comment();
    expect(away).toMatchObject({ status: 503, data: null, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(away.headers.get('retry-after')).toBe('1');
    wire.mend();
    for (let n = 0; n < 2; n += 1) {
      expect(await comment()).toMatchObject({ status: 200, data: { commentAdd: { __typename: 'CommentAddPayload' } } });
    }
    const { rowCount } = await server.db.pool.query(
      `SELECT 1 FROM "event" WHERE "type" = 'CommentAdded' AND "complaintId" = $1`,
      [uuid],
    );
    expect(rowCount).toBe(1);
  } finally {
    await server.stop();
    await wire.stop();
  }
});
