/** Who is on the board, and at what. */
import { builder } from '../builder.ts';
import { encodeId } from '../ids.ts';
import { Member } from '../member/member.ts';
import type { PresenceEntry, PresencePicture } from './presence-source.ts';

export const PresenceActivityEnum = builder.enumType('PresenceActivity', {
  description: 'What somebody is doing on the board.',
  values: {
    VIEWING: { description: 'Looking.' },
    MOVING: { description: 'Dragging a card.' },
    EDITING: { description: 'Filling in a form.' },
    AWAY: { description: 'Not looking any more: who says so is told to nobody until they are back.' },
  },
});

const Presence = builder.objectRef<PresenceEntry>('Presence').implement({
  description: 'Somebody who is here.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Who.',
      resolve: ({ memberId }, _args, { directory }) => directory.member(memberId)!,
    }),
    complaintId: t.id({
      nullable: true,
      description: 'At which complaint; null: at the board as a whole, or at one that is not yours to see.',
      resolve: ({ complaintId }) => complaintId && encodeId('Complaint', complaintId),
    }),
    activity: t.expose('activity', { type: PresenceActivityEnum, description: 'Doing what.' }),
  }),
});

const PresenceEvent = builder.objectRef<PresencePicture>('PresenceEvent').implement({
  description: 'Everybody who is here, as a whole; it is sent when it changes.',
  fields: (t) => ({
    members: t.field({
      type: [Presence],
      description: 'Who is here.',
      resolve: ({ members }, _args, { directory }) =>
        members.filter(({ memberId }) => directory.member(memberId) !== null),
    }),
  }),
});

/** The root value of an execution; see board-events.subscription.ts. */
export interface PresenceRoot {
  presence: PresencePicture;
}

builder.subscriptionField('presence', (t) =>
  t.field({
    type: PresenceEvent,
    description: 'Who is on the board. It comes at once, and whenever it changes.',
    subscribe: (_root, _args, { live }) => live.presence(),
    resolve: (root) => (root as PresenceRoot).presence,
  }),
);
