/** The lists of a complaint: what was done about it, and by when it must be. */
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { readersOf } from '@redress/domain/reads/people';
import { AttachmentConnection } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { connection, forwardArgs, readList } from '../connection.ts';
import { ConsultationConnection } from '../consultation/consultation.ts';
import { ContactConnection } from '../contact/contact.ts';
import { DeadlineConnection } from '../deadline/deadline.ts';
import { DutyConnection } from '../duty/duty.ts';
import { ComplaintEvent } from '../event/complaint-event.ts';
import { EscalationConnection } from '../escalation/escalation.ts';
import { Handoff, HandoffConnection } from '../handoff/handoff.ts';
import { HoldConnection } from '../hold/hold.ts';
import { pageCost } from '../limits.ts';
import { PromiseToCustomerConnection } from '../promise/promise-to-customer.ts';
import { CustomerMessageConnection } from '../customer-message/customer-message.ts';
import { FinalAnswerConnection } from '../survey/final-answer.ts';
import { SurveyConnection } from '../survey/survey.ts';
import { ResolutionConnection } from '../resolution/resolution.ts';
import { Ruling, RulingConnection } from '../ruling/ruling.ts';
import { Member } from '../member/member.ts';
import { reading } from '../top-level-error.ts';
import { VisitConnection } from '../visit/visit.ts';
import { Complaint } from './complaint.ts';

const complexity = pageCost(DEFAULT_PAGE);
const argsFor = (noun: string) => forwardArgs(noun, DEFAULT_PAGE, MAX_PAGE);

const TimelineConnection = connection(
  'ComplaintEvent',
  ComplaintEvent,
  'What happened to a complaint, the newest first.',
);

builder.objectFields(Complaint, (t) => ({
  readers: t.field({
    type: [Member],
    description: 'The colleagues who see it now: whom a comment on it may name.',
    complexity: { field: 1, multiplier: 100 },
    resolve: async ({ id }, _args, { loaders, directory, now }) => {
      const grants = await loaders.grants.load(id);
      return readersOf(directory, grants, now());
    },
  }),
  sameCause: t.field({
    type: [Complaint],
    description:
      'What else its root cause has brought about: the other complaints in sight of the last 30 days, the newest first, at most 50.',
    complexity: { field: 5, multiplier: 10 },
    resolve: async ({ id }, _args, { loaders, now }) => {
      const others = await loaders.sameCause(id, now());
      const seen = await Promise.all(others.map((other) => loaders.complaint.load(other)));
      return seen.filter((other) => other !== null);
    },
  }),
  deadlines: t.field({
    type: DeadlineConnection,
    description: 'All of its clocks, the first due first, those of earlier rounds included.',
    args: argsFor('deadlines'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.deadlines, id, args)),
  }),
  handoffs: t.field({
    type: HandoffConnection,
    description: 'All of its handoffs, the newest first.',
    args: argsFor('handoffs'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.handoffs, id, args)),
  }),
  declines: t.field({
    type: [Handoff],
    description:
      'Declines that no ruling has judged and nothing has settled since, oldest first. So many of them as the policy says contest the complaint.',
    resolve: ({ id }, _args, { loaders }) => loaders.countingDeclines.load(id),
  }),
  ruling: t.field({
    type: Ruling,
    nullable: true,
    description: 'The newest ruling of this round; null without one.',
    resolve: ({ id }, _args, { loaders }) => loaders.currentRuling.load(id),
  }),
  rulings: t.field({
    type: RulingConnection,
    description: 'All rulings on whose it is, the newest first.',
    args: argsFor('rulings'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.rulings, id, args)),
  }),
  duties: t.field({
    type: DutyConnection,
    description: 'Its collaboration list (协作清单), in the order in which the duties were given.',
    args: argsFor('duties'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.duties, id, args)),
  }),
  escalations: t.field({
    type: EscalationConnection,
    description: 'Everything that was escalated about it (升级), the newest first.',
    args: argsFor('escalations'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.escalations, id, args)),
  }),
  contacts: t.field({
    type: ContactConnection,
    description: 'The contacts with the customer, the newest first.',
    args: argsFor('contacts'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.contacts, id, args)),
  }),
  holds: t.field({
    type: HoldConnection,
    description: 'All of its holds, refused ones included, the newest first.',
    args: argsFor('holds'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.holds, id, args)),
  }),
  promises: t.field({
    type: PromiseToCustomerConnection,
    description: 'What the customer was promised, in the order in which it was.',
    args: argsFor('promises'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.promises, id, args)),
  }),
  attachments: t.field({
    type: AttachmentConnection,
    description: 'Its files that are there, the newest first.',
    args: argsFor('files'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.attachments, id, args)),
  }),
  consultations: t.field({
    type: ConsultationConnection,
    description: 'The consultations about it (会商), the newest first.',
    args: argsFor('consultations'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.consultations, id, args)),
  }),
  visits: t.field({
    type: VisitConnection,
    description: 'Its home visits (上门), the newest first.',
    args: argsFor('visits'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.visits, id, args)),
  }),
  surveys: t.field({
    type: SurveyConnection,
    description: 'How the customer found it, by round, the newest first.',
    args: argsFor('surveys'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.surveys, id, args)),
  }),
  customerMessages: t.field({
    type: CustomerMessageConnection,
    description: 'What its customer was told by itself, the newest first.',
    args: argsFor('messages'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.customerMessages, id, args)),
  }),
  finalAnswers: t.field({
    type: FinalAnswerConnection,
    description: "The company's last words, those that were sent back included, the newest first.",
    args: argsFor('final answers'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.finalAnswers, id, args)),
  }),
  resolutions: t.field({
    type: ResolutionConnection,
    description:
      'How it may be, was to be, or was settled (处理方案), in the order in which that was proposed; all rounds.',
    args: argsFor('resolutions'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.resolutions, id, args)),
  }),
  timeline: t.field({
    type: TimelineConnection,
    description: 'What happened to it, the newest first.',
    args: argsFor('events'),
    complexity,
    resolve: ({ id }, args, { loaders }) => reading(loaders.timeline(id, args)),
  }),
}));
