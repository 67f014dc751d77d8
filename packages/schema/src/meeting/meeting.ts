/** Meetings: sessions of the coordination group over the board. */
import { loadCarriedDecisions } from '@redress/domain/reads/decisions';
import { canSignIn } from '@redress/domain/reads/people';
import { complaintsOn, findMeeting, findPrevious, listMeetings } from '@redress/domain/reads/meetings';
import type { MeetingLine, MeetingView } from '@redress/domain/reads/meetings';
import {
  OBJECTIONS_LAST_MS,
  confirmsMinutes,
  isPresent,
  looksOn,
  runsMeetings,
  seesMeeting,
  takesObjections,
} from '@redress/domain/rules/meeting';
import { seesToIt } from '@redress/domain/rules/meeting-decisions';
import type { MeetingAttendance as Attendance, MeetingObjection as Objection } from '@redress/domain/rules/meeting';
import { wasAsked } from '@redress/domain/rules/meeting-shown';
import { scopeOf } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { Duty } from '../duty/duty.ts';
import { decodeIdOf, encodeId } from '../ids.ts';
import { masks } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { maskedInMeeting } from './masked-in-meeting.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MeetingDecision } from './meeting-decision.ts';
import { MeetingItem, doneIn } from './meeting-item.ts';
import { MeetingSeries } from './meeting-series.ts';
import { ShownInFocus, shownTo } from './meeting-shown.ts';
import { MeetingPhaseEnum } from './vocabulary.ts';

interface AttendanceAt {
  attendance: Attendance;
  meeting: MeetingView;
}

const MeetingAttendance = builder.objectRef<AttendanceAt>('MeetingAttendance').implement({
  description: 'That somebody was at a meeting.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Who.',
      resolve: ({ attendance }, _args, { directory }) => directory.member(attendance.memberId),
    }),
    joinedAt: t.field({
      type: 'DateTime',
      description: 'When they first came.',
      resolve: ({ attendance }) => attendance.joinedAt,
    }),
    leftAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When they left, or the meeting ended; null while they are there.',
      resolve: ({ attendance }) => attendance.leftAt,
    }),
    wasAsked: t.boolean({
      description:
        'Whether they belong to the meeting, or who leads let them in: then it shows them what it looks at while they are there.',
      resolve: ({ attendance, meeting }) => wasAsked(meeting, attendance),
    }),
    standsInFor: t.field({
      type: Member,
      nullable: true,
      description: 'For whom they stood in; null: for themselves.',
      resolve: ({ attendance }, _args, { directory }) => directory.member(attendance.standsInForId),
    }),
  }),
});

interface ObjectionIn {
  objection: Objection;
  meeting: MeetingView;
}

const MeetingObjection = builder.objectRef<ObjectionIn>('MeetingObjection').implement({
  description: 'What somebody finds wrong in the minutes.',
  fields: (t) => ({
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who.',
      resolve: ({ objection }, _args, { directory }) => directory.member(objection.byId),
    }),
    at: t.field({ type: 'DateTime', description: 'When they said so.', resolve: ({ objection }) => objection.at }),
    text: t.string({
      nullable: true,
      description: 'What they say; null when it was erased.',
      extensions: masks,
      resolve: ({ objection, meeting }, _args, ctx) => maskedInMeeting(objection.text, complaintsOn(meeting), ctx),
    }),
  }),
});

const MeetingPermissions = builder.objectRef<MeetingView>('MeetingPermissions').implement({
  description: 'What the viewer may do in a meeting now.',
  fields: (t) => ({
    lead: t.boolean({
      description: 'Lead: they are its presenter and still a coordinator, and it goes on.',
      resolve: ({ state }, _args, { principal }) =>
        state.phase === 'RUNNING' &&
        principal?.kind === 'MEMBER' &&
        principal.id === state.presenterId &&
        runsMeetings(principal),
    }),
    present: t.boolean({
      description: 'Take over the lead from who has it.',
      resolve: ({ state }, _args, { principal }) =>
        state.phase === 'RUNNING' &&
        principal?.kind === 'MEMBER' &&
        principal.id !== state.presenterId &&
        runsMeetings(principal),
    }),
    join: t.boolean({
      description: 'Come: it goes on, they are not there, and they are no auditor, who looks on.',
      resolve: ({ state }, _args, { principal }) =>
        state.phase === 'RUNNING' &&
        principal?.kind === 'MEMBER' &&
        !looksOn(principal) &&
        !isPresent(state, principal.id),
    }),
    confirm: t.boolean({
      description: 'Confirm the minutes.',
      resolve: (meeting, _args, { principal, directory }) =>
        meeting.state.phase === 'ENDED' &&
        principal !== null &&
        confirmsMinutes(principal, meeting, (memberId) => canSignIn(directory, memberId)),
    }),
    object: t.boolean({
      description: 'Object to the minutes.',
      resolve: ({ state, startedById, memberIds }, _args, { principal, now }) =>
        takesObjections(state, now()) &&
        principal?.kind === 'MEMBER' &&
        !looksOn(principal) &&
        [startedById, ...memberIds, ...state.attendance.map(({ memberId }) => memberId)].includes(principal.id),
    }),
  }),
});

