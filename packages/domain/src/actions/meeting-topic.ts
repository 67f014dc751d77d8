/** Preparing the next meeting of a series: who belongs to it says what it should talk about (docs/SPEC.md, ME22). */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import { findComplaintId } from '../reads/complaints.ts';
import { findTopic, openTopics } from '../reads/meeting-series.ts';
import { preparesSeries, runsMeetings } from '../rules/meeting.ts';
import { canSee, scopeOf } from '../rules/principal.ts';
import { grantsOf, loadCase } from './case.ts';
import type { ActionContext } from './context.ts';
import { requireSeries } from './meeting-start.ts';
import { refusing, requireMember } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

/** So many wait for one meeting at most. */
export const MAX_TOPICS = 30;

export interface MeetingTopicAddInput {
  seriesId: string;
  /** A complaint's number, or null for a topic that is about none. */
  number: string | null;
  title: string | null;
  note: string | null;
}

/** Asks the next meeting of the series to talk about a complaint, by its number, or another matter, by its title. */
export function meetingTopicAdd(ctx: ActionContext, input: MeetingTopicAddInput): Promise<SettingsResult> {
  return refusing(async () => {
    const byId = requireMember(ctx);
    const { seriesId, number, title, note } = input;
    const { series } = await requireSeries(ctx, seriesId);
    if (!preparesSeries(ctx.principal, series)) throw new Refusal({ code: 'NOT_FOUND' });
    if ((number === null) === (title === null)) throw invalid('number', 'meetingItemEither');
    const waiting = await openTopics(ctx.db, seriesId);
    if (waiting.length >= MAX_TOPICS) throw invalid('number', 'meetingAgendaFull', { max: MAX_TOPICS });
    const complaintId = number === null ? null : await complaintInSight(ctx, number);
    if (complaintId !== null && waiting.some((topic) => topic.complaintId === complaintId))
      throw invalid('number', 'meetingItemKnown', { number: number! });
    const asked = { text: title, note, byId, at: ctx.now(), meetingId: null, removedAt: null };
    const row = { id: uuidv7(), seriesId, complaintId, ...asked };
    return write(ctx, 'meetingTopicAdd', seriesId, insert('meeting_topic', row));
  });
}

/** Takes a topic back before a meeting has it: one's own, or as a coordinator anybody's. */
export function meetingTopicRemove(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return refusing(async () => {
    const memberId = requireMember(ctx);
    const topic = await findTopic(ctx.db, id);
    if (topic === null || topic.meetingId !== null || topic.removedAt !== null)
      throw new Refusal({ code: 'NOT_FOUND' });
    if (topic.byId !== memberId && !runsMeetings(ctx.principal)) throw new Refusal({ code: 'NOT_FOUND' });
    const row = update('meeting_topic', { ...topic, removedAt: ctx.now() });
    return write(ctx, 'meetingTopicRemove', topic.seriesId, row);
  });
}

/** One that is not in sight looks exactly like one that is not there. */
async function complaintInSight(ctx: ActionContext, number: string): Promise<string> {
  const id = await findComplaintId(ctx.db, { number: number.toUpperCase() });
  const found = id && (await loadCase(ctx.db, id));
  if (!found || !canSee(scopeOf(ctx.principal), grantsOf(found.access)))
    throw invalid('number', 'unknownComplaintNumber', { number });
  return found.complaint.id;
}

async function write(ctx: ActionContext, action: string, seriesId: string, row: RowWrite): Promise<SettingsResult> {
  const events = [{ type: 'MeetingSeriesChanged' as const, payload: { seriesId } }];
  const result = await tryChangeSettings(ctx, action, { rows: [row], events, resultIds: { seriesId } });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { seriesId, cursor: result.cursor } };
  if (result.kind === 'CONFLICT') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
  throw new Error(`${action}: ${result.kind}`);
}
