/**
 * What members are told of meetings: rows of the change that tells it, entries of inboxes and what goes out beside; and that
 * a reminder goes with the date that it tells of (docs/SPEC.md, NT20).
 */
import { uuidv7 } from 'uuidv7';
import { insert, set } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { canSignIn } from '../reads/people.ts';
import { isDateAhead } from '../rules/meeting-dates.ts';
import type { Dated } from '../rules/meeting-dates.ts';
import { principalId } from './audit.ts';
import type { ActionContext } from './context.ts';
import { deliveryRowsOf } from './deliver.ts';

/** An entry for a member; `dueAt` is the moment that it tells of, where it does. */
export type MeetingNotice = Pick<TableRows['notification'], 'memberId' | 'kind' | 'subjectId' | 'dueAt'>;

/** No meeting is worth waking anybody for. */
const SEVERITY = 'GENERAL';

/** The rows of these notices, for those who can sign in. */
export function meetingNoticeRows(ctx: ActionContext, at: Date, notices: readonly MeetingNotice[]): RowWrite[] {
  if (ctx.silent === true) return [];
  const entries = notices
    .filter(({ memberId }) => canSignIn(ctx.directory, memberId))
    .map((notice) => ({
      id: uuidv7(),
      ...notice,
      complaintId: null,
      round: null,
      actorKind: ctx.principal.kind,
      actorId: principalId(ctx.principal),
      at,
      readAt: null,
      takenBackAt: null,
    }));
  return [
    ...entries.map((entry) => insert('notification', entry)),
    ...deliveryRowsOf(ctx, at, { id: null, severity: SEVERITY }, entries).map((entry) => insert('delivery', entry)),
  ];
}

/** What has been told of meetings ahead of a series. */
type Reminder = TableRows['notification'];

/** Every reminder of these series that stands, and those of dates that may come back. */
export function loadReminders({ db }: ActionContext, seriesIds: readonly string[], at: Date): Promise<Reminder[]> {
  return db.prisma.notification.findMany({
    where: {
      subjectId: { in: [...seriesIds] },
      kind: 'MEETING_AHEAD',
      OR: [{ takenBackAt: null }, { dueAt: { gt: at } }],
    },
  });
}

/**
 * Takes back which of the reminders tell of no date of the series any more, and has those stand again whose date came back.
 * Null: it has no dates.
 */
export function reminderRows(reminders: readonly Reminder[], series: Dated | null, at: Date): RowWrite[] {
  return reminders
    .filter(({ dueAt, takenBackAt }) => {
      const stands = series !== null && dueAt !== null && isDateAhead(series, dueAt, at);
      return stands !== (takenBackAt === null);
    })
    .map((row) => set('notification', row, { takenBackAt: row.takenBackAt === null ? at : null }));
}
