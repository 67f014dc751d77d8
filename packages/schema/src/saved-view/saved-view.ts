/** Ways of looking at the board under a name. */
import { savedViewOf } from '@redress/domain/reads/saved-views';
import type { SavedView as Row } from '@redress/domain/reads/saved-views';
import { mayChangeView } from '@redress/domain/rules/saved-views';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { maskedLine } from '../masked-text.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';

export const ViewSharingEnum = builder.enumType('ViewSharing', {
  description: 'With whom a saved view is shared.',
  values: {
    PERSONAL: { description: 'With nobody.' },
    DEPARTMENT: { description: 'With the members of a department.' },
    COMPANY: { description: 'With everybody.' },
  },
});

export const SavedView = builder.objectRef<Row>('SavedView').implement({
  description: 'A way of looking at the board under a name: its filter, lanes and layout.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('SavedView', (id, { db, principal }) => principal && savedViewOf(db, principal, id))),
    name: maskedLine(t, {
      description: 'What it is called; numbers and addresses in it are masked.',
      text: ({ name }) => name,
      whose: () => null,
    }),
    search: t.exposeString('search', {
      description:
        "What stands behind the question mark in the board's address, as in `department=logistics&lanes=severity`.",
    }),
    sharing: t.expose('sharing', { type: ViewSharingEnum, description: 'With whom it is shared.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department that shares it; null unless it is shared with one.',
      resolve: ({ departmentId }, _args, { directory }) => directory.department(departmentId),
    }),
    owner: t.field({
      type: Member,
      nullable: true,
      description: 'Who made it.',
      resolve: ({ ownerId }, _args, { directory }) => directory.member(ownerId),
    }),
    viewerCanChange: t.boolean({
      description: 'Whether the caller may change it and take it away.',
      extensions: viewerDependent,
      resolve: (view, _args, { principal }) => principal !== null && mayChangeView(principal, view),
    }),
  }),
});
