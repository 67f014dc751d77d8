/** The card of how it may be settled: the options, and the one thing that the customer is about to say to them. */
import { sendAnswer } from './ask.ts';
import type { Tracked, TrackingKey } from './ask.ts';
import { answerForm } from './answer-form.ts';
import { el, fill } from './element.ts';
import { outcome } from './fields.ts';
import { optionView } from './offer-view.ts';
import type { Option } from './offer-view.ts';
import { say } from './say.ts';
import { beginAnswer, rememberAnswer, rememberedAnswer } from './unsent-answer.ts';
import type { UnsentAnswer } from './unsent-answer.ts';
import { unsentText } from './unsent-text.ts';

export interface Offers {
  element: HTMLElement;
  /** Shows the options as they were just read. They are written anew only when they changed: somebody may be typing. */
  show: (tracked: Tracked) => void;
}

/** `onAnswered` is given the complaint with the answer; `reread` asks how it stands when somebody answered before. */
export function offers(key: TrackingKey, onAnswered: (tracked: Tracked) => void, reread: () => void): Offers {
  const head = el('h2', { tabindex: '-1' }, say('track.options'));
  const list = el('div');
  const told = outcome();
  const element = el('section', { class: 'card' }, head, list, told);
  let shown: Tracked | null = null;

  const write = (tracked: Tracked) => {
    const { resolutions } = tracked;
    element.hidden = resolutions.length === 0;
    const open = resolutions.filter(({ isAnswerable }) => isAnswerable);
    const unsent = rememberedAnswer();
    const begun = unsent !== null && open.some(({ id }) => id === unsent.resolutionId) ? unsent : null;
    const form = (option: Option, answer: UnsentAnswer) =>
      answerForm(
        option,
        answer,
        { currency: tracked.currency, others: open.length > 1 },
        {
          back: () => {
            rememberAnswer(null);
            write(tracked);
            head.focus();
          },
          send: async (said, idempotencyKey) => {
            const asked = await sendAnswer(key, said, idempotencyKey);
            if (asked.ok) {
              rememberAnswer(null);
              onAnswered(asked.value);
              told.tell(say('track.answer.sent'), 'done');
              head.focus();
              return null;
            }
            if (asked.trouble.kind !== 'settled') return unsentText(asked.trouble);
            rememberAnswer(null);
            told.tell(unsentText(asked.trouble), 'problem');
            reread();
            return null;
          },
        },
      );
    const begin = (option: Option, answer: UnsentAnswer['answer']) => () => {
      rememberAnswer(beginAnswer(option.id, answer));
      told.tell('', 'done');
      write(tracked);
      element.querySelector<HTMLElement>('#answer-head')?.focus();
    };
    const below = (option: Option): HTMLElement | null => {
      if (!option.isAnswerable) return null;
      if (begun === null) return choices(begin(option, 'ACCEPT'), begin(option, 'REFUSE'));
      return begun.resolutionId === option.id && begun.answer !== 'PROPOSE' ? form(option, begun) : null;
    };
    fill(
      list,
      open.length === 0 ? null : el('p', { class: 'hint' }, say('track.options.intro')),
      ...resolutions.map((option) => optionView(option, below(option))),
      open.length === 0 ? null : begun === null ? other(begin(open[0]!, 'PROPOSE')) : null,
      begun?.answer === 'PROPOSE' ? form(open[0]!, begun) : null,
    );
  };

  return {
    element,
    show(tracked) {
      const same = shown !== null && JSON.stringify(shown.resolutions) === JSON.stringify(tracked.resolutions);
      shown = tracked;
      if (!same) write(tracked);
    },
  };
}

function choices(accept: () => void, refuse: () => void): HTMLElement {
  const yes = el('button', { type: 'button' }, say('track.option.accept'));
  const no = el('button', { type: 'button', class: 'quiet' }, say('track.option.refuse'));
  yes.addEventListener('click', accept);
  no.addEventListener('click', refuse);
  return el('div', { class: 'choices' }, yes, no);
}

function other(propose: () => void): HTMLElement {
  const button = el('button', { type: 'button', class: 'quiet' }, say('track.option.propose'));
  button.addEventListener('click', propose);
  return button;
}
