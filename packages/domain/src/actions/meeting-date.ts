/** One date of a series is moved, called off, or put back to what the rhythm says, and its members hear of it (docs/SPEC.md, ME26, NT21). */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { datedSeries } from '../reads/meeting-series.ts';
import type { SeriesView } from '../reads/meeting-series.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { datesAhead, momentOn, moveProblem } from '../rules/meeting-dates.ts';
import type { Dated, MeetingDate } from '../rules/meeting-dates.ts';
import type { ActionContext } from './context.ts';
import { loadReminders, meetingNoticeRows, reminderRows } from './meeting-notify.ts';
import { takesPart } from './meeting-people.ts';
import { requireSeries } from './meeting-start.ts';
import { refusing, requireMember, requireRunsMeetings } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { ATTEMPTS } from './races.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface MeetingDateOf {
  seriesId: string;
  /** The day that the rhythm names, on the series' clock. */
  day: string;
  /** The revision of the date that was looked at. */
  expectedRevision: number;
}

export interface MeetingDateMoveInput extends MeetingDateOf {
  /** Where to, on the series' clock: the day, and minutes after its midnight. */
  toDay: string;
  toStartsAt: number;
  reason: string | null;
}

/** Has the meeting of this date at another time; of the others nothing changes. */
export function meetingDateMove(ctx: ActionContext, input: MeetingDateMoveInput): Promise<SettingsResult> {
  const { reason, toDay, toStartsAt } = input;
  return changeDate(ctx, 'meetingDateMove', input, (series, { day }) => {
    const movedTo = momentOn(toDay, toStartsAt, series.rhythm.timeZone);
    const problem = moveProblem(series, day, movedTo, ctx.now());
    if (problem !== null) throw invalid('toDay', problem);
    return { kind: 'MOVED', movedTo, reason };
  });
}

/** Calls the meeting of this date off; what it was asked to talk about waits for the next one. */
export function meetingDateCallOff(
  ctx: ActionContext,
  input: MeetingDateOf & { reason: string },
): Promise<SettingsResult> {
  const { reason } = input;
  return changeDate(ctx, 'meetingDateCallOff', input, () => ({ kind: 'CALLED_OFF', movedTo: null, reason }));
}

/** Has the meeting of this date as the rhythm says. */
export function meetingDatePutBack(ctx: ActionContext, input: MeetingDateOf): Promise<SettingsResult> {
  return changeDate(ctx, 'meetingDatePutBack', input, (_series, { plannedAt }) => {
    if (plannedAt <= ctx.now()) throw invalid('day', 'meetingDatePast');
    return { kind: 'PUT_BACK', movedTo: null, reason: null };
  });
}

type Said = Pick<TableRows['meeting_date'], 'kind' | 'movedTo' | 'reason'>;

/** Says it of a date ahead, as it was looked at. Of two who change dates of one series at once the slower decides again. */
function changeDate(
  ctx: ActionContext,
  action: AuditAction,
  { seriesId, day, expectedRevision }: MeetingDateOf,
  decide: (series: Dated, date: MeetingDate) => Said,
): Promise<SettingsResult> {
  return refusing(async () => {
    const byId = requireMember(ctx);
    requireRunsMeetings(ctx);
    for (let round = 0; round < ATTEMPTS; round++) {
      const view = await requireSeries(ctx, seriesId);
      const series = datedSeries(view);
      const at = ctx.now();
      const date = series && datesAhead(series, at).find((one) => one.day === day);
      if (!date) throw invalid('day', 'meetingDateUnknown');
      if (date.revision !== expectedRevision) throw new Refusal({ code: 'STALE_SERIES', seriesId });
      const number = Math.max(0, ...series.changes.map((change) => change.number)) + 1;
      const said = decide(series, date);
      const row = { id: uuidv7(), seriesId, number, day, ...said, wasAt: date.at, byId, at };
      const after = { ...series, changes: [row, ...series.changes.filter((change) => change.day !== day)] };
      const result = await tryChangeSettings(ctx, action, {
        at,
        rows: [
          insert('meeting_date', row),
          ...reminderRows(await loadReminders(ctx, [seriesId], at), after, at),
          ...dateNotices(ctx, view, row, said.kind === 'PUT_BACK' ? date.plannedAt : said.movedTo),
        ],
        events: [{ type: 'MeetingSeriesChanged', payload: { seriesId } }],
        resultIds: { seriesId },
      });
      if (result.kind === 'COMMITTED') return { ok: true, outcome: { seriesId, cursor: result.cursor } };
      if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey')
        throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      if (result.kind === 'CONFLICT' && result.constraint !== 'meeting_date_seriesId_number_key')
        throw new Error(`${action}: unexpected conflict ${result.constraint}`);
    }
    throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
  });
}

/** Tells who belongs to the series when the meeting is instead, null: not at all; where that is another time than before. */
function dateNotices(
  ctx: ActionContext,
  { series }: SeriesView,
  { id: subjectId, wasAt, byId, at }: TableRows['meeting_date'],
  dueAt: Date | null,
): RowWrite[] {
  if (wasAt?.getTime() === dueAt?.getTime()) return [];
  const memberIds = series.memberIds.filter((id) => id !== byId && takesPart(ctx, id));
  return meetingNoticeRows(
    ctx,
    at,
    memberIds.map((memberId) => ({ memberId, kind: 'MEETING_DATE_CHANGED', subjectId, dueAt })),
  );
}
