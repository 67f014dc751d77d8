/** The parts of the page's forms. */
import { el } from './element.ts';
import { say } from './say.ts';
import type { TrackKey } from './say.ts';

/** A labelled field with its hint, which screen readers read with it. */
export function labelled(
  field: HTMLInputElement | HTMLTextAreaElement,
  label: TrackKey,
  hint: TrackKey,
  values: Record<string, string> = {},
): HTMLElement {
  const hintId = `${field.id}-hint`;
  field.setAttribute('aria-describedby', hintId);
  return el(
    'p',
    { class: 'field' },
    el('label', { for: field.id }, say(label)),
    field,
    el('span', { class: 'hint', id: hintId }, say(hint, values)),
  );
}

/** Where a form says what came of it; read out when it changes. */
export function outcome(): HTMLElement & { tell(text: string, kind: 'problem' | 'done'): void } {
  const line = el('p', { class: 'outcome', role: 'status' });
  return Object.assign(line, {
    tell(text: string, kind: 'problem' | 'done') {
      line.className = `outcome ${kind}`;
      line.textContent = text;
    },
  });
}

/** While a form is on its way its button waits, and says so. */
export function setBusy(button: HTMLButtonElement, busy: boolean, label: TrackKey): void {
  button.disabled = busy;
  button.textContent = say(label);
}
