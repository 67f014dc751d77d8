// Prints what happens on the board, a line of JSON each, and goes on from where it was when it is started again.
// REDRESS_URL=http://127.0.0.1:4000 REDRESS_TOKEN=rdr_… node follow.mjs
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { REDRESS_URL = 'http://127.0.0.1:4000', REDRESS_TOKEN, REDRESS_CURSOR = 'redress-cursor.json' } = process.env;
const authorization = `Bearer ${REDRESS_TOKEN}`;

const EVENTS = `subscription ($after: EventCursor, $scope: String) {
  boardEvents(after: $after, scope: $scope) {
    __typename cursor
    ... on ComplaintEvent { occurredAt complaint { number stage department { code } } }
    ... on ComplaintMoved { fromStage toStage }
    ... on DeadlineBreached { deadline { kind dueAt } }
  }
}`;

/** Where to begin: everything up to this cursor is in the answer of the same query, so ask here for what you keep. */
async function begin() {
  const response = await fetch(`${REDRESS_URL}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ board { cursor scope } }' }),
  });
  if (!response.ok) throw new Error(`the board was not told: ${response.status}`);
  const { cursor, scope } = (await response.json()).data.board;
  return keep({ after: cursor, scope });
}

/** Whole or not at all, whenever it is killed. */
function keep(place) {
  writeFileSync(`${REDRESS_CURSOR}.new`, JSON.stringify(place));
  renameSync(`${REDRESS_CURSOR}.new`, REDRESS_CURSOR);
  return place;
}

function kept() {
  try {
    return JSON.parse(readFileSync(REDRESS_CURSOR, 'utf8'));
  } catch {
    return null;
  }
}

const client = createClient({
  url: `${REDRESS_URL.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  // A new attempt has to ask from the newest cursor, which only the loop below knows.
  retryAttempts: 0,
});

let place = kept();
for (;;) {
  try {
    place ??= await begin();
    for await (const { data, errors } of client.iterate({ query: EVENTS, variables: place })) {
      if (errors) throw new Error(errors[0].message);
      const told = data.boardEvents;
      if (told.__typename === 'BoardReset') break;
      // First do what is to be done, then keep the cursor: after a crash it is told once more rather than never.
      if (told.__typename !== 'BoardCheckpoint') console.log(JSON.stringify(told));
      place = keep({ ...place, after: told.cursor });
    }
    place = null;
  } catch (fault) {
    if (fault.code === 4403) throw new Error('the token is unknown, revoked or expired', { cause: fault });
    await pause(1_000 + Math.random() * 2_000);
  }
}
