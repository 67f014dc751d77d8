import type { RosterException as Exception, RosterPolicy as Value, Shift } from '@redress/domain/rules/roster';
import { builder } from '../../builder.ts';
import { decodeIdOf } from '../../ids.ts';
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

const RosterShiftInput = builder.inputType('RosterShiftInput', {
  description: 'A turn of duty that comes every week.',
  fields: (t) => ({
    weekday: t.int({ required: true, description: 'The weekday on which it begins; 1 is Monday.' }),
    from: t.string({ required: true, description: 'When it begins, as `09:00`.' }),
    to: t.string({ required: true, description: 'When it ends; not later than `from`: on the next day.' }),
    members: t.idList({ required: true, description: 'Ids of the members who are on duty: 1 to 50.' }),
  }),
});

const RosterExceptionInput = builder.inputType('RosterExceptionInput', {
  description: 'A time that is arranged by date, and wins over the shifts. Two of them do not overlap.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', required: true, description: 'Its beginning.' }),
    to: t.field({ type: 'DateTime', required: true, description: 'Its end.' }),
    members: t.idList({ required: true, description: 'Ids of the members who are on duty; empty: nobody.' }),
  }),
});

export const RosterPolicyInput = builder.inputType('RosterPolicyInput', {
  description: 'Who is on duty, and when (值班表). Its key is COORDINATION. Members who cannot sign in are refused.',
  fields: (t) => ({
    timeZone: t.string({ required: true, description: 'IANA name of the time zone.' }),
    shifts: t.field({ type: [RosterShiftInput], required: true, description: 'The turns of a week: at most 200.' }),
    exceptions: t.field({
      type: [RosterExceptionInput],
      required: true,
      description: 'What is arranged by date: at most 1,000.',
    }),
  }),
});

/** The input as the rules keep it; an id that is none becomes empty, which they refuse at its place. */
export function rosterValue({ timeZone, shifts, exceptions }: typeof RosterPolicyInput.$inferInput): unknown {
  const idsOf = (members: readonly (string | number)[]) => members.map((id) => decodeIdOf('Member', String(id)) ?? '');
  return {
    timeZone,
    shifts: shifts.map(({ members, ...shift }) => ({ ...shift, memberIds: idsOf(members) })),
    exceptions: exceptions.map(({ from, to, members }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      memberIds: idsOf(members),
    })),
  };
}

/** A path of the rules in the terms of the input. */
export function rosterPath(path: readonly string[]): string[] {
  return path.map((name) => (name === 'memberIds' ? 'members' : name));
}
