/** How a complaint may be settled, as its customer sees it. */
import type { TrackedResolution as TrackedResolutionSource } from '@redress/domain/reads/tracked-resolutions';
import { builder } from '../builder.ts';
import { encodeId } from '../ids.ts';
import { maskedText } from '../masked-text.ts';
import { Money } from '../money/money.ts';
import { ResolutionKindEnum, ResolutionStateEnum } from '../resolution/vocabulary.ts';

export const TrackedResolution = builder.objectRef<TrackedResolutionSource>('TrackedResolution').implement({
  description: 'One way of settling it that the customer was offered, or proposed.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id: what `resolutionAnswer` names it by.',
      resolve: ({ id }) => encodeId('Resolution', id),
    }),
    kind: t.expose('kind', { type: ResolutionKindEnum, description: 'What is given or done.' }),
    state: t.expose('state', { type: ResolutionStateEnum, description: 'How far it has come; never DRAFT.' }),
    what: maskedText(t, {
      description: 'What exactly; null when it was erased. Personal data is masked.',
      text: (row) => row.what,
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'How much, or what it is worth; null when that was not said.',
      resolve: ({ amountMinor: minor, currency }) => (minor === null ? null : { minor, currency }),
    }),
    byCustomer: t.exposeBoolean('byCustomer', { description: 'Whether the customer proposed it.' }),
    offerKey: t.exposeString('offerId', {
      nullable: true,
      description: 'Options with the same key are one choice. Null when it belongs to none.',
    }),
    offeredAt: t.expose('offeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was offered; null when the customer proposed it.',
    }),
    answerUntil: t.expose('answerUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the customer may answer; null without end.',
    }),
    isAnswerable: t.boolean({
      description: 'Whether the customer may answer it now.',
      resolve: ({ state, answerUntil }, _args, { now }) =>
        state === 'OFFERED' && (answerUntil === null || answerUntil > now()),
    }),
    carryOutBy: t.expose('carryOutBy', {
      type: 'DateTime',
      nullable: true,
      description: 'By when the company carries it out; null when that was not said.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    answerNote: maskedText(t, {
      description:
        "The customer's own words to it, or the company's to what they proposed; null when nothing was said. Personal data is masked.",
      text: (row) => row.answerNote,
    }),
    carriedOutAt: t.expose('carriedOutAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was carried out; null before.',
    }),
  }),
});
