/**
 * Compares boards with the database at a moment at which nothing moves: what a client shows, and what every process
 * answers to a fresh load. What must be there is asked of the tables by statements of the fuzz's own, so that a fault of
 * the product's reading can't hide itself.
 */
import type { BoardCard } from '@redress/board/live/board-card';
import type { BoardFilter } from '@redress/board/live/board-filter';
import type { BoardPicture } from '@redress/board/live/transport';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Scope } from '@redress/domain/rules/principal';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Database } from '@redress/prisma/client';
import { encodeId } from '@redress/schema/ids';
import type { Player } from './player.ts';

/** A complaint as the tables have it, with ids as the contract says them. */
export interface TrueCard {
  id: string;
  number: string;
  version: number;
  revision: number;
  stage: Stage;
  position: string;
  severity: string;
  channel: string;
  subject: string;
  demand: string | null;
  receivedAt: string;
  category: string | null;
  department: string | null;
  assignee: string | null;
  isClaimed: boolean;
  isBreached: boolean;
  round: number;
  urgeCount: number;
  escalationLevel: number;
  contestedAt: string | null;
  supervisedAt: string | null;
  firstContactAt: string | null;
  factsConfirmedAt: string | null;
  pendingHandoff: string | null;
  nextDeadline: string | null;
  openDuties: number;
  givenDuties: number;
}

interface Row extends Omit<TrueCard, 'id'> {
  id: string;
  processOwner: string | null;
  seenBy: string[];
}

export class Truth {
  readonly head: number;
  readonly #rows: readonly Row[];

  private constructor(head: number, rows: readonly Row[]) {
    this.head = head;
    this.#rows = rows;
  }

  /** Reads everything in one statement, so that it is of one moment. */
  static async read(db: Database): Promise<Truth> {
    const { rows } = await db.pool.query<{ head: number; cards: Row[] | null }>(`SELECT "head", (
      SELECT json_agg(row_to_json(v)) FROM (
        SELECT c."id", c."number", c."version", c."revision", c."stage", c."position", c."severity", c."channel",
          t."subject", t."demand", ${iso('c."receivedAt"')} AS "receivedAt", c."categoryCode" AS "category",
          c."departmentId" AS "department", c."assigneeId" AS "assignee", c."claimedAt" IS NOT NULL AS "isClaimed",
          c."isBreached", c."round", c."urgeCount", c."escalationLevel", ${iso('c."contestedAt"')} AS "contestedAt",
          ${iso('c."supervisedAt"')} AS "supervisedAt", ${iso('c."firstContactAt"')} AS "firstContactAt",
          ${iso('c."factsConfirmedAt"')} AS "factsConfirmedAt", c."pendingHandoffId" AS "pendingHandoff",
          c."processOwnerId" AS "processOwner",
          (SELECT d."id" FROM "deadline" AS d WHERE d."complaintId" = c."id" AND d."state" = 'OPEN' AND NOT d."silent"
            AND c."stage" <> 'CLOSED' ORDER BY d."dueAt", d."id" LIMIT 1) AS "nextDeadline",
          (SELECT count(*) FROM "duty" AS d WHERE d."complaintId" = c."id" AND d."round" = c."round") AS "givenDuties",
          (SELECT count(*) FROM "duty" AS d WHERE d."complaintId" = c."id" AND d."round" = c."round"
            AND d."doneAt" IS NULL AND d."waivedAt" IS NULL) AS "openDuties",
          ARRAY(SELECT a."granteeId" FROM "complaint_access" AS a
            WHERE a."complaintId" = c."id" AND a."until" IS NULL) AS "seenBy"
        FROM "complaint" AS c JOIN "complaint_text" AS t ON t."complaintId" = c."id") AS v) AS "cards"
      FROM "stream"`);
    return new Truth(rows[0]!.head, rows[0]!.cards ?? []);
  }

