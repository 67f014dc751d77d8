/** Departments: they own complaints. */
import type { Department as DepartmentRow } from '@redress/domain/reads/directory';
import { membersWith } from '@redress/domain/reads/people';
import type { Role } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { localName } from '../local-name.ts';
import { activeMembersOf, membersOf } from '../member/roles.ts';
import { Node, nodeId } from '../node/node.ts';
import { Member } from '../member/member.ts';

export const Department = builder.objectRef<DepartmentRow>('Department').implement({
  description: 'A department of the company (部门); it owns complaints, and its head claims them.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Department', (id, { directory }) => directory.department(id))),
    code: t.exposeString('code', {
      description: 'The short code that inputs and filters name it by, e.g. `logistics`.',
    }),
    name: t.string({
      description: "Its name in the caller's language.",
      resolve: (row, _args, { locale }) => localName(locale, row),
    }),
    nameZh: t.exposeString('nameZh', { description: 'Its name in Chinese.' }),
    nameEn: t.exposeString('nameEn', { description: 'Its name in English.' }),
    shortName: t.string({
      description: "A name of a few characters for cards, in the caller's language.",
      resolve: (row, _args, { locale }) => (locale === 'en' ? row.shortEn : row.shortZh),
    }),
    position: t.exposeInt('position', {
      description: 'Its place among the departments, ascending; colours follow it too.',
    }),
    calendarCode: t.exposeString('calendarCode', {
      nullable: true,
      description: "The key of the calendar that it works by; null: the company's, `STANDARD`.",
    }),
    isArchived: t.boolean({
      description: 'Whether it takes no complaints any more. It still names those that it had.',
      resolve: (row) => row.archivedAt !== null,
    }),
    members: t.field({
      type: [Member],
      description: 'Who belongs to it now: agents, head and deputy.',
      resolve: (row, _args, ctx) => activeMembersOf(ctx.directory, row.id, ctx.now()),
    }),
    heads: t.field({
      type: [Member],
      description: 'Who leads it now; empty while nobody does.',
      resolve: (row, _args, ctx) => withRole(ctx, row.id, 'DEPARTMENT_HEAD'),
    }),
    deputies: t.field({
      type: [Member],
      description: 'Who stands in for its head (AB 角).',
      resolve: (row, _args, ctx) => withRole(ctx, row.id, 'DEPUTY_HEAD'),
    }),
  }),
});

const withRole = ({ directory, now }: SchemaContext, departmentId: string, role: Role) =>
  membersOf(directory, membersWith(directory, [role], departmentId, now()));

builder.queryField('departments', (t) =>
  t.field({
    type: [Department],
    description: 'The departments, in their order.',
    args: {
      includeArchived: t.arg.boolean({ defaultValue: false, description: 'Whether archived ones are listed too.' }),
    },
    resolve: (_root, { includeArchived }, { directory }) =>
      directory.departments.filter((row) => includeArchived === true || row.archivedAt === null),
  }),
);
