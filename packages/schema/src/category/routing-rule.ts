/** Routing rules: which department a new complaint goes to. */
import type { RoutingRule as RoutingRuleRow } from '@redress/domain/reads/directory';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { localName } from '../local-name.ts';
import { Node, nodeId } from '../node/node.ts';

export const RoutingRule = builder.objectRef<RoutingRuleRow>('RoutingRule').implement({
  description: 'A rule that sends new complaints to a department, by category, channel, region or product.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('RoutingRule', (id, { directory }) => directory.routingRule(id))),
    name: t.string({
      description: "Its name in the caller's language.",
      resolve: (row, _args, { locale }) => localName(locale, row),
    }),
    department: t.field({
      type: Department,
      description: 'Where it sends complaints.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId)!,
    }),
  }),
});