export const Meeting = builder.objectRef<MeetingView>('Meeting').implement({
  description:
    'A live session over the board (协调会): an agenda, somebody who leads, and minutes that write themselves.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => encodeId('Meeting', id) }),
    number: t.int({
      description: 'How far it has come: of two states of one meeting the one with the higher number is newer.',
      resolve: ({ state }) => state.number,
    }),
    name: t.string({
      description: 'What it is called.',
      extensions: masks,
      resolve: (meeting, _args, ctx) => maskedInMeeting(meeting.name, complaintsOn(meeting), ctx),
    }),
    purpose: t.string({
      description: 'What it is for; empty when nobody said.',
      extensions: masks,
      resolve: (meeting, _args, ctx) => maskedInMeeting(meeting.purpose, complaintsOn(meeting), ctx),
    }),
    series: t.field({
      type: MeetingSeries,
      nullable: true,
      description: 'The series that it belongs to; null when it stands alone.',
      resolve: ({ seriesId }, _args, { loaders }) => (seriesId === null ? null : loaders.series.load(seriesId)),
    }),
    phase: t.field({ type: MeetingPhaseEnum, description: 'How far it is.', resolve: ({ state }) => state.phase }),
    host: t.field({
      type: Member,
      nullable: true,
      description: 'Who started it.',
      resolve: ({ startedById }, _args, { directory }) => directory.member(startedById),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null before.',
      resolve: ({ state }) => state.endedAt,
    }),
    isAbandoned: t.boolean({
      description: 'Whether the clock ended it, as of when it was left, because nobody had.',
      resolve: ({ state }) => state.isAbandoned,
    }),
    itemMinutes: t.exposeInt('itemMinutes', { description: 'Minutes that are planned for an item.' }),
    presenter: t.field({
      type: Member,
      nullable: true,
      description:
        'Who leads it: what they look at, everybody is shown. They do so also while their connection is down.',
      resolve: ({ state }, _args, { directory }) => directory.member(state.presenterId),
    }),
    focus: t.field({
      type: MeetingItem,
      nullable: true,
      description: 'What everybody is shown; null: the agenda as a whole.',
      resolve: (meeting) => {
        const item = meeting.state.items.find(({ id }) => id === meeting.state.focusId);
        return item === undefined ? null : { item, meeting };
      },
    }),
    shown: t.field({
      type: ShownInFocus,
      nullable: true,
      description:
        'The complaint in focus, where it is out of the caller’s sight, they take part, and the meeting runs; else null. Depends on the viewer.',
      complexity: { field: 10, multiplier: 1 },
      extensions: viewerDependent,
      resolve: (meeting, _args, ctx) => {
        const item = meeting.state.items.find(({ id }) => id === meeting.state.focusId);
        return shownTo(ctx, meeting, item?.complaintId ?? null);
      },
    }),
    focusedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when; null without a focus.',
      resolve: ({ state }) => state.focusedAt,
    }),
    items: t.field({
      type: [MeetingItem],
      description: 'The agenda, in order; at most 60.',
      complexity: { field: 1, multiplier: 20 },
      resolve: (meeting) => meeting.state.items.map((item) => ({ item, meeting })),
    }),
    members: t.field({
      type: [Member],
      description: 'Who should be there.',
      resolve: ({ memberIds }, _args, { directory }) => memberIds.flatMap((id) => directory.member(id) ?? []),
    }),
    attendance: t.field({
      type: [MeetingAttendance],
      description: 'Who was there, in the order in which they came.',
      resolve: (meeting) => meeting.state.attendance.map((attendance) => ({ attendance, meeting })),
    }),
    followUps: t.field({
      type: [Duty],
      description:
        'What became of the actions of the last meeting of the series: the duties that it gave, as they are now, of complaints in sight.',
      complexity: { field: 10, multiplier: 10 },
      resolve: async (meeting, _args, ctx) => {
        const previous = await findPrevious(ctx.db, meeting);
        if (previous === null) return [];
        const given = [...(await doneIn(ctx.db, previous)).values()].flat();
        const duties = await Promise.all(
          given.map(async (event) => {
            if (event.type !== 'DutyGiven' || event.complaintId === null) return null;
            const isSeen = (await ctx.loaders.complaint.load(event.complaintId)) !== null;
            return isSeen ? ctx.loaders.duties.byId.load(event.payload.dutyId) : null;
          }),
        );
        return duties.filter((duty) => duty !== null);
      },
    }),
    carriedDecisions: t.field({
      type: [MeetingDecision],
      description:
        'What became of what earlier meetings of the series decided in words: what is open, and what was made or done since the last one began. The oldest first; of complaints in sight, and what the caller is to see to.',
      complexity: { field: 10, multiplier: 10 },
      resolve: async (meeting, _args, ctx) => {
        const carried = await loadCarriedDecisions(ctx.db, meeting);
        const seen = await Promise.all(
          carried.map(async ({ decision }) => {
            const { complaintId } = decision;
            if (complaintId === null || seesToIt(decision, ctx.principal)) return true;
            return (await ctx.loaders.complaint.load(complaintId)) !== null;
          }),
        );
        return carried.filter((_, i) => seen[i]);
      },
    }),
    confirmedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its minutes were confirmed; null before.',
      resolve: ({ state }) => state.confirmedAt,
    }),
    confirmedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who confirmed them; null before.',
      resolve: ({ state }, _args, { directory }) => directory.member(state.confirmedById),
    }),
    objectionsUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when objections to the minutes are taken: 24 hours from their confirmation. Null before it.',
      resolve: ({ state: { confirmedAt } }) => confirmedAt && new Date(confirmedAt.getTime() + OBJECTIONS_LAST_MS),
    }),
    objections: t.field({
      type: [MeetingObjection],
      description: 'What was objected, in order.',
      resolve: (meeting) => meeting.state.objections.map((objection) => ({ objection, meeting })),
    }),
    viewerCan: t.field({
      type: MeetingPermissions,
      description: 'What the viewer may do in it now. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (meeting) => meeting,
    }),
  }),
});

