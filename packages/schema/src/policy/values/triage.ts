import type { TriagePolicy as Value } from '@redress/domain/rules/triage';
import { builder } from '../../builder.ts';
import { ChannelEnum, SeverityEnum } from '../../complaint/vocabulary.ts';

export const TriagePolicy = builder.objectRef<Value>('TriagePolicy').implement({
  description: 'What severity is proposed from, beside the category.',
  fields: (t) => ({
    injury: t.expose('injury', { type: SeverityEnum, description: 'The least where somebody may be hurt.' }),
    legal: t.expose('legal', { type: SeverityEnum, description: 'The least where it may come to a lawsuit.' }),
    press: t.expose('press', { type: SeverityEnum, description: 'The least where it may become public.' }),
    publicChannels: t.expose('publicChannels', {
      type: [ChannelEnum],
      description: 'Channels that others read along: at least IMPORTANT.',
    }),
    tiers: t.exposeStringList('tiers', { description: 'Tiers of customers: at least IMPORTANT.' }),
    angryWords: t.exposeStringList('angryWords', {
      description: 'Words of an angry text, which is one step graver and told to the supervisors.',
    }),
  }),
});

export const TriagePolicyInput = builder.inputType('TriagePolicyInput', {
  description: 'What severity is proposed from, beside the category. Its key is COMPANY.',
  fields: (t) => ({
    injury: t.field({ type: SeverityEnum, required: true, description: 'The least where somebody may be hurt.' }),
    legal: t.field({ type: SeverityEnum, required: true, description: 'The least where it may come to a lawsuit.' }),
    press: t.field({ type: SeverityEnum, required: true, description: 'The least where it may become public.' }),
    publicChannels: t.field({
      type: [ChannelEnum],
      required: true,
      description: 'Channels that others read along: at least IMPORTANT.',
    }),
    tiers: t.stringList({ required: true, description: 'Tiers of customers, at most 200: at least IMPORTANT.' }),
    angryWords: t.stringList({
      required: true,
      description: 'Words of an angry text, at most 200 of 50 characters; three exclamation marks always make one.',
    }),
  }),
});
