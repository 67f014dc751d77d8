/** GraphiQL, for those who are signed in: operations to begin with, and the policy under which its page runs. */
import type { GraphiQLOptions } from 'graphql-yoga';

const BOARD = `# The board as you may see it. Each column has its count and a page of cards.
query Board {
  board {
    cursor
    columns {
      stage
      totalCount
      complaints(first: 5) {
        nodes { number subject severity department { name } nextDeadline { kind dueAt } isBreached }
      }
    }
  }
}`;

const LIVE = `# What happens, as it happens. Put a cursor into \`after\` to begin there.
subscription Live {
  boardEvents {
    __typename
    cursor
    ... on ComplaintEvent { actor { ... on Member { name } } complaint { number subject stage } }
    ... on ComplaintMoved { fromStage toStage reason }
  }
}`;

const MOVE = `# One mutation for one deed. A refusal is data: it says what is missing.
mutation Move($input: ComplaintMoveInput!) {
  complaintMove(input: $input) {
    ... on ComplaintMovePayload { cursor complaint { number stage version } }
    ... on StageRequirementsError { message missing }
    ... on UserError { code message }
  }
}`;

export const GRAPHIQL: GraphiQLOptions = {
  title: 'Redress GraphiQL',
  subscriptionsProtocol: 'WS',
  credentials: 'same-origin',
  shouldPersistHeaders: false,
  defaultTabs: [
    { query: BOARD },
    { query: LIVE },
    { query: MOVE, variables: '{ "input": { "id": "cmp_…", "toStage": "CONFIRMED" } }' },
  ],
};
