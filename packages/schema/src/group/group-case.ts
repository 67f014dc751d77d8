/** Group cases (群诉): one event behind many customers, one line, one standard (docs/SPEC.md, GC4, GC6). */
import type { GroupView } from '@redress/domain/reads/groups';
import { GROUP_SIZE } from '@redress/domain/rules/group-case';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { StageEnum } from '../complaint/vocabulary.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';

const GroupStage = builder.objectRef<GroupView['stages'][number]>('GroupStage').implement({
  description: 'How many complaints of a group case stand in a stage.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'The stage.' }),
    count: t.exposeInt('count', { description: 'How many; at least 1.' }),
  }),
});

export const GroupCase = builder.objectRef<GroupView>('GroupCase').implement({
  description:
    'What the complaints of a group case have in common, and how far they are. The figures count all of them, also those that the caller does not see.',
  fields: (t) => ({
    parent: t.field({
      type: Complaint,
      nullable: true,
      description: 'The parent (总案), a complaint of its own; null when the caller may not see it.',
      resolve: ({ id }, _args, { loaders }) => loaders.complaint.load(id),
    }),
    line: maskedText(t, {
      description: 'What everybody says outward (统一口径); null before it was agreed.',
      text: (group) => group.line,
      // The first complaint of a group is often one customer's, whose name slips into what is said to all.
      whose: ({ id }, { loaders }) => loaders.person.load(id),
    }),
    standardMinor: t.float({
      nullable: true,
      description: 'What each customer gets, in the smallest unit of the currency; null before it was agreed.',
      resolve: ({ standardMinor }) => (standardMinor === null ? null : Number(standardMinor)),
    }),
    currency: t.exposeString('currency', { description: 'Of the amounts, by ISO 4217: `CNY`.' }),
    setBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who set line and standard last; null before, and when another system did.',
      resolve: ({ setById }, _args, { directory }) => directory.member(setById),
    }),
    setAt: t.expose('setAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    stages: t.expose('stages', {
      type: [GroupStage],
      description: 'Its complaints by stage; stages without any are left out.',
    }),
    total: t.int({
      description: 'How many complaints it holds.',
      resolve: ({ complaintIds }) => complaintIds.length,
    }),
    satisfied: t.exposeInt('satisfied', { description: 'Complaints whose customer scored 4 or 5.' }),
    paid: t.exposeInt('paid', { description: 'Complaints to which something with an amount was carried out.' }),
    paidMinor: t.float({
      description: 'What that came to, in the smallest unit of the currency.',
      resolve: ({ paidMinor }) => Number(paidMinor),
    }),
    complaints: t.field({
      type: [Complaint],
      description: 'Its complaints that the caller sees, the oldest first.',
      complexity: { field: 1, multiplier: GROUP_SIZE.max },
      resolve: async ({ complaintIds }, _args, { loaders }) => {
        const found = await loaders.complaint.loadMany(complaintIds);
        return found.flatMap((one) => (one === null || one instanceof Error ? [] : [one]));
      },
    }),
  }),
});

builder.objectFields(Complaint, (t) => ({
  isGroup: t.exposeBoolean('isGroup', { description: 'Whether it is the parent of a group case (群诉总案).' }),
  group: t.field({
    type: GroupCase,
    nullable: true,
    description: 'The group case that it leads or belongs to; null without one.',
    resolve: ({ id, isGroup, parentId }, _args, { loaders }) => {
      const groupId = isGroup ? id : parentId;
      return groupId === null ? null : loaders.group.load(groupId);
    },
  }),
}));
