/** Begins a meeting (docs/SPEC.md, ME1–ME2): with its agenda made from what the board shows at that moment. */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import { readAgendaFacts } from '../reads/meeting-agenda.ts';
import { findProgress, findSeries, openTopics } from '../reads/meeting-series.ts';
import type { SeriesView, TopicView } from '../reads/meeting-series.ts';
import { AGENDA_AT_MOST, agendaOf } from '../rules/meeting-agenda.ts';
import type { AgendaEntry } from '../rules/meeting-agenda.ts';
import { MAX_ITEMS } from '../rules/meeting.ts';
import type { ActionContext } from './context.ts';
import { cursorNow } from './cursor-now.ts';
import { requireMembers } from './meeting-people.ts';
import { refusing, requireMember, requireRunsMeetings, stepRows } from './meeting-steps.ts';
import type { StepDraft } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { ATTEMPTS } from './races.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

/** Minutes for an item where nobody planned any. */
export const ITEM_MINUTES = 5;

export interface MeetingStartInput {
  /** Null: on its own. */
  seriesId: string | null;
  /** Null: as the series has them. */
  name: string | null;
  purpose: string | null;
  memberIds: readonly string[] | null;
  itemMinutes: number | null;
}

/**
 * Who starts it is its host, leads it, and is there. Where the series has a meeting that goes on, or somebody else began
 * one at the same moment, that one is the answer: a series has no two at once.
 */
export function meetingStart(ctx: ActionContext, input: MeetingStartInput): Promise<SettingsResult> {
  return refusing(async () => {
    requireMember(ctx);
    requireRunsMeetings(ctx);
    for (let round = 0; round < ATTEMPTS; round++) {
      const series = input.seriesId === null ? null : (await requireSeries(ctx, input.seriesId)).series;
      const progress = series && (await findProgress(ctx.db, series.id));
      const running = progress?.runningId ?? null;
      if (running !== null) return { ok: true, outcome: { meetingId: running, cursor: await cursorNow(ctx) } };
      const begun = await begin(ctx, input, series, progress && progress.last + 1);
      if (begun !== null) return begun;
    }
    throw new Error(`meetingStart: lost ${ATTEMPTS} races in a row`);
  });
}

/** Somebody else began this one of the series, or took back what it was asked for. */
const FASTER = ['meeting_seriesId_ordinal_key', 'meeting_topic_revision'];

/** Null: somebody else was faster. */
async function begin(
  ctx: ActionContext,
  input: MeetingStartInput,
  series: SeriesView['series'] | null,
  ordinal: number | null,
): Promise<SettingsResult | null> {
  const byId = requireMember(ctx);
  const name = input.name ?? series?.name;
  if (name === undefined) throw invalid('name', 'required');
  const memberIds = requireMembers(ctx, input.memberIds ?? series?.memberIds ?? [], input.memberIds !== null);
  const at = ctx.now();
  const [meetingId, changeId] = [uuidv7(), uuidv7()];
  const row = {
    id: meetingId,
    seriesId: series?.id ?? null,
    ordinal,
    name,
    purpose: input.purpose ?? series?.purpose ?? '',
    memberIds,
    itemMinutes: input.itemMinutes ?? series?.itemMinutes ?? ITEM_MINUTES,
    startedById: byId,
    startedAt: at,
  };
  const topics = series === null ? [] : await openTopics(ctx.db, series.id);
  const agenda = agendaOf(await readAgendaFacts(ctx.db, at));
  const asked = [
    ...(series?.standingItems ?? []).map((text) => standing(text)),
    ...topics.map((topic) => askedFor(topic, agenda)),
  ];
  const steps: StepDraft[] = [
    { kind: 'STARTED' },
    { kind: 'JOINED', memberId: byId },
    ...asked,
    ...itemsOf(agenda, new Set(topics.flatMap(({ complaintId }) => complaintId ?? [])), MAX_ITEMS - asked.length),
  ];
  const taken = topics.map((topic) => update('meeting_topic', { ...topic, meetingId, revision: topic.revision + 1 }));
  const rows = [insert('meeting', row), ...taken, ...stepRows(steps, { meetingId, number: 1, changeId, byId, at })];
  const events = [{ type: 'MeetingStarted' as const, payload: { meetingId } }];
  const result = await tryChangeSettings(ctx, 'meetingStart', { id: changeId, rows, events, resultIds: { meetingId } });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { meetingId, cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && FASTER.includes(result.constraint)) return null;
  if (result.kind === 'CONFLICT') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
  throw new Error(`meetingStart: ${result.kind}`);
}

/** An item without a complaint. */
export function standing(text: string): StepDraft {
  return { kind: 'ITEM_ADDED', itemId: uuidv7(), text };
}

/** What speaks for being talked about now, without what is `known` already, as far as there is room on the agenda. */
export async function agendaItems(
  ctx: ActionContext,
  at: Date,
  known: ReadonlySet<string>,
  room = AGENDA_AT_MOST,
): Promise<StepDraft[]> {
  return itemsOf(agendaOf(await readAgendaFacts(ctx.db, at)), known, room);
}

/** An item that somebody asked for before the meeting. */
function askedFor({ complaintId, text, note, byId }: TopicView, agenda: readonly AgendaEntry[]): StepDraft {
  const reasons = agenda.find((entry) => entry.complaintId === complaintId)?.reasons ?? [];
  return { kind: 'ITEM_ADDED', itemId: uuidv7(), complaintId, text, note, memberId: byId, reasons };
}

function itemsOf(agenda: readonly AgendaEntry[], known: ReadonlySet<string>, room: number): StepDraft[] {
  return agenda
    .filter(({ complaintId }) => !known.has(complaintId))
    .slice(0, Math.max(0, Math.min(room, AGENDA_AT_MOST)))
    .map(({ complaintId, reasons }) => ({ kind: 'ITEM_ADDED', itemId: uuidv7(), complaintId, reasons }));
}

/** A series that goes on. */
export async function requireSeries({ db }: ActionContext, id: string): Promise<SeriesView> {
  const series = await findSeries(db, id);
  if (series === null || series.series.archivedAt !== null) throw new Refusal({ code: 'NOT_FOUND' });
  return series;
}
