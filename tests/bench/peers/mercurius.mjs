/**
 * Peer: Mercurius with its JIT on and SQL by hand, without permissions, events or audit. It answers the board query of
 * the benches as the product's contract words it, and moves a card by one UPDATE.
 */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const schema = `
  type Query { board: Board! }
  type Mutation { cardMove(id: ID!, position: String!): Moved }
  type Moved { id: ID!, position: String!, revision: Int! }
  type Board { cursor: String!, columns: [Column!]! }
  type Column { stage: String!, totalCount: Int!, complaints(first: Int): Cards! }
  type Cards { nodes: [Card!]! }
  type Card {
    id: ID!, number: String!, version: Int!, revision: Int!, position: String!, subject: String!, demand: String
    channel: String!, severity: String!, stage: String!, isBreached: Boolean!, receivedAt: String!
    department: Department, assignee: Member, nextDeadline: Deadline, pendingHandoff: Handoff
  }
  type Department { id: ID!, code: String! }
  type Member { id: ID!, name: String! }
  type Deadline { kind: String!, dueAt: String! }
  type Handoff { id: ID! }
`;

const CARDS = `SELECT c."id", c."number", c."version", c."revision", c."position", t."subject", t."demand", c."channel",
    c."severity", c."stage", c."isBreached", c."receivedAt", c."pendingHandoffId", d."id" AS "departmentId",
    d."code" AS "departmentCode", m."id" AS "assigneeId", m."name" AS "assigneeName", n."kind" AS "deadlineKind", n."dueAt"
  FROM "complaint" c
  JOIN "complaint_text" t ON t."complaintId" = c."id"
  LEFT JOIN "department" d ON d."id" = c."departmentId"
  LEFT JOIN "member" m ON m."id" = c."assigneeId"
  LEFT JOIN LATERAL (SELECT "kind", "dueAt" FROM "deadline"
    WHERE "complaintId" = c."id" AND "state" = 'OPEN' ORDER BY "dueAt" LIMIT 1) n ON true
  WHERE c."stage" <> 'CLOSED' ORDER BY c."stage", c."position"`;

const MOVE = `UPDATE "complaint" SET "position" = $2, "revision" = "revision" + 1 WHERE "id" = $1
  RETURNING "id", "position", "revision"`;

const STAGES = ['RECEIVED', 'CONFIRMED', 'INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'];

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

const card = (row) => ({
  ...row,
  receivedAt: row.receivedAt.toISOString(),
  department: row.departmentId && { id: row.departmentId, code: row.departmentCode },
  assignee: row.assigneeId && { id: row.assigneeId, name: row.assigneeName },
  nextDeadline: row.dueAt && { kind: row.deadlineKind, dueAt: row.dueAt.toISOString() },
  pendingHandoff: row.pendingHandoffId && { id: row.pendingHandoffId },
});

async function board() {
  const [cards, stream] = await Promise.all([
    pool.query({ name: 'cards', text: CARDS }),
    pool.query({ name: 'stream', text: 'SELECT "epoch", "head" FROM "stream"' }),
  ]);
  const columns = new Map(STAGES.map((stage) => [stage, []]));
  for (const row of cards.rows) columns.get(row.stage).push(card(row));
  return {
    cursor: `${stream.rows[0].epoch}.${stream.rows[0].head}`,
    columns: [...columns].map(([stage, nodes]) => ({ stage, totalCount: nodes.length, complaints: { nodes } })),
  };
}

const app = Fastify();
app.register(mercurius, {
  schema,
  jit: 1,
  resolvers: {
    Query: { board },
    Mutation: {
      cardMove: async (_root, { id, position }) =>
        (await pool.query({ name: 'move', text: MOVE, values: [id, position] })).rows[0] ?? null,
    },
  },
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => process.exit(0));
