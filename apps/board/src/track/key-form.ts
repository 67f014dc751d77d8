/** The form that asks for the tracking code. */
import { askTracking } from './ask.ts';
import type { Tracked, TrackingKey, Trouble } from './ask.ts';
import { el } from './element.ts';
import { labelled, outcome, setBusy } from './fields.ts';
import { say } from './say.ts';

export interface KeyTyped {
  code: string;
  digits: string;
}

/** `typed` keeps what stands in the fields, so that switching the language loses nothing. */
export function keyForm(
  typed: KeyTyped,
  trouble: Trouble | null,
  onOpened: (key: TrackingKey, tracked: Tracked) => void,
): HTMLElement {
  const plain = { autocomplete: 'off', spellcheck: 'false' };
  const code = el('input', { id: 'code', autocapitalize: 'characters', maxlength: '60', ...plain });
  const digits = el('input', { id: 'digits', inputmode: 'numeric', maxlength: '20', ...plain });
  code.value = typed.code;
  digits.value = typed.digits;
  const button = el('button', { type: 'submit' }, say('track.open'));
  const told = outcome();
  if (trouble !== null) told.tell(troubleText(trouble), 'problem');
  const form = el(
    'form',
    { novalidate: '' },
    el('p', {}, say('track.intro')),
    labelled(code, 'track.code', 'track.codeHint'),
    labelled(digits, 'track.digits', 'track.digitsHint'),
    told,
    button,
  );
  form.addEventListener('input', () => {
    typed.code = code.value;
    typed.digits = digits.value;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (code.value.trim() === '') {
      told.tell(say('track.codeNeeded'), 'problem');
      code.focus();
      return;
    }
    const key = { code: code.value.trim(), phoneLast4: digits.value.trim() || null };
    setBusy(button, true, 'track.opening');
    void askTracking(key).then((asked) => {
      setBusy(button, false, 'track.open');
      if (asked.ok) onOpened(key, asked.value);
      else told.tell(troubleText(asked.trouble), 'problem');
    });
  });
  return el('main', { class: 'card' }, el('h1', {}, say('track.title')), form);
}

export function troubleText(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
    case 'settled':
      return trouble.message;
    case 'limited':
      return say('track.limited', { minutes: trouble.minutes });
    default:
      return say(`track.${trouble.kind}`);
  }
}
