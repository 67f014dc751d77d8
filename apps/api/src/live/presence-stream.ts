/** Presence as one viewer may see it: whoever is at a complaint out of their sight is on the board for them. */
import type { Scope } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import type { PresencePicture } from '@redress/schema/presence/presence-source';
import { createChannel } from './channel.ts';
import type { Channel } from './channel.ts';
import type { Presence } from './presence.ts';

/** Changes within this time are one picture; more, where many are told of many. */
const GATHER_MS = 150;
const LONGEST_MS = 15_000;
/** So many names are told in a millisecond, to all together: with the square of the people it would be all that a process does. */
const NAMES_PER_MS = 20;

/** How long changes gather before they are told, in milliseconds. */
export function gatherMs(watching: number, here: number): number {
  return Math.min(LONGEST_MS, Math.max(GATHER_MS, (watching * here) / NAMES_PER_MS));
}

/** The whole picture now, and again whenever it changes. `scope` is asked anew each time: it may change meanwhile. */
export function presenceStream(
  db: Database,
  presence: Presence,
  scope: () => Scope,
): Channel<{ presence: PresencePicture }> {
  let timer: NodeJS.Timeout | null = null;
  let last = '';
  const tell = async () => {
    const picture = await pictureFor(db, presence, scope());
    const text = JSON.stringify(picture);
    if (text === last) return;
    last = text;
    channel.push({ presence: picture });
  };
  const soon = () => {
    timer ??= setTimeout(
      () => {
        timer = null;
        tell().catch(() => channel.end());
      },
      gatherMs(presence.watching, presence.size),
    );
  };
  const unwatch = presence.watch(soon);
  const channel = createChannel<{ presence: PresencePicture }>(() => {
    unwatch();
    if (timer !== null) clearTimeout(timer);
  }, 'LAST');
  tell().catch(() => channel.end());
  return channel;
}

async function pictureFor(db: Database, presence: Presence, scope: Scope): Promise<PresencePicture> {
  const members = [...presence.everybody].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  if (scope.seesAll) return { members };
  const ids = members.flatMap(({ complaintId }) => complaintId ?? []);
  const visible = ids.length === 0 ? new Set<string>() : await visibleAmong(db, scope, ids);
  return {
    members: members.map((entry) =>
      entry.complaintId === null || visible.has(entry.complaintId)
        ? entry
        : { ...entry, complaintId: null, activity: 'VIEWING' },
    ),
  };
}

async function visibleAmong(db: Database, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'presence_visible',
    text: `SELECT DISTINCT "complaintId" AS id FROM "complaint_access"
      WHERE "complaintId" = ANY($1::uuid[]) AND "granteeId" = ANY($2::uuid[]) AND "until" IS NULL`,
    values: [ids, scope.grantees],
  });
  return new Set(rows.map((row) => row.id));
}
