import type { LimitsPolicy as Value } from '@redress/domain/rules/policies';
import { builder } from '../../builder.ts';

export const LimitsPolicy = builder.objectRef<Value>('LimitsPolicy').implement({
  description: "The numbers of the collaboration's rules. Its key is COMPANY.",
  fields: (t) => ({
    openDuties: t.exposeInt('openDuties', {
      description: 'How many duties of one complaint may be open at once: 1 to 1,000.',
    }),
    openPromises: t.exposeInt('openPromises', {
      description: 'How many promises to one customer may be open at once: 1 to 1,000.',
    }),
    holdDays: t.exposeInt('holdDays', { description: 'The longest that a hold may last, in days: 1 to 365.' }),
    holdsWithoutApproval: t.exposeInt('holdsWithoutApproval', {
      description: 'How many holds of a round need no approval: 0 to 100.',
    }),
    contestedAfterDeclines: t.exposeInt('contestedAfterDeclines', {
      description: 'How many declines make a complaint contested: 1 to 10.',
    }),
    appealHours: t.exposeInt('appealHours', {
      description: 'How long a ruling may be appealed, in hours: 1 to 8,760.',
    }),
    unjustifiedDeclinesPercent: t.exposeFloat('unjustifiedDeclinesPercent', {
      description: 'What the rate of unjustified declines should stay below, in percent: 0 to 100.',
    }),
    groupOwnerFrom: t.exposeInt('groupOwnerFrom', {
      description: 'From how many complaints on the owner hears of a group case at once: 2 to 200.',
    }),
  }),
});

export const LimitsPolicyInput = builder.inputType('LimitsPolicyInput', {
  description: "The numbers of the collaboration's rules. Its key is COMPANY.",
  fields: (t) => ({
    openDuties: t.int({
      required: true,
      description: 'How many duties of one complaint may be open at once: 1 to 1,000.',
    }),
    openPromises: t.int({
      required: true,
      description: 'How many promises to one customer may be open at once: 1 to 1,000.',
    }),
    holdDays: t.int({ required: true, description: 'The longest that a hold may last, in days: 1 to 365.' }),
    holdsWithoutApproval: t.int({
      required: true,
      description: 'How many holds of a round need no approval: 0 to 100.',
    }),
    contestedAfterDeclines: t.int({
      required: true,
      description: 'How many declines make a complaint contested: 1 to 10.',
    }),
    appealHours: t.int({ required: true, description: 'How long a ruling may be appealed, in hours: 1 to 8,760.' }),
    unjustifiedDeclinesPercent: t.float({
      required: true,
      description: 'What the rate of unjustified declines should stay below, in percent: 0 to 100.',
    }),
    groupOwnerFrom: t.int({
      description: 'From how many complaints on the owner hears of a group case at once: 2 to 200. Left out: 10.',
    }),
  }),
});
