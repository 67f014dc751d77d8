/** Events of a dispute between departments: contested, ruled, appealed, decided. */
import { Department } from '../department/department.ts';
import { Handoff } from '../handoff/handoff.ts';
import { Ruling } from '../ruling/ruling.ts';
import { complaintEvent } from './complaint-event.ts';

complaintEvent(
  'ComplaintContested',
  'So many departments declined a complaint that it waits for a ruling (责任争议).',
  (t) => ({
    declines: t.field({
      type: [Handoff],
      description: 'The declines, oldest first, as they are now.',
      resolve: ({ payload }, _args, { loaders }) =>
        Promise.all(payload.handoffIds.map(async (id) => (await loaders.handoffs.byId.load(id))!)),
    }),
  }),
);

const RULING_EVENTS = {
  ComplaintRuled: 'A coordinator ruled whose a contested complaint is (裁定); it is there already.',
  RulingAppealed: 'The department that a ruling named appealed against it (申诉).',
} as const;

for (const type of ['ComplaintRuled', 'RulingAppealed'] as const) {
  complaintEvent(type, RULING_EVENTS[type], (t) => ({
    ruling: t.field({
      type: Ruling,
      description: 'The ruling, as it is now.',
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.rulings.byId.load(payload.rulingId))!,
    }),
  }));
}

complaintEvent('AppealDecided', 'The appeal against a ruling was decided.', (t) => ({
  ruling: t.field({
    type: Ruling,
    description: 'The ruling, as it is now.',
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.rulings.byId.load(payload.rulingId))!,
  }),
  overturned: t.boolean({
    description: 'Whether another department was given the complaint instead.',
    resolve: ({ payload }) => payload.overturned,
  }),
  department: t.field({
    type: Department,
    description: 'The department that has it by the decision.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.departmentId)!,
  }),
}));
