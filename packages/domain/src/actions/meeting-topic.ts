/** Preparing the next meeting of a series: who belongs to it says what it should talk about (docs/SPEC.md, ME22). */
import { uuidv7 } from 'uuidv7';
import { insert, update } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import { findComplaintId } from '../reads/complaints.ts';
import { findTopic, findTopicRoom } from '../reads/meeting-series.ts';
import type { TopicView } from '../reads/meeting-series.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { preparesSeries, runsMeetings } from '../rules/meeting.ts';
import { canSee, scopeOf } from '../rules/principal.ts';
import { grantsOf, loadCase } from './case.ts';
import type { ActionContext } from './context.ts';
import { cursorNow } from './cursor-now.ts';
import { inTurn } from './in-turn.ts';
import { requireSeries } from './meeting-start.ts';
import { refusing, requireMember } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { ATTEMPTS } from './races.ts';
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
    const complaintId = number === null ? null : await complaintInSight(ctx, number);
    const asked = { text: title, note, byId, at: ctx.now(), meetingId: null, removedAt: null, revision: 1 };
    // Whoever counted at the same moment takes the same number, and counts again.
    return inTurn(ctx.db, `topics/${seriesId}`, () =>
      write(ctx, 'meetingTopicAdd', seriesId, async () => {
        const last = await requireRoom(ctx, { seriesId, complaintId }, 'number');
        return insert('meeting_topic', { id: uuidv7(), seriesId, number: last + 1, complaintId, ...asked });
      }),
    );
  });
}

/** Takes a topic back before a meeting has it: one's own, or as a coordinator anybody's. */
export function meetingTopicRemove(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return refusing(async () => {
    const memberId = requireMember(ctx);
    const { seriesId } = await requireOpenTopic(ctx, id);
    return write(ctx, 'meetingTopicRemove', seriesId, async () => {
      const topic = await requireOpenTopic(ctx, id);
      if (!isTheirs(ctx, topic, memberId)) throw new Refusal({ code: 'NOT_FOUND' });
      return update('meeting_topic', { ...topic, removedAt: ctx.now(), revision: topic.revision + 1 });
    });
  });
}

/**
 * Brings a topic back that was taken back, as it was asked for: for whoever may take it back. It waits behind what was asked
 * for since. One that waits already stays as it is.
 */
export function meetingTopicRestore(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return refusing(async () => {
    const memberId = requireMember(ctx);
    const { seriesId, complaintId } = await requireTopic(ctx, id);
    const { series } = await requireSeries(ctx, seriesId);
    if (!preparesSeries(ctx.principal, series)) throw new Refusal({ code: 'NOT_FOUND' });
    return inTurn(ctx.db, `topics/${seriesId}`, () =>
      write(ctx, 'meetingTopicRestore', seriesId, async () => {
        const topic = await requireTopic(ctx, id);
        if (topic.meetingId !== null || !isTheirs(ctx, topic, memberId)) throw new Refusal({ code: 'NOT_FOUND' });
        if (topic.removedAt === null) return null;
        // With a number of its own, which one that was added at the same moment takes too: one of them counts again.
        const last = await requireRoom(ctx, { seriesId, complaintId }, 'id');
        return update('meeting_topic', { ...topic, number: last + 1, removedAt: null, revision: topic.revision + 1 });
      }),
    );
  });
}

/** Who asked for it, or a coordinator. */
function isTheirs({ principal }: ActionContext, { byId }: TopicView, memberId: string): boolean {
  return byId === memberId || runsMeetings(principal);
}

/** The number of the last topic, where one more about this complaint fits in. */
async function requireRoom(
  { db }: ActionContext,
  { seriesId, complaintId }: Pick<TopicView, 'seriesId' | 'complaintId'>,
  path: string,
): Promise<number> {
  const { waiting, isKnown, last } = await findTopicRoom(db, seriesId, complaintId);
  if (waiting >= MAX_TOPICS) throw invalid(path, 'meetingAgendaFull', { max: MAX_TOPICS });
  if (complaintId === null || !isKnown) return last;
  const { number } = (await loadCase(db, complaintId))!.complaint;
  throw invalid(path, 'meetingItemKnown', { number });
}

async function requireTopic({ db }: ActionContext, id: string): Promise<TopicView> {
  const topic = await findTopic(db, id);
  if (topic === null) throw new Refusal({ code: 'NOT_FOUND' });
  return topic;
}

/** One that no meeting has, and nobody took back. */
async function requireOpenTopic(ctx: ActionContext, id: string): Promise<TopicView> {
  const topic = await requireTopic(ctx, id);
  if (topic.meetingId !== null || topic.removedAt !== null) throw new Refusal({ code: 'NOT_FOUND' });
  return topic;
}

/** One that is not in sight looks exactly like one that is not there. */
async function complaintInSight(ctx: ActionContext, number: string): Promise<string> {
  const id = await findComplaintId(ctx.db, { number: number.toUpperCase() });
  const found = id && (await loadCase(ctx.db, id));
  if (!found || !canSee(scopeOf(ctx.principal), grantsOf(found.access)))
    throw invalid('number', 'unknownComplaintNumber', { number });
  return found.complaint.id;
}

/** Somebody else's topic took the number, or this one has changed since it was read. */
const FASTER = ['meeting_topic_seriesId_number_key', 'meeting_topic_revision'];

/** Writes what `decide` comes to, null: it is so already; it is asked anew when somebody else was faster. */
async function write(
  ctx: ActionContext,
  action: AuditAction,
  seriesId: string,
  decide: () => Promise<RowWrite | null>,
): Promise<SettingsResult> {
  const events = [{ type: 'MeetingSeriesChanged' as const, payload: { seriesId } }];
  for (let round = 0; round < ATTEMPTS; round++) {
    const row = await decide();
    if (row === null) return { ok: true, outcome: { seriesId, cursor: await cursorNow(ctx) } };
    const result = await tryChangeSettings(ctx, action, { rows: [row], events, resultIds: { seriesId } });
    if (result.kind === 'COMMITTED') return { ok: true, outcome: { seriesId, cursor: result.cursor } };
    if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey')
      throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
    if (result.kind === 'CONFLICT' && !FASTER.includes(result.constraint))
      throw new Error(`${action}: unexpected conflict ${result.constraint}`);
  }
  throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
}
