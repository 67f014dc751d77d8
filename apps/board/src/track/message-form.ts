/** The form in which the customer writes to the company. What is typed stays until it has arrived. */
import { sendMessage } from './ask.ts';
import type { Tracked, TrackingKey } from './ask.ts';
import { el } from './element.ts';
import { labelled, outcome, setBusy } from './fields.ts';
import { rememberUnsent, rememberedUnsent, sending } from './memory.ts';
import { say } from './say.ts';
import { unsentText } from './unsent-text.ts';

const LONGEST = 2_000;

/** `onSent` is given the complaint with the message. */
export function messageForm(key: TrackingKey, onSent: (tracked: Tracked) => void): HTMLElement {
  const words = el('textarea', { id: 'message', rows: '4', maxlength: String(LONGEST) });
  words.value = rememberedUnsent().text;
  const button = el('button', { type: 'submit' }, say('track.write.send'));
  const told = outcome();
  const form = el('form', { novalidate: '' }, labelled(words, 'track.write.label', 'track.write.hint'), told, button);
  words.addEventListener('input', () => rememberUnsent({ ...rememberedUnsent(), text: words.value }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (words.value.trim() === '') {
      told.tell(say('track.write.needed'), 'problem');
      words.focus();
      return;
    }
    const unsent = sending({ ...rememberedUnsent(), text: words.value });
    rememberUnsent(unsent);
    words.readOnly = true;
    setBusy(button, true, 'track.write.sending');
    void sendMessage(key, unsent.text, unsent.key).then((asked) => {
      words.readOnly = false;
      setBusy(button, false, 'track.write.send');
      if (!asked.ok) {
        told.tell(unsentText(asked.trouble), 'problem');
        return;
      }
      rememberUnsent(null);
      words.value = '';
      told.tell(say('track.write.sent'), 'done');
      onSent(asked.value);
    });
  });
  return el('section', { class: 'card' }, el('h2', {}, say('track.write')), form);
}