const MeetingListed = builder.objectRef<MeetingLine>('MeetingListed').implement({
  description: 'A meeting in a list.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the meeting.', resolve: ({ id }) => encodeId('Meeting', id) }),
    name: t.string({
      description: 'What it is called.',
      extensions: masks,
      resolve: ({ name, complaintIds }, _args, ctx) => maskedInMeeting(name, complaintIds, ctx),
    }),
    host: t.field({
      type: Member,
      nullable: true,
      description: 'Who started it.',
      resolve: ({ startedById }, _args, { directory }) => directory.member(startedById),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it ended; null before.' }),
    phase: t.expose('phase', { type: MeetingPhaseEnum, description: 'How far it is.' }),
    viewerIsMissed: t.boolean({
      description:
        'Whether it goes on, the caller should be at it, and neither they nor anybody in their place is. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ phase, isMissed }) => phase === 'RUNNING' && isMissed,
    }),
  }),
});

/** The meeting as it is now; null when there is none, or it is not the caller's to see. */
export async function visibleMeeting(ctx: SchemaContext, id: string): Promise<MeetingView | null> {
  const meeting = await findMeeting(ctx.db, id);
  return meeting && inSight(ctx, meeting);
}

/** The meeting, if it is the caller's to see; else null. */
export function inSight({ principal }: SchemaContext, meeting: MeetingView): MeetingView | null {
  return principal !== null && seesMeeting(principal, meeting) ? meeting : null;
}

builder.queryFields((t) => ({
  meeting: t.field({
    type: Meeting,
    nullable: true,
    description: 'The meeting of this id; null when there is none, or it is not yours to see.',
    args: { id: t.arg.id({ required: true, description: 'The meeting.' }) },
    resolve: (_root, { id }, ctx) => {
      const uuid = decodeIdOf('Meeting', id);
      return uuid === null ? null : visibleMeeting(ctx, uuid);
    },
  }),
  meetings: t.field({
    type: [MeetingListed],
    description:
      'Meetings, the newest first, at most 100: all for who sees every complaint, else those that the caller belongs to, was at, or is to see to something of.',
    args: { running: t.arg.boolean({ description: 'Only those that go on. Null: all.' }) },
    complexity: { field: 10, multiplier: 20 },
    resolve: (_root, { running }, ctx) => {
      const principal = requirePrincipal(ctx);
      if (principal.kind !== 'MEMBER') return [];
      const { seesAll } = scopeOf(principal);
      return listMeetings(ctx.db, { readerId: principal.id, seesAll, running: running ?? false });
    },
  }),
}));
