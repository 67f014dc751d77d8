/**
 * How a meeting is changed (docs/adr/0026): read what its steps came to, decide, add steps behind them. Of two who add the
 * same number the slower reads and decides again, so every rule is decided on what is committed.
 */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft } from '../events/types.ts';
import { findMeeting } from '../reads/meetings.ts';
import type { MeetingView } from '../reads/meetings.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { decisionsOf, meetingState, runsMeetings, seesMeeting } from '../rules/meeting.ts';
import type { MeetingStepKind } from '../rules/meeting.ts';
import { newlyNamed } from '../rules/meeting-decisions.ts';
import type { ActionContext } from './context.ts';
import { cursorNow } from './cursor-now.ts';
import { inTurn } from './in-turn.ts';
import { meetingNoticeRows } from './meeting-notify.ts';
import type { MeetingNotice } from './meeting-notify.ts';
import type { SettingsResult } from './policy-set.ts';
import { ATTEMPTS } from './races.ts';
import { Refusal } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

type StepRow = TableRows['meeting_step'];

/** A step as it is decided on: what it is, and what it says. */
export type StepDraft = { kind: MeetingStepKind } & Partial<
  Omit<StepRow, 'id' | 'meetingId' | 'number' | 'kind' | 'changeId' | 'at' | 'byId'>
>;

/** The meeting with who acts on it: somebody who sees it. */
export interface OpenMeeting {
  meeting: MeetingView;
  memberId: string;
  /** Whether they run meetings, today: who led one and is a coordinator no more leads no longer. */
  runs: boolean;
  at: Date;
}

/** Where steps stand: behind which of which meeting, and whose they are. */
type StepPlace = Pick<StepRow, 'meetingId' | 'number' | 'changeId' | 'byId' | 'at'>;

/** The rows of these steps, numbered from `number` on. */
export function stepRows(steps: readonly StepDraft[], place: StepPlace): RowWrite[] {
  return numbered(steps, place).map((row) => insert('meeting_step', row));
}

function numbered(steps: readonly StepDraft[], { meetingId, number, changeId, byId, at }: StepPlace): StepRow[] {
  const nothing = { itemId: null, complaintId: null, memberId: null, standsInForId: null, reasons: [], afterId: null };
  return steps.map((step, i) => {
    const id = uuidv7();
    const own = { id, meetingId, number: number + i, changeId, byId, at };
    return { ...nothing, outcome: null, dueAt: null, text: null, note: null, decisionId: null, ...step, ...own };
  });
}

/**
 * Adds the steps that `decide` comes to; none: it is so already, and nothing is written. `decide` throws a Refusal, and is
 * asked anew when somebody else was faster.
 */
export async function changeMeeting(
  ctx: ActionContext,
  action: AuditAction,
  meetingId: string,
  decide: (open: OpenMeeting) => StepDraft[] | Promise<StepDraft[]>,
): Promise<SettingsResult> {
  const act = async (): Promise<SettingsResult> => {
    const memberId = requireMember(ctx);
    for (let round = 0; round < ATTEMPTS; round++) {
      const meeting = await findMeeting(ctx.db, meetingId);
      if (meeting === null || !seesMeeting(ctx.principal, meeting)) throw new Refusal({ code: 'NOT_FOUND' });
      const at = ctx.now();
      const steps = await decide({ meeting, memberId, runs: runsMeetings(ctx.principal), at });
      if (steps.length === 0) return { ok: true, outcome: { meetingId, cursor: await cursorNow(ctx) } };
      const changeId = uuidv7();
      const number = meeting.state.number + 1;
      const what = steps[0]!.kind;
      const added = numbered(steps, { meetingId, number, changeId, byId: memberId, at });
      const rows = [
        ...added.map((row) => insert('meeting_step', row)),
        ...meetingNoticeRows(ctx, at, namedBy(added, meeting, memberId)),
      ];
      const event: EventDraft = {
        type: 'MeetingChanged',
        payload: { meetingId, number: number + steps.length - 1, what },
      };
      const result = await tryChangeSettings(ctx, action, {
        id: changeId,
        at,
        rows,
        events: [event],
        resultIds: { meetingId },
      });
      if (result.kind === 'COMMITTED') return { ok: true, outcome: { meetingId, cursor: result.cursor } };
      if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey')
        throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      if (result.kind === 'CONFLICT' && result.constraint !== 'meeting_step_meetingId_number_key')
        throw new Error(`${action}: unexpected conflict ${result.constraint}`);
    }
    throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
  };
  // Everybody comes when it begins: they would all take the same number.
  return refusing(() => inTurn(ctx.db, meetingId, act));
}

/** Who is told that the meeting named them to see to something (docs/SPEC.md, NT18). */
function namedBy(added: readonly StepRow[], { steps, state }: MeetingView, actorId: string): MeetingNotice[] {
  if (added.every(({ memberId }) => memberId === null)) return [];
  const after = decisionsOf(meetingState([...steps, ...added]));
  return newlyNamed(decisionsOf(state), after, actorId).map(({ memberId, decisionId }) => ({
    memberId,
    kind: 'MEETING_DECISION',
    subjectId: decisionId,
    dueAt: null,
  }));
}

/** The member who acts: people meet, tokens don't. */
export function requireMember({ principal }: ActionContext): string {
  if (principal.kind !== 'MEMBER') throw new Refusal({ code: 'FORBIDDEN', action: 'meeting' });
  return principal.id;
}

/** What an action throws as a Refusal is its answer. */
export async function refusing(act: () => Promise<SettingsResult>): Promise<SettingsResult> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}

/** The meeting goes on; what is asked of one that has ended comes too late. */
export function requireRunning({ meeting }: OpenMeeting): void {
  const { id: meetingId, state } = meeting;
  if (state.phase !== 'RUNNING') throw new Refusal({ code: 'MEETING_OVER', meetingId });
}

/** Who asks leads the running meeting; another coordinator is told who does, and takes over first. */
export function requirePresenter(open: OpenMeeting): void {
  requireRunning(open);
  const { meeting, memberId, runs } = open;
  const { presenterId } = meeting.state;
  if (presenterId !== memberId) throw new Refusal({ code: 'NOT_PRESENTER', meetingId: meeting.id, presenterId });
  if (!runs) throw new Refusal({ code: 'FORBIDDEN', action: 'meetingRun' });
}

/** Who asks runs meetings: a coordinator. */
export function requireRunsMeetings({ principal }: ActionContext): void {
  if (!runsMeetings(principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'meetingRun' });
}

/** The item of the agenda. */
export function requireItem({ meeting }: OpenMeeting, itemId: string) {
  const item = meeting.state.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Refusal({ code: 'NOT_FOUND' });
  return item;
}
