/** Reading policies: the newest of each, and what was before. */
import type { Policy as PolicyRow } from '@redress/domain/reads/directory';
import { DEFAULT_PAGE, MAX_PAGE, parsePage, toPage } from '@redress/domain/reads/connection';
import { builder } from '../builder.ts';
import { connection, forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { reading } from '../top-level-error.ts';
import { PolicyKindEnum } from './policy-value.ts';
import { Policy } from './policy.ts';

const PolicyConnection = connection('Policy', Policy, 'Versions of a policy, the newest first.');
const LIST = 'policy-versions';
const placeOf = ({ version }: PolicyRow) => [String(version)];

builder.objectFields(Policy, (t) => ({
  history: t.field({
    type: PolicyConnection,
    description: 'All versions of this policy, the newest first.',
    args: forwardArgs('versions', DEFAULT_PAGE, MAX_PAGE),
    complexity: pageCost(DEFAULT_PAGE),
    resolve: ({ kind, key }, { first, after }, { directory }) =>
      reading(
        Promise.resolve().then(() => {
          const request = parsePage(LIST, ['number'], { first, after });
          const from = request.after === null ? Infinity : Number(request.after[0]);
          const versions = directory.policyVersions(kind, key).filter(({ version }) => version < from);
          return toPage(LIST, request, versions.slice(0, request.limit + 1), placeOf);
        }),
      ),
  }),
}));

builder.queryFields((t) => ({
  policies: t.field({
    type: [Policy],
    description: 'The policies of a kind as they hold now, by key.',
    args: { kind: t.arg({ type: PolicyKindEnum, required: true, description: 'What they settle.' }) },
    complexity: { field: 1, multiplier: 20 },
    resolve: (_root, { kind }, { directory }) => directory.policiesOf(kind),
  }),
  policy: t.field({
    type: Policy,
    nullable: true,
    description: 'A policy as it holds now; null when there is none of this key.',
    args: {
      kind: t.arg({ type: PolicyKindEnum, required: true, description: 'What it settles.' }),
      key: t.arg.string({ required: true, description: 'For what: see PolicyKind.' }),
    },
    resolve: (_root, { kind, key }, { directory }) => directory.policy(kind, key),
  }),
}));