  /** The column as it must be shown to this sight under this filter, top to bottom. */
  column(
    stage: Stage,
    scope: Scope,
    filter: BoardFilter,
    departments: ReadonlyMap<string, string>,
    memberId: string,
  ): TrueCard[] {
    const wanted = filter.departmentCodes?.map((code) => departments.get(code));
    return this.#rows
      .filter(
        (row) =>
          row.stage === stage &&
          (scope.seesAll || row.seenBy.some((id) => scope.grantees.includes(id))) &&
          (filter.stages?.includes(row.stage) ?? true) &&
          (filter.severities?.includes(row.severity as never) ?? true) &&
          (filter.channels?.includes(row.channel as never) ?? true) &&
          (wanted === undefined || (row.department !== null && wanted.includes(row.department))) &&
          (filter.unclaimed !== true || !row.isClaimed) &&
          (filter.breached !== true || row.isBreached) &&
          (filter.escalated !== true || row.escalationLevel > 0) &&
          (filter.pendingHandoff !== true || row.pendingHandoff !== null) &&
          (filter.mine !== true || row.assignee === memberId || row.processOwner === memberId),
      )
      .sort((one, other) => (one.position < other.position ? -1 : 1))
      .map(asTold);
  }
}

/** What this client, or this answer, shows otherwise than the tables have it. */
export function compare(
  who: string,
  shown: { stage: Stage; total: number; breached: number; cards: readonly BoardCard[]; hasMore: boolean }[],
  truthOf: (stage: Stage) => TrueCard[],
): string[] {
  const faults: string[] = [];
  for (const { stage, total, breached, cards, hasMore } of shown) {
    const truth = truthOf(stage);
    const expected = truth.slice(0, cards.length).map(({ id }) => id);
    const ids = cards.map(({ id }) => id);
    if (ids.join() !== expected.join())
      faults.push(`${who} ${stage}: shows ${ids.join(' ')}, must show ${expected.join(' ')}`);
    // A client that has loaded a part of a column learns by the next page only that the rest has gone.
    const lacking = truth.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
    if (!hasMore && lacking.length > 0) faults.push(`${who} ${stage}: lacks ${lacking.join(' ')}`);
    if (total !== truth.length) faults.push(`${who} ${stage}: counts ${total}, must count ${truth.length}`);
    const late = truth.filter((card) => card.isBreached).length;
    if (breached !== late) faults.push(`${who} ${stage}: counts ${breached} breached, must count ${late}`);
    for (const card of cards) {
      const expectedCard = truth.find(({ id }) => id === card.id);
      if (expectedCard === undefined) continue;
      const shownCard = flat(card);
      for (const [field, value] of Object.entries(expectedCard)) {
        const told = shownCard[field as keyof TrueCard];
        if (told !== value) faults.push(`${who} ${stage}: ${card.id} shows ${field} ${told}, must show ${value}`);
      }
    }
  }
  return faults;
}

/** What the client's board shows. */
export function shownBy({ session: { store } }: Player) {
  return STAGES.map((stage) => {
    const { ids, total, breached, hasMore } = store.column(stage);
    return { stage, total, breached, hasMore, cards: ids.flatMap((id) => store.told(id) ?? []) };
  });
}

/** What an answer of `board` shows. */
export function shownIn(picture: BoardPicture) {
  return picture.columns.map(({ stage, counts, cards, next }) => ({ stage, ...counts, cards, hasMore: next !== null }));
}

function flat(card: BoardCard): Omit<TrueCard, never> {
  const { category, department, assignee, pendingHandoff, nextDeadline, ...rest } = card;
  return {
    ...rest,
    category: category?.code ?? null,
    department: department?.id ?? null,
    assignee: assignee?.id ?? null,
    pendingHandoff: pendingHandoff?.id ?? null,
    nextDeadline: nextDeadline?.id ?? null,
  };
}

function asTold({ seenBy: _seenBy, processOwner: _processOwner, ...row }: Row): TrueCard {
  const named = (type: Parameters<typeof encodeId>[0], id: string | null) => (id === null ? null : encodeId(type, id));
  return {
    ...row,
    id: encodeId('Complaint', row.id),
    department: named('Department', row.department),
    assignee: named('Member', row.assignee),
    pendingHandoff: named('Handoff', row.pendingHandoff),
    nextDeadline: named('Deadline', row.nextDeadline),
  };
}

function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
