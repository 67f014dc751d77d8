/** How it may be settled, as the customer reads it: each option they were offered or proposed, and what became of it. */
import { moneyText } from '@redress/domain/rules/money';
import { getLocale } from '../i18n/locale.ts';
import type { Tracked } from './ask.ts';
import { el } from './element.ts';
import { say, sayTime } from './say.ts';

export type Option = Tracked['resolutions'][number];

/** 退款 ¥120.00; what it is alone when no amount was said. */
export function optionTitle({ kind, amount }: Pick<Option, 'kind' | 'amount'>): string {
  const name = say(`track.kind.${kind}`);
  return amount === null ? name : `${name} ${moneyText(amount.minor, amount.currency, getLocale())}`;
}

/** The option with what is told of it; `below` is what can be done with it. */
export function optionView(option: Option, below: HTMLElement | null): HTMLElement {
  const { what, answerNote, byCustomer, state } = option;
  const note =
    answerNote === null ? null : say(byCustomer ? 'track.option.answer' : 'track.option.said', { answerNote });
  return el(
    'article',
    { class: `option ${state === 'ACCEPTED' || state === 'CARRIED_OUT' ? 'chosen' : ''}` },
    el('h3', { tabindex: '-1' }, optionTitle(option)),
    el('p', { class: 'words' }, what ?? say('track.promise.erased')),
    el('p', { class: 'when' }, standing(option)),
    option.carryOutBy === null || state === 'CARRIED_OUT' || state === 'WITHDRAWN' || state === 'REFUSED'
      ? null
      : el('p', { class: 'when' }, say('track.option.carryOutBy', { time: sayTime(option.carryOutBy) })),
    note && el('p', { class: 'words' }, note),
    below,
  );
}

function standing({ state, byCustomer, isAnswerable, answerUntil, carriedOutAt }: Option): string {
  switch (state) {
    case 'OFFERED':
      if (!isAnswerable) return say('track.option.expired');
      return answerUntil === null
        ? say('track.option.open')
        : say('track.option.until', { time: sayTime(answerUntil) });
    case 'CARRIED_OUT':
      return say('track.option.CARRIED_OUT', { time: carriedOutAt === null ? '' : sayTime(carriedOutAt) });
    case 'PROPOSED':
      return say('track.option.PROPOSED');
    case 'ACCEPTED':
      return say(byCustomer ? 'track.option.agreed' : 'track.option.ACCEPTED');
    case 'REFUSED':
      return say(byCustomer ? 'track.option.declined' : 'track.option.REFUSED');
    default:
      return say('track.option.WITHDRAWN');
  }
}
