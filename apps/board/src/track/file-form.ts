/** Where the customer sends photos and papers. What did not arrive stays on the list, for another try. */
import type { TrackingKey, Trouble } from './ask.ts';
import { el, fill } from './element.ts';
import { newKey } from './memory.ts';
import { say } from './say.ts';
import { sendFile } from './send-file.ts';
import { unsentText } from './unsent-text.ts';

const TAKEN = 'image/*,audio/*,video/*,.pdf,.docx,.xlsx,.pptx,.txt';

export function fileForm(key: TrackingKey): HTMLElement {
  const chosen = el('input', {
    id: 'files',
    type: 'file',
    multiple: '',
    accept: TAKEN,
    'aria-describedby': 'files-hint',
  });
  const list = el('ul', { class: 'entries', 'aria-live': 'polite' });
  chosen.addEventListener('change', () => {
    // One after the other: a phone sends one file sooner than five halves.
    let before: Promise<void> = Promise.resolve();
    for (const file of Array.from(chosen.files ?? [])) {
      const entry = fileEntry(key, file);
      list.append(entry.element);
      before = before.then(() => entry.send());
    }
    // The same file can be chosen again.
    chosen.value = '';
  });
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, say('track.files')),
    el(
      'p',
      { class: 'field' },
      el('label', { for: 'files' }, say('track.files.label')),
      chosen,
      el('span', { class: 'hint', id: 'files-hint' }, say('track.files.hint')),
    ),
    list,
  );
}

/** A file on the list, and what has come of it. */
function fileEntry(key: TrackingKey, file: File): { element: HTMLElement; send: () => Promise<void> } {
  const state = el('p', { class: 'when' }, say('track.files.waiting'));
  const element = el('li', {}, el('p', { class: 'words' }, file.name), state);
  const again = el('button', { type: 'button', class: 'quiet' }, say('track.files.again'));
  const send = async () => {
    again.remove();
    fill(state, say('track.write.sending'));
    // A link takes one try: each has a link of its own.
    const sent = await sendFile(key, file, newKey());
    fill(state, sent.ok ? say('track.files.sent') : problemText(sent.trouble));
    if (!sent.ok) element.append(again);
  };
  again.addEventListener('click', () => void send());
  return { element, send };
}

function problemText(trouble: Trouble): string {
  if (trouble.kind !== 'offline' && trouble.kind !== 'failed') return unsentText(trouble);
  return say(`track.files.${trouble.kind}`);
}
