/** Keeps a series of meetings: what it is for, its members, its standing items, when it meets (docs/SPEC.md, ME15). */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { MeetingRhythm } from '../rules/meeting-rhythm.ts';
import { isTimeZone } from '../rules/zone.ts';
import type { ActionContext } from './context.ts';
import { requireMembers, requireSeries } from './meeting-start.ts';
import { refusing, requireMember, requireRunsMeetings } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface MeetingSeriesPutInput {
  /** Null: a new one. */
  id: string | null;
  name: string;
  purpose: string;
  memberIds: readonly string[];
  standingItems: string[];
  itemMinutes: number;
  rhythm: MeetingRhythm | null;
  /** Null: as it is, 30 for a new one. */
  remindMinutes: number | null;
  /** The revision that was looked at; null: whatever is there is written over. */
  expectedRevision: number | null;
}

/** Minutes before a meeting, where nobody said how many. */
const REMIND_MINUTES = 30;

/** Adds a series, or writes all of one anew. Meetings that began are as they were. */
export function meetingSeriesPut(ctx: ActionContext, input: MeetingSeriesPutInput): Promise<SettingsResult> {
  return refusing(async () => {
    const byId = requireMember(ctx);
    requireRunsMeetings(ctx);
    const known = input.id === null ? null : (await requireSeries(ctx, input.id)).series;
    const { expectedRevision } = input;
    if (known !== null && expectedRevision !== null && expectedRevision !== known.revision)
      throw new Refusal({ code: 'STALE_SERIES', seriesId: known.id });
    const { name, purpose, standingItems, itemMinutes, rhythm } = input;
    if (rhythm !== null && !isTimeZone(rhythm.timeZone)) throw invalid(['rhythm', 'timeZone'], 'unknownTimeZone');
    return write(ctx, 'meetingSeriesPut', known, {
      id: known?.id ?? uuidv7(),
      name,
      purpose,
      memberIds: requireMembers(ctx, input.memberIds, true),
      standingItems,
      itemMinutes,
      weekday: rhythm?.weekday ?? null,
      startsAt: rhythm?.startsAt ?? null,
      timeZone: rhythm?.timeZone ?? null,
      remindMinutes: input.remindMinutes ?? known?.remindMinutes ?? REMIND_MINUTES,
      revision: (known?.revision ?? 0) + 1,
      createdById: known?.createdById ?? byId,
      createdAt: known?.createdAt ?? ctx.now(),
      archivedAt: null,
    });
  });
}

/** Ends a series; its meetings and their minutes stay. */
export function meetingSeriesArchive(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return refusing(async () => {
    requireMember(ctx);
    requireRunsMeetings(ctx);
    const { series: known } = await requireSeries(ctx, id);
    const row = { ...known, revision: known.revision + 1, archivedAt: ctx.now() };
    return write(ctx, 'meetingSeriesArchive', known, row);
  });
}

async function write(
  ctx: ActionContext,
  action: string,
  known: TableRows['meeting_series'] | null,
  row: TableRows['meeting_series'],
): Promise<SettingsResult> {
  const result = await tryChangeSettings(ctx, action, {
    rows: [(known === null ? insert : update)('meeting_series', row)],
    events: [{ type: 'MeetingSeriesChanged', payload: { seriesId: row.id } }],
    resultIds: { seriesId: row.id },
  });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { seriesId: row.id, cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && result.constraint === 'meeting_series_revision')
    throw new Refusal({ code: 'STALE_SERIES', seriesId: row.id });
  if (result.kind === 'CONFLICT') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
  throw new Error(`${action}: ${result.kind}`);
}
