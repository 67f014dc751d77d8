/** What members are told of meetings: rows of the change that tells it, entries of inboxes and what goes out beside. */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { canSignIn } from '../reads/people.ts';
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
    }));
  return [
    ...entries.map((entry) => insert('notification', entry)),
    ...deliveryRowsOf(ctx, at, { id: null, severity: SEVERITY }, entries).map((entry) => insert('delivery', entry)),
  ];
}
