/** Members: the people of the company who use the product. */
import type { DirectoryMember } from '@redress/domain/reads/directory';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { Node, nodeId } from '../node/node.ts';
import { RoleEnum } from './role.ts';
import { currentRoles, isActive } from '@redress/domain/reads/people';

export const Member = builder.objectRef<DirectoryMember>('Member');

Member.implement({
  description: 'A member of the company. Colleagues are shown with their names, unlike customers.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Member', (id, { directory }) => directory.member(id))),
    name: t.exposeString('name', { description: 'Their name.' }),
    email: t.exposeString('email', { description: 'The address that they sign in with.' }),
    departments: t.field({
      type: [Department],
      description: 'The departments in which they hold a role now.',
      resolve: (member, _args, { directory, now }) => {
        const ids = new Set(currentRoles(member, now()).map((held) => held.departmentId));
        return directory.departments.filter((department) => ids.has(department.id));
      },
    }),
    roles: t.field({
      type: [RoleEnum],
      description: 'The roles that they hold now, in whatever department.',
      resolve: (member, _args, { now }) => [...new Set(currentRoles(member, now()).map((held) => held.role))],
    }),
    isActive: t.boolean({ description: 'Whether they can sign in.', resolve: isActive }),
  }),
});
