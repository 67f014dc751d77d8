import type { TopicView } from '@redress/domain/reads/meeting-series';
import { runsMeetings } from '@redress/domain/rules/meeting';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import type { SchemaContext } from '../context.ts';
import { encodeId } from '../ids.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { viewerDependent } from '../viewer-dependent.ts';

const isInSight = async ({ complaintId }: TopicView, { loaders }: SchemaContext): Promise<boolean> =>
  complaintId === null || (await loaders.complaint.load(complaintId)) !== null;

export const MeetingTopic = builder.objectRef<TopicView>('MeetingTopic').implement({
  description:
    'What somebody wants the next meeting of a series to talk about. Of a complaint out of the caller’s sight nothing is told but that there is one.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => encodeId('MeetingTopic', id) }),
    isComplaint: t.boolean({
      description: 'Whether it is about a complaint, in sight or not.',
      resolve: ({ complaintId }) => complaintId !== null,
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'The complaint as it is now; null when it is about none, or not one in sight.',
      resolve: ({ complaintId }, _args, { loaders }) =>
        complaintId === null ? null : loaders.complaint.load(complaintId),
    }),
    title: maskedText(t, {
      description: 'What it is about, where that is no complaint; else null.',
      text: ({ text, complaintId }) => (complaintId === null ? text : null),
    }),
    note: maskedText(t, {
      description: 'What is asked of the meeting, or what it should know; null when nobody said, or it was erased.',
      text: async (topic, ctx) => ((await isInSight(topic, ctx)) ? topic.note : null),
    }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who asks for it.',
      resolve: ({ byId }, _args, { directory }) => directory.member(byId),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'Since when.' }),
    viewerMayRemove: t.boolean({
      description: 'Whether the caller takes it back: who asks for it, or a coordinator. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ byId }, _args, { principal }) =>
        principal?.kind === 'MEMBER' && (byId === principal.id || runsMeetings(principal)),
    }),
  }),
});
