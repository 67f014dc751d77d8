import type { RosterException as Exception, RosterPolicy as Value, Shift } from '@redress/domain/rules/roster';
import { builder } from '../../builder.ts';
import { Member } from '../../member/member.ts';
import { membersOf } from '../../member/roles.ts';

const RosterShift = builder.objectRef<Shift>('RosterShift').implement({
  description: 'A turn of duty that comes every week.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: 'The weekday on which it begins; 1 is Monday.' }),
    from: t.exposeString('from', { description: 'When it begins, as `09:00`.' }),
    to: t.exposeString('to', { description: 'When it ends; not later than `from`: on the next day.' }),
    members: t.field({
      type: [Member],
      description: 'Who is on duty.',
      resolve: ({ memberIds }, _args, { directory }) => membersOf(directory, memberIds),
    }),
  }),
});

const RosterException = builder.objectRef<Exception>('RosterException').implement({
  description: 'A time that is arranged by date, and wins over the shifts.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Its beginning.', resolve: ({ from }) => new Date(from) }),
    to: t.field({ type: 'DateTime', description: 'Its end.', resolve: ({ to }) => new Date(to) }),
    members: t.field({
      type: [Member],
      description: 'Who is on duty; empty: nobody.',
      resolve: ({ memberIds }, _args, { directory }) => membersOf(directory, memberIds),
    }),
  }),
});

export const RosterPolicy = builder.objectRef<Value>('RosterPolicy').implement({
  description: 'Who is on duty, and when (值班表). Its key is COORDINATION.',
  fields: (t) => ({
    timeZone: t.exposeString('timeZone', { description: 'IANA name of the time zone.' }),
    shifts: t.expose('shifts', { type: [RosterShift], description: 'The turns of a week.' }),
    exceptions: t.expose('exceptions', { type: [RosterException], description: 'What is arranged by date.' }),
  }),
});
