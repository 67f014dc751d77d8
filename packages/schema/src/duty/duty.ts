/** Duties: lines of the collaboration list. */
import type { DutyView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { maskedLine, maskedText } from '../masked-text.ts';

export const Duty = builder.objectRef<DutyView>('Duty').implement({
  description: 'One line of the collaboration list (协办事项): which department does what, and by when.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Duty', (id, ctx) => findChild(ctx, ctx.loaders.duties.byId, id))),
    department: t.field({
      type: Department,
      description: 'The department that has it.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId)!,
    }),
    owner: t.field({
      type: Member,
      nullable: true,
      description: 'Who of the department does it; null: the department decides.',
      resolve: (row, _args, { directory }) => directory.member(row.ownerId),
    }),
    what: maskedLine(t, { description: 'What is to be done.', text: (row) => row.what }),
    whatEn: t.exposeString('whatEn', {
      nullable: true,
      description: 'The same in English, of a line of a template; null for what a person wrote.',
    }),
    isFromTemplate: t.boolean({
      description: "Whether it is a line of the category's template.",
      resolve: (row) => row.templateKey !== null,
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when, as it was given; null without a date.',
    }),
    deadline: t.field({
      type: Deadline,
      nullable: true,
      description: 'Its clock, in the hours of its department; null without a date.',
      resolve: (row, _args, { loaders }) => loaders.ownClock.load(row),
    }),
    givenAt: t.expose('givenAt', { type: 'DateTime', description: 'When it was given.' }),
    givenBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who gave it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.givenById),
    }),
    doneAt: t.expose('doneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was done; null unless it was.',
    }),
    doneBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who reported it done; null unless a member did.',
      resolve: (row, _args, { directory }) => directory.member(row.doneById),
    }),
    waivedAt: t.expose('waivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was waived; null unless it was.',
    }),
    waivedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who waived it; null unless a member did.',
      resolve: (row, _args, { directory }) => directory.member(row.waivedById),
    }),
    note: maskedText(t, {
      description: 'What was said when it ended; null when nothing was.',
      text: (row) => row.endNote,
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const DutyConnection = countedConnection(
  'Duty',
  Duty,
  'Duties of a complaint, in the order in which they were given.',
);
