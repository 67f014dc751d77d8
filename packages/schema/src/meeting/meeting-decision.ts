/** What meetings decide in words, and what became of it. */
import type { DecisionView } from '@redress/domain/reads/decisions';
import { complaintsOn } from '@redress/domain/reads/meetings';
import type { MeetingView } from '@redress/domain/reads/meetings';
import { runsMeetings } from '@redress/domain/rules/meeting';
import type { MeetingItem } from '@redress/domain/rules/meeting';
import { seesToIt } from '@redress/domain/rules/meeting-decisions';
import type { MeetingDecision as Decision } from '@redress/domain/rules/meeting-decisions';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { encodeId } from '../ids.ts';
import { masks } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { maskedInMeeting } from './masked-in-meeting.ts';

/** The decision of an item, as it is told with its meeting. */
export function decisionOn(decision: Decision, { title }: MeetingItem, meeting: MeetingView): DecisionView {
  return { decision, meetingId: meeting.id, meetingName: meeting.name, title, complaintIds: complaintsOn(meeting) };
}

export const MeetingDecision = builder.objectRef<DecisionView>('MeetingDecision').implement({
  description: 'Something that a meeting decided in words.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ decision }) => encodeId('MeetingDecision', decision.id) }),
    meetingId: t.id({
      description: 'The id of the meeting that made it.',
      resolve: ({ meetingId }) => encodeId('Meeting', meetingId),
    }),
    meetingName: t.string({
      description: 'What that meeting was called.',
      extensions: masks,
      resolve: (row, _args, ctx) => maskedInMeeting(row.meetingName, row.complaintIds, ctx),
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'The complaint that it is about, as it is now; null when it is about none, or not one in sight.',
      resolve: ({ decision: { complaintId } }, _args, { loaders }) =>
        complaintId === null ? null : loaders.complaint.load(complaintId),
    }),
    title: t.string({
      nullable: true,
      description: 'What its item was about, where that is no complaint; else null.',
      extensions: masks,
      resolve: (row, _args, ctx) => maskedInMeeting(row.title, row.complaintIds, ctx),
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was written down.',
      resolve: ({ decision }) => decision.at,
    }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote it down: who led the meeting then.',
      resolve: ({ decision }, _args, { directory }) => directory.member(decision.byId),
    }),
    text: t.string({
      nullable: true,
      description: 'What was decided; null when it was erased.',
      extensions: masks,
      resolve: ({ decision, complaintIds }, _args, ctx) => maskedInMeeting(decision.text, complaintIds, ctx),
    }),
    owner: t.field({
      type: Member,
      nullable: true,
      description: 'Who sees to it; null when nobody was named.',
      resolve: ({ decision }, _args, { directory }) => directory.member(decision.ownerId),
    }),
    dueAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'By when; null without a date.',
      resolve: ({ decision }) => decision.dueAt,
    }),
    amendedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last put right; null when it never was.',
      resolve: ({ decision }) => decision.amendedAt,
    }),
    doneAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was said to be done; null before.',
      resolve: ({ decision }) => decision.doneAt,
    }),
    doneBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who said so; null before.',
      resolve: ({ decision }, _args, { directory }) => directory.member(decision.doneById),
    }),
    doneNote: t.string({
      nullable: true,
      description: 'What they said came of it; null when they said nothing, or it was erased.',
      extensions: masks,
      resolve: ({ decision, complaintIds }, _args, ctx) => maskedInMeeting(decision.doneNote, complaintIds, ctx),
    }),
    viewerMayFulfil: t.boolean({
      description: 'Whether the caller says that it is done: who sees to it, or a coordinator. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ decision }, _args, { principal }) =>
        decision.doneAt === null && principal !== null && (seesToIt(decision, principal) || runsMeetings(principal)),
    }),
  }),
});
