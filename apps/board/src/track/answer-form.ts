/** The form in which a choice, a refusal or a proposal is confirmed before it is sent. What is typed is remembered. */
import { amountProblem, minorOf } from '@redress/domain/rules/money';
import type { ProposedAnswer } from './ask.ts';
import { el } from './element.ts';
import { labelled, outcome, setBusy } from './fields.ts';
import { optionTitle } from './offer-view.ts';
import type { Option } from './offer-view.ts';
import { rememberAnswer, sendingAnswer } from './unsent-answer.ts';
import type { UnsentAnswer } from './unsent-answer.ts';
import { say } from './say.ts';
import type { TrackKey } from './say.ts';

const LONGEST = 2_000;
/** What customers ask for; what the company gives without fault or for its peace is the company's to name. */
const WISHES = ['REFUND', 'REPLACEMENT', 'REPAIR', 'COMPENSATION', 'APOLOGY', 'EXPLANATION'] as const;
const WITHOUT_AMOUNT: readonly string[] = ['APOLOGY', 'EXPLANATION'];

const HEADS = {
  ACCEPT: 'track.answer.accept',
  REFUSE: 'track.answer.refuse',
  PROPOSE: 'track.answer.propose',
} as const satisfies Record<UnsentAnswer['answer'], TrackKey>;
const LABELS = {
  ACCEPT: 'track.answer.words',
  REFUSE: 'track.answer.why',
  PROPOSE: 'track.answer.what',
} as const satisfies Record<UnsentAnswer['answer'], TrackKey>;
const SENDS = {
  ACCEPT: 'track.answer.accept.send',
  REFUSE: 'track.answer.refuse.send',
  PROPOSE: 'track.answer.propose.send',
} as const satisfies Record<UnsentAnswer['answer'], TrackKey>;

/** What the form does with what was said; `send` gives the words of what went wrong, or null. */
export interface AnswerSteps {
  send: (answer: ProposedAnswer, idempotencyKey: string) => Promise<string | null>;
  back: () => void;
}

export function answerForm(
  option: Option,
  begun: UnsentAnswer,
  { currency, others }: { currency: string; others: boolean },
  { send, back }: AnswerSteps,
): HTMLFormElement {
  let unsent = begun;
  const remember = (change: Partial<UnsentAnswer>) => rememberAnswer((unsent = { ...unsent, ...change }));
  const proposes = begun.answer === 'PROPOSE';
  const words = el('textarea', { id: 'answer-words', rows: '3', maxlength: String(LONGEST) });
  words.value = begun.words;
  words.addEventListener('input', () => remember({ words: words.value }));
  const told = outcome();
  const wish = proposes ? wishFields(begun, currency, remember) : null;
  const button = el('button', { type: 'submit' }, say(SENDS[begun.answer]));
  const away = el('button', { type: 'button', class: 'quiet' }, say('track.answer.back'));
  away.addEventListener('click', back);
  const head = proposes ? say(HEADS.PROPOSE) : say(HEADS[begun.answer], { option: optionTitle(option) });
  const form = el(
    'form',
    { novalidate: '', class: 'answer', 'aria-labelledby': 'answer-head' },
    el('h4', { id: 'answer-head', tabindex: '-1' }, head),
    begun.answer === 'ACCEPT' && others ? el('p', { class: 'hint' }, say('track.answer.others')) : null,
    wish && wish.element,
    labelled(words, LABELS[begun.answer], proposes ? 'track.answer.needed' : 'track.verdict.commentHint'),
    told,
    button,
    away,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = words.value.trim() || null;
    const wished = wish === null ? NOTHING : wish.read();
    const problem = typeof wished === 'string' ? wished : proposes && said === null ? 'track.answer.whatNeeded' : null;
    if (problem !== null || typeof wished === 'string') {
      told.tell(say(problem ?? 'track.answer.whatNeeded'), 'problem');
      (problem === 'track.answer.whatNeeded' ? words : wish!.element.querySelector('input')!).focus();
      return;
    }
    unsent = sendingAnswer(unsent);
    rememberAnswer(unsent);
    setBusy(button, true, 'track.write.sending');
    away.disabled = true;
    const { resolutionId, answer, key } = unsent;
    void send({ resolutionId, answer, words: said, ...wished }, key).then((wrong) => {
      setBusy(button, false, SENDS[begun.answer]);
      away.disabled = false;
      if (wrong !== null) told.tell(wrong, 'problem');
    });
  });
  return form;
}

type Wish = Pick<ProposedAnswer, 'kind' | 'amountMinor'>;
const NOTHING: Wish = { kind: null, amountMinor: null };

/** What is asked for instead: a kind, and an amount where one can be named. `read` gives it, or what is wrong with it. */
function wishFields(
  { kind, amount }: UnsentAnswer,
  currency: string,
  remember: (change: Partial<UnsentAnswer>) => void,
): { element: HTMLElement; read: () => Wish | TrackKey } {
  const select = el(
    'select',
    { id: 'answer-kind' },
    ...WISHES.map((wish) => el('option', { value: wish }, say(`track.kind.${wish}`))),
  );
  if (kind !== '') select.value = kind;
  const typed = el('input', { id: 'answer-amount', inputmode: 'decimal', autocomplete: 'off', maxlength: '20' });
  typed.value = amount;
  const amountField = labelled(typed, 'track.answer.amount', 'track.answer.amountHint', { currency });
  const fit = () => {
    amountField.hidden = WITHOUT_AMOUNT.includes(select.value);
  };
  select.addEventListener('change', () => {
    fit();
    remember({ kind: select.value });
  });
  typed.addEventListener('input', () => remember({ amount: typed.value }));
  fit();
  const kindField = el('p', { class: 'field' }, el('label', { for: select.id }, say('track.answer.kind')), select);
  return {
    element: el('div', {}, kindField, amountField),
    read: () => {
      const wish = select.value as (typeof WISHES)[number];
      if (WITHOUT_AMOUNT.includes(wish) || typed.value.trim() === '') return { kind: wish, amountMinor: null };
      const amountMinor = minorOf(typed.value, currency);
      return amountMinor === null || amountProblem(amountMinor) !== null
        ? 'track.answer.amountWrong'
        : { kind: wish, amountMinor };
    },
  };
}
