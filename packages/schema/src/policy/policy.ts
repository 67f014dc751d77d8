/** Policies: what the company has settled for itself, in versions. */
import type { Policy as PolicyRow } from '@redress/domain/reads/directory';
import { valueOf } from '@redress/domain/reads/policy-values';
import { defaultOf } from '@redress/domain/rules/policies';
import type { PolicyKind } from '@redress/domain/rules/policies';
import { builder } from '../builder.ts';
import { Member } from '../member/member.ts';
import { Node, nodeId } from '../node/node.ts';
import { PolicyKindEnum, PolicyValue, ofKind } from './policy-value.ts';

const PolicyOriginEnum = builder.enumType('PolicyOrigin', {
  description: 'Whose word a version of a policy is.',
  values: {
    DEFAULT: { description: "The product's own; an upgrade may renew it." },
    ADMIN: { description: "An administrator's; no upgrade touches it." },
  },
});

export const Policy = builder.objectRef<PolicyRow>('Policy');

Policy.implement({
  description:
    'One version of a policy (制度): a number, a calendar, a name or a rule that an administrator can change. Versions never change; clocks name the one that they were made by.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Policy', (id, { directory }) => directory.policyById(id))),
    kind: t.field({ type: PolicyKindEnum, description: 'What it settles.', resolve: ({ kind }) => kind as PolicyKind }),
    key: t.exposeString('key', { description: 'For what: see PolicyKind.' }),
    version: t.exposeInt('version', { description: 'Counted from 1.' }),
    origin: t.expose('origin', { type: PolicyOriginEnum, description: 'Whose word it is.' }),
    validFrom: t.expose('validFrom', { type: 'DateTime', description: 'Since when it holds.' }),
    changedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote it; null when the product did.',
      resolve: ({ createdById }, _args, { directory }) => directory.member(createdById),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; null when the product wrote it.' }),
    isNewest: t.boolean({
      description: 'Whether it holds now.',
      resolve: ({ id, kind, key }, _args, { directory }) => directory.policy(kind, key)?.id === id,
    }),
    value: t.field({
      type: PolicyValue,
      description: 'What it says.',
      resolve: (row) => {
        const kind = row.kind as PolicyKind;
        return ofKind(kind, valueOf(kind, row));
      },
    }),
    default: t.field({
      type: PolicyValue,
      nullable: true,
      description:
        'What `policyReset` goes back to: what the product says by itself, or for what can be withdrawn that there is nothing; null when it can do neither.',
      resolve: (row) => {
        const kind = row.kind as PolicyKind;
        const value = defaultOf(kind, row.key);
        return value === null ? null : ofKind(kind, value);
      },
    }),
  }),
});
