/** A board as these tests see it: loads it, subscribes, and reads what is told in a few words. */
import type { Client } from '../testkit/client.ts';
import type { TestSocket, TestSubscription } from '../testkit/socket.ts';

export const BOARD = `query Board($filter: ComplaintFilter) {
  board(filter: $filter) { cursor scope columns { stage totalCount complaints { nodes { id number stage revision } } } }
}`;

export const EVENTS = `subscription Events($after: EventCursor, $scope: String, $filter: ComplaintFilter) {
  boardEvents(after: $after, scope: $scope, filter: $filter) {
    __typename
    cursor
    previous
    ... on ComplaintEvent { occurredAt recordedAt complaint { id number subject stage revision } }
    ... on ComplaintMoved { fromStage toStage }
    ... on DeadlineBreached { deadline { kind dueAt isBreached } }
    ... on ComplaintLeft { complaintId }
    ... on BoardReset { reason }
  }
}`;

export interface BoardEvent {
  __typename: string;
  cursor: string;
  previous: string | null;
  occurredAt?: string;
  recordedAt?: string;
  complaint?: { id: string; number: string; subject: string; stage: string; revision: number };
  complaintId?: string;
  reason?: string;
  deadline?: { kind: string; dueAt: string; isBreached: boolean };
  fromStage?: string;
  toStage?: string;
}

export interface LoadedBoard {
  cursor: string;
  scope: string;
  columns: {
    stage: string;
    totalCount: number;
    complaints: { nodes: { id: string; number: string; stage: string; revision: number }[] };
  }[];
}

export async function loadBoard(client: Client, filter: Record<string, unknown> | null = null): Promise<LoadedBoard> {
  return (await client.ok<{ board: LoadedBoard }>(BOARD, { filter })).board;
}

/** The ids on a board, sorted. */
export function idsOn(board: LoadedBoard): string[] {
  return board.columns.flatMap((column) => column.complaints.nodes.map(({ id }) => id)).sort();
}

export class Events {
  private readonly subscription: TestSubscription;
  /** The cursor of the last thing that was told. */
  last: string | null;

  constructor(
    socket: TestSocket,
    variables: { after?: string | null; scope?: string | null; filter?: Record<string, unknown> | null } = {},
  ) {
    this.subscription = socket.subscribe(EVENTS, variables);
    this.last = variables.after ?? null;
  }

  get over(): TestSubscription['over'] {
    return this.subscription.over;
  }

  get waiting(): number {
    return this.subscription.waiting;
  }

  leave(): void {
    this.subscription.leave();
  }

  /** The next thing that is told, a checkpoint included; throws when a gap shows. */
  async any(): Promise<BoardEvent> {
    const { data, errors } = await this.subscription.next<{ boardEvents: BoardEvent }>();
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    const event = data.boardEvents;
    const isGap = event.previous !== null && this.last !== null && event.previous > this.last;
    if (isGap) throw new Error(`a gap: ${event.cursor} follows ${event.previous}, and ${this.last} was the last`);
    if (this.last !== null && event.__typename !== 'BoardReset' && event.cursor < this.last)
      throw new Error(`${event.cursor} after ${this.last}`);
    this.last = event.cursor;
    return event;
  }

  /** The next thing that is no checkpoint. */
  async next(): Promise<BoardEvent> {
    for (;;) {
      const event = await this.any();
      if (event.__typename !== 'BoardCheckpoint') return event;
    }
  }

  /** The next `count` things, as `Type stage`. */
  async take(count: number): Promise<string[]> {
    const told: string[] = [];
    while (told.length < count) told.push(words(await this.next()));
    return told;
  }
}

export function words({ __typename, complaint, toStage }: BoardEvent): string {
  return [__typename, toStage ?? complaint?.stage].filter(Boolean).join(' ');
}
