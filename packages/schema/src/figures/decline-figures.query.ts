/** How departments answer what they are asked to take over. */
import { readDeclineFigures, unjustifiedPercent } from '@redress/domain/reads/decline-figures';
import type { DeclineFigure as DeclineFigureRow } from '@redress/domain/reads/decline-figures';
import { limits } from '@redress/domain/reads/policy-values';
import { departmentsLed, scopeOf } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { checkFiguresTime, LONGEST_DAYS } from './figures-time.ts';

const DeclineFigure = builder.objectRef<DeclineFigureRow>('DeclineFigure').implement({
  description: 'How a department answered the handoffs that were asked of it in a time.',
  fields: (t) => ({
    department: t.field({
      type: Department,
      description: 'The department that was asked.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId)!,
    }),
    asked: t.exposeInt('asked', {
      description: 'Handoffs that were asked of it in the time, those that wait or were withdrawn included.',
    }),
    accepted: t.exposeInt('accepted', { description: 'Those that it accepted.' }),
    declined: t.exposeInt('declined', { description: 'Those that it declined (退回).' }),
    unjustified: t.exposeInt('unjustified', {
      description: 'Declines that a ruling found wrong (无理退回), and no appeal has overturned.',
    }),
    rate: t.float({
      nullable: true,
      description: 'Unjustified declines of what it answered, in percent; null when it answered nothing.',
      resolve: unjustifiedPercent,
    }),
    target: t.float({
      description: 'What the rate should stay below, in percent.',
      resolve: (_row, _args, { directory }) => limits(directory).unjustifiedDeclinesPercent,
    }),
  }),
});

builder.queryField('declineFigures', (t) =>
  t.field({
    type: [DeclineFigure],
    description:
      'How departments answered the handoffs of a time, in the order of the departments. Who sees every complaint sees all of them, head and deputy their own, others none.',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Asked at this moment or later.' }),
      before: t.arg({
        type: 'DateTime',
        required: true,
        description: `Asked before this moment; at most ${LONGEST_DAYS} days after \`from\`, else BAD_USER_INPUT.`,
      }),
    },
    complexity: { field: 1, multiplier: 10 },
    resolve: (_root, { from, before }, ctx) => {
      checkFiguresTime(from, before);
      const principal = requirePrincipal(ctx);
      const departmentIds = scopeOf(principal).seesAll ? null : departmentsLed(principal);
      return readDeclineFigures(ctx.db, ctx.directory, { from, before, departmentIds });
    },
  }),
);
