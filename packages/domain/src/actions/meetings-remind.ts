/** What the clock tells members of meetings: of one ahead, and of what was decided and fell due (docs/SPEC.md, NT19–NT20). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { loadDueDecisions } from '../reads/decisions.ts';
import { datedSeries, listSeries } from '../reads/meeting-series.ts';
import type { SeriesView } from '../reads/meeting-series.ts';
import { isActive } from '../reads/people.ts';
import { nextDate } from '../rules/meeting-dates.ts';
import { remindedFrom } from '../rules/meeting-rhythm.ts';
import type { NotificationKind } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import { loadReminders, meetingNoticeRows, reminderRows } from './meeting-notify.ts';
import { takesPart } from './meeting-people.ts';
import { changeSettings, tryChangeSettings } from './settings-change.ts';

/**
 * Tells whoever is to be told by now and was not yet, and takes back what it told of times that went by; gives how many it told.
 * Of two clocks that do it at once one does.
 */
export async function meetingsRemind(ctx: ActionContext): Promise<number> {
  const now = ctx.now();
  let told = 0;
  const all = await listSeries(ctx.db);
  const ids = all.map(({ series }) => series.id);
  const reminders = await loadReminders(ctx, ids, now);
  for (const view of all) {
    const known = reminders.filter(({ subjectId }) => subjectId === view.series.id);
    await takeBack(ctx, view, known, now);
    told += await remindOfNext(ctx, view, known, now);
  }
  const readers = ctx.directory.members.filter(isActive).map(({ id }) => id);
  for (const { decisionId, memberId, dueAt } of await loadDueDecisions(ctx.db, now, readers))
    told += await tell(ctx, 'MEETING_DECISION_DUE', { subjectId: decisionId, memberIds: [memberId], dueAt });
  return told;
}

/** Reminds who belongs to the series of its next meeting, once it is near; not of one that has begun, or that nobody came to. */
async function remindOfNext(
  ctx: ActionContext,
  view: SeriesView,
  reminders: readonly TableRows['notification'][],
  now: Date,
): Promise<number> {
  const { series } = view;
  const dated = datedSeries(view);
  const dueAt = dated && nextDate(dated, now).at;
  const from = dueAt && remindedFrom(dueAt, series.remindMinutes);
  if (dueAt === null || from === null || now < from || now >= dueAt) return 0;
  const known = reminders.filter((one) => one.dueAt?.getTime() === dueAt.getTime());
  const memberIds = series.memberIds.filter(
    (id) => takesPart(ctx, id) && known.every(({ memberId }) => memberId !== id),
  );
  return tell(ctx, 'MEETING_AHEAD', { subjectId: series.id, memberIds, dueAt });
}

/** By the change the desks hear that there is less on them. */
async function takeBack(
  ctx: ActionContext,
  view: SeriesView,
  reminders: readonly TableRows['notification'][],
  at: Date,
): Promise<void> {
  const rows = reminderRows(reminders, datedSeries(view), at);
  if (rows.length === 0) return;
  const events = [{ type: 'MeetingSeriesChanged' as const, payload: { seriesId: view.series.id } }];
  await changeSettings(ctx, 'meetingRemind', rows, events);
}

async function tell(
  ctx: ActionContext,
  kind: Extract<NotificationKind, `MEETING_${string}`>,
  { subjectId, memberIds, dueAt }: { subjectId: string; memberIds: readonly string[]; dueAt: Date },
): Promise<number> {
  const at = ctx.now();
  const rows = meetingNoticeRows(
    ctx,
    at,
    memberIds.map((memberId) => ({ memberId, kind, subjectId, dueAt })),
  );
  if (rows.length === 0) return 0;
  const events = [{ type: 'MeetingReminded' as const, payload: { kind, subjectId, memberIds: [...memberIds] } }];
  const result = await tryChangeSettings(ctx, 'meetingRemind', { id: uuidv7(), at, rows, events, resultIds: null });
  return result.kind === 'COMMITTED' ? memberIds.length : 0;
}
