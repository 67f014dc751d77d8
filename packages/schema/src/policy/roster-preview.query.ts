/** Who is on duty, and when nobody is: asked before a roster is saved, and by whoever wonders whom to call. */
import { COORDINATION_ROSTER, answeringTurns, coordinatorsOnDuty, membersWith } from '@redress/domain/reads/people';
import { policyValue } from '@redress/domain/reads/policy-values';
import { DAY_MS } from '@redress/domain/rules/days';
import { ROSTER_SHAPE } from '@redress/domain/rules/roster';
import type { RosterPolicy as RosterValue, Turn } from '@redress/domain/rules/roster';
import { z } from 'zod';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { issuesOf } from '../mutation/input.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { RosterPolicyInput, rosterPath, rosterValue } from './values/roster.ts';

const MAX_DAYS = 31;

const RosterTurn = builder.objectRef<Turn>('RosterTurn').implement({
  description: 'A stretch of time in which the same members are on duty.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    to: t.expose('to', { type: 'DateTime', description: 'Until when.' }),
    members: t.field({
      type: [Member],
      description:
        'Who is on duty. Empty: nobody of the roster who can sign in and coordinates, so every coordinator is asked.',
      resolve: ({ memberIds }, _args, { directory }) => membersOf(directory, memberIds),
    }),
  }),
});

interface PreviewSource {
  __typename: 'RosterPreview';
  turns: Turn[];
}

const RosterPreview = builder.objectRef<PreviewSource>('RosterPreview').implement({
  description: 'Who would be on duty by a roster.',
  fields: (t) => ({
    turns: t.expose('turns', {
      type: [RosterTurn],
      description: 'Turn by turn, without a gap between them.',
      complexity: { field: 1, multiplier: 20 },
    }),
    everybody: t.field({
      type: [Member],
      description: 'Every coordinator: who is asked while nobody is on duty.',
      resolve: (_source, _args, { directory, now }) =>
        membersOf(directory, membersWith(directory, ['COORDINATOR'], null, now())),
    }),
    onDutyNow: t.field({
      type: [Member],
      description: 'Who is asked now, by the roster that is saved.',
      resolve: (_source, _args, { directory, now }) => membersOf(directory, coordinatorsOnDuty(directory, now())),
    }),
  }),
});

const PreviewResult = resultUnion('rosterPreview', RosterPreview, ['InvalidInputError']);

const PreviewInput = builder.inputType('RosterPreviewInput', {
  description: 'A roster to look at: the one that is saved, or a draft.',
  fields: (t) => ({
    roster: t.field({ type: RosterPolicyInput, description: 'A draft; null: the one that is saved.' }),
    from: t.field({ type: 'DateTime', required: true, description: 'From when.' }),
    to: t.field({ type: 'DateTime', required: true, description: `Until when: later, by at most ${MAX_DAYS} days.` }),
  }),
});

builder.queryField('rosterPreview', (t) =>
  t.field({
    type: PreviewResult,
    description: 'Who is on duty in a time, and when nobody is. For members and tokens.',
    args: { input: t.arg({ type: PreviewInput, required: true, description: 'What is looked at.' }) },
    complexity: 100,
    resolve: (_root, { input }, ctx): PreviewSource | AnyUserError => {
      requirePrincipal(ctx);
      const { from, to } = input;
      if (to <= from) return invalidInput([{ path: ['to'], key: 'endsBeforeItBegins' }], ctx);
      if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) {
        return invalidInput([{ path: ['to'], key: 'rosterWindowTooLong', values: { max: MAX_DAYS } }], ctx);
      }
      const roster = rosterOf(input.roster, ctx);
      if ('__typename' in roster) return roster;
      return { __typename: 'RosterPreview', turns: answeringTurns(ctx.directory, roster.value, from, to, ctx.now()) };
    },
  }),
);

/** Nobody is rostered by a company that has saved none. */
const NONE: RosterValue = { timeZone: 'UTC', shifts: [], exceptions: [] };

function rosterOf(
  given: typeof RosterPolicyInput.$inferInput | null | undefined,
  ctx: SchemaContext,
): { value: RosterValue } | AnyUserError {
  if (given == null) return { value: policyValue(ctx.directory, 'roster', COORDINATION_ROSTER) ?? NONE };
  const draft = z.object({ roster: ROSTER_SHAPE }).safeParse({ roster: rosterValue(given) });
  if (draft.success) return { value: draft.data.roster };
  return invalidInput(
    issuesOf(draft.error).map((issue) => ({ ...issue, path: rosterPath(issue.path) })),
    ctx,
  );
}
