/** Everything that requests and sockets of one process share. `app.ts` makes it. */
import type { HeldCases } from '@redress/domain/actions/held-cases';
import type { InstallationKey } from '@redress/domain/actions/installation-key';
import type { Directory } from '@redress/domain/reads/directory';
import type { HeldBoard } from '@redress/domain/reads/held-board';
import type { Database } from '@redress/prisma/client';
import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Lucia } from 'lucia';
import type { TimeSource } from './clock/time-source.ts';
import type { FileStorage } from './files/storage.ts';
import type { CostBudget } from './http/cost-budget.ts';
import type { Documents } from './http/documents.ts';
import type { Overload } from './http/overload.ts';
import type { Boards } from './live/boards.ts';
import type { Connections } from './live/connections.ts';
import type { Feed } from './live/feed.ts';
import type { Inboxes } from './live/inboxes.ts';
import type { Meetings } from './live/meetings.ts';
import type { Presence } from './live/presence.ts';
import type { Outbound } from './delivery/outbound.ts';
import type { Log } from './log.ts';
import type { Principals } from './session/principals.ts';
import type { SignInPlaces } from './session/sign-in-places.ts';
import type { Throttle } from './session/throttle.ts';

export interface Services {
  db: Database;
  directory: Directory;
  lucia: Lucia;
  principals: Principals;
  throttle: Throttle;
  signIns: SignInPlaces;
  overload: Overload;
  feed: Feed;
  boards: Boards;
  /** The board as this process holds it. */
  held: HeldBoard;
  /** Cases of that board, for what happens on a drag. */
  cases: HeldCases;
  /** Whether somebody tells this process what happens; else it finds out by looking, and may be seconds behind. */
  isListening: () => boolean;
  connections: Connections;
  inboxes: Inboxes;
  meetings: Meetings;
  presence: Presence;
  outbound: Outbound;
  key: InstallationKey;
  storage: FileStorage;
  /** A folder for files on their way in. */
  incoming: string;
  documents: Documents;
  budget: CostBudget;
  schema: GraphQLSchema;
  execute: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
  time: TimeSource;
  log: Log;
  /** See Env. */
  publicOrigins: readonly string[];
  trustProxy: boolean;
}
