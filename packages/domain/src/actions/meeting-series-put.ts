/** Keeps a series of meetings: what it is for, its members, its standing items, when it meets (docs/SPEC.md, ME15). */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { datedSeries } from '../reads/meeting-series.ts';
import type { SeriesView } from '../reads/meeting-series.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import type { MeetingRhythm } from '../rules/meeting-rhythm.ts';
import { isTimeZone } from '../rules/zone.ts';
import type { ActionContext } from './context.ts';
import { loadReminders, reminderRows } from './meeting-notify.ts';
import { requireMembers } from './meeting-people.ts';
import { ITEM_MINUTES, requireSeries } from './meeting-start.ts';
import { refusing, requireMember, requireRunsMeetings } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { putBack, putBackLines } from './put-back.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface MeetingSeriesPutInput {
  /** Null: a new one. Of one that is there, what is undefined stays as it is. */
  id: string | null;
  name: string | undefined;
  purpose: string | undefined;
  memberIds: readonly string[] | undefined;
  standingItems: string[] | undefined;
  itemMinutes: number | undefined;
  /** Null: when somebody calls it. */
  rhythm: MeetingRhythm | null | undefined;
  remindMinutes: number | undefined;
  /** The revision that was looked at; null: whatever is there is written over. */
  expectedRevision: number | null;
}

/** What a new series says where nobody said anything. */
const NEW = {
  purpose: '',
  memberIds: [],
  standingItems: [],
  itemMinutes: ITEM_MINUTES,
  weekday: null,
  startsAt: null,
  timeZone: null,
  remindMinutes: 30,
};

/** Adds a series, or changes what is named of one. Meetings that began are as they were. */
export function meetingSeriesPut(ctx: ActionContext, input: MeetingSeriesPutInput): Promise<SettingsResult> {
  return refusing(async () => {
    const byId = requireMember(ctx);
    requireRunsMeetings(ctx);
    const view = input.id === null ? null : await requireSeries(ctx, input.id);
    const known = view && view.series;
    const { expectedRevision } = input;
    if (known !== null && expectedRevision !== null && expectedRevision !== known.revision)
      throw new Refusal({ code: 'STALE_SERIES', seriesId: known.id });
    const name = input.name ?? known?.name;
    if (name === undefined) throw invalid('name', 'required');
    const { memberIds, itemMinutes, remindMinutes, rhythm } = input;
    if (rhythm && !isTimeZone(rhythm.timeZone)) throw invalid(['rhythm', 'timeZone'], 'unknownTimeZone');
    const now = known ?? { ...NEW, id: uuidv7(), name, revision: 0, createdById: byId, createdAt: ctx.now() };
    return write(ctx, 'meetingSeriesPut', view, {
      ...now,
      ...rhythmColumns(rhythm, now),
      ...wordsOf(input, known, name),
      memberIds: memberIds === undefined ? now.memberIds : requireMembers(ctx, memberIds, true),
      itemMinutes: itemMinutes ?? now.itemMinutes,
      remindMinutes: remindMinutes ?? now.remindMinutes,
      revision: now.revision + 1,
      archivedAt: null,
    });
  });
}

type Words = Pick<TableRows['meeting_series'], 'name' | 'purpose' | 'standingItems'>;

/** They were shown masked, and are edited so: what the masks hide stays. */
function wordsOf({ purpose, standingItems }: MeetingSeriesPutInput, known: Words | null, name: string): Words {
  if (known === null) return { name, purpose: purpose ?? NEW.purpose, standingItems: standingItems ?? [] };
  return {
    name: putBack('name', name, known.name, []),
    purpose: purpose === undefined ? known.purpose : putBack('purpose', purpose, known.purpose, []),
    standingItems:
      standingItems === undefined
        ? known.standingItems
        : putBackLines('standingItems', standingItems, known.standingItems),
  };
}

type RhythmColumns = Pick<TableRows['meeting_series'], 'weekday' | 'startsAt' | 'timeZone'>;

/** Undefined: as they are. */
function rhythmColumns(rhythm: MeetingRhythm | null | undefined, now: RhythmColumns): RhythmColumns {
  if (rhythm === undefined) return { weekday: now.weekday, startsAt: now.startsAt, timeZone: now.timeZone };
  return rhythm ?? { weekday: null, startsAt: null, timeZone: null };
}

/** Ends a series; its meetings and their minutes stay. */
export function meetingSeriesArchive(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return refusing(async () => {
    requireMember(ctx);
    requireRunsMeetings(ctx);
    const view = await requireSeries(ctx, id);
    const row = { ...view.series, revision: view.series.revision + 1, archivedAt: ctx.now() };
    return write(ctx, 'meetingSeriesArchive', view, row);
  });
}

async function write(
  ctx: ActionContext,
  action: AuditAction,
  known: SeriesView | null,
  row: TableRows['meeting_series'],
): Promise<SettingsResult> {
  const at = ctx.now();
  const after = known && datedSeries({ ...known, series: row });
  const reminders = known === null ? [] : await loadReminders(ctx, [row.id], at);
  const result = await tryChangeSettings(ctx, action, {
    at,
    rows: [
      (known === null ? insert : update)('meeting_series', row),
      // What reminds of dates that it has no more goes with them.
      ...reminderRows(reminders, after, at),
    ],
    events: [{ type: 'MeetingSeriesChanged', payload: { seriesId: row.id } }],
    resultIds: { seriesId: row.id },
  });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { seriesId: row.id, cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && result.constraint === 'meeting_series_revision')
    throw new Refusal({ code: 'STALE_SERIES', seriesId: row.id });
  if (result.kind === 'CONFLICT') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
  throw new Error(`${action}: ${result.kind}`);
}
