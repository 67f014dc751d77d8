/** Items of an agenda: a complaint or another matter, what was decided on it, and what was done. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import { complaintsOn, loadDone } from '@redress/domain/reads/meetings';
import type { MeetingView } from '@redress/domain/reads/meetings';
import type { StoredEvent } from '@redress/domain/events/types';
import type { AgendaReason } from '@redress/domain/rules/meeting-agenda';
import type { MeetingItem as Item } from '@redress/domain/rules/meeting';
import { seesToIt } from '@redress/domain/rules/meeting-decisions';
import type { Database } from '@redress/prisma/client';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import type { SchemaContext } from '../context.ts';
import { ComplaintEvent } from '../event/complaint-event.ts';
import { encodeId } from '../ids.ts';
import { masks } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { maskedInMeeting } from './masked-in-meeting.ts';
import { MeetingDecision, decisionOn } from './meeting-decision.ts';
import { ShownComplaint, shownTo } from './meeting-shown.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { AgendaReasonEnum, MeetingOutcomeEnum } from './vocabulary.ts';

/** An item with the meeting that it is on the agenda of. */
export interface ItemOf {
  item: Item;
  meeting: MeetingView;
}

const done = new WeakMap<MeetingView, Promise<Map<string, StoredEvent[]>>>();

/** What was done in the meeting, read once for all of its items. */
export function doneIn(db: Database, meeting: MeetingView): Promise<Map<string, StoredEvent[]>> {
  let reading = done.get(meeting);
  if (reading === undefined) done.set(meeting, (reading = loadDone(db, meeting)));
  return reading;
}

/** Whether what the complaint's own story says of the item is the caller's to read. */
async function isInSight({ item }: ItemOf, { loaders }: SchemaContext): Promise<boolean> {
  return item.complaintId === null || (await loaders.complaint.load(item.complaintId)) !== null;
}

function shownOf({ item, meeting }: ItemOf, ctx: SchemaContext): Promise<ComplaintView | null> {
  return shownTo(ctx, meeting, item.complaintId);
}

/** Whether what the meeting says of it is: it is about no complaint, about one in their sight, or about one they are shown. */
async function isTold(row: ItemOf, ctx: SchemaContext): Promise<boolean> {
  return (await isInSight(row, ctx)) || (await shownOf(row, ctx)) !== null;
}

export const MeetingItem = builder.objectRef<ItemOf>('MeetingItem').implement({
  description:
    'An item of an agenda. Where it is about a complaint that is not in the caller’s sight, nothing of it is told but its place, its time and the decisions that the caller is to see to; while the meeting runs, who takes part is shown what it is about.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ item }) => encodeId('MeetingItem', item.id) }),
    isComplaint: t.boolean({
      description: 'Whether it is about a complaint, in sight or not.',
      resolve: ({ item }) => item.complaintId !== null,
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'The complaint as it is now; null when it is about none, or not one in sight.',
      resolve: ({ item }, _args, { loaders }) =>
        item.complaintId === null ? null : loaders.complaint.load(item.complaintId),
    }),
    shown: t.field({
      type: ShownComplaint,
      nullable: true,
      description:
        'A complaint out of the caller’s sight, as a meeting that runs shows it to who takes part; else null. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, ctx) => shownOf(row, ctx),
    }),
    title: t.string({
      nullable: true,
      description: 'What it is about, where that is no complaint; else null.',
      extensions: masks,
      resolve: ({ item, meeting }, _args, ctx) => maskedInMeeting(item.title, complaintsOn(meeting), ctx),
    }),
    reasons: t.field({
      type: [AgendaReasonEnum],
      description: 'Why it is on the agenda by itself; empty when somebody added it.',
      resolve: async (row, _args, ctx) => ((await isTold(row, ctx)) ? (row.item.reasons as AgendaReason[]) : []),
    }),
    askedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who had asked for it before the meeting; null when nobody did.',
      resolve: ({ item }, _args, { directory }) => directory.member(item.askedById),
    }),
    note: t.string({
      nullable: true,
      description: 'What they asked of the meeting; null when they said nothing, or it was erased.',
      extensions: masks,
      resolve: async (row, _args, ctx) =>
        (await isTold(row, ctx)) ? maskedInMeeting(row.item.note, complaintsOn(row.meeting), ctx) : null,
    }),
    outcome: t.field({
      type: MeetingOutcomeEnum,
      nullable: true,
      description: 'How the talk about it ended; null before.',
      resolve: ({ item }) => item.outcome,
    }),
    spentSeconds: t.int({
      description: 'For how long it was looked at, without the time since `Meeting.focusedAt` while it is in focus.',
      resolve: ({ item }) => Math.round(item.spentMs / 1_000),
    }),
    decisions: t.field({
      type: [MeetingDecision],
      description: 'What was decided in words, in order.',
      resolve: async (row, _args, ctx) => {
        const { item, meeting } = row;
        const isOpen = await isTold(row, ctx);
        const told = item.decisions.filter((decision) => isOpen || seesToIt(decision, ctx.principal));
        return told.map((decision) => decisionOn(decision, item, meeting));
      },
    }),
    done: t.field({
      type: [ComplaintEvent],
      description:
        'What was done to the complaint while everybody looked at it, by people who were there, in order: events of its timeline.',
      complexity: { field: 5, multiplier: 5 },
      resolve: async (row, _args, ctx) => {
        if (!(await isInSight(row, ctx))) return [];
        return (await doneIn(ctx.db, row.meeting)).get(row.item.id) ?? [];
      },
    }),
  }),
});
