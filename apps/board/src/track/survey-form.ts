/** The form in which the customer says how they find it. What was chosen stays until it has arrived. */
import { sendVerdict } from './ask.ts';
import type { Tracked, TrackingKey } from './ask.ts';
import { el } from './element.ts';
import { labelled, outcome, setBusy } from './fields.ts';
import { rememberVerdict, rememberedVerdict, sendingVerdict } from './memory.ts';
import type { UnsentVerdict } from './memory.ts';
import { say } from './say.ts';
import { unsentText } from './unsent-text.ts';

const LONGEST = 2_000;
const SCORES = [1, 2, 3, 4, 5] as const;
type Asked = 'outcomeScore' | 'handlingScore';

/** `onSent` is given the complaint with the verdict. */
export function surveyForm(key: TrackingKey, round: number, onSent: (tracked: Tracked) => void): HTMLElement {
  const chosen = () => rememberedVerdict(round);
  const remember = (change: Partial<UnsentVerdict>) => rememberVerdict({ ...chosen(), ...change });
  const comment = el('textarea', { id: 'verdict', rows: '3', maxlength: String(LONGEST) });
  comment.value = chosen().comment;
  comment.addEventListener('input', () => remember({ comment: comment.value }));
  const button = el('button', { type: 'submit' }, say('track.verdict.send'));
  const told = outcome();
  const form = el(
    'form',
    { novalidate: '' },
    scores('outcomeScore', chosen().outcomeScore, remember),
    scores('handlingScore', chosen().handlingScore, remember),
    labelled(comment, 'track.verdict.comment', 'track.verdict.commentHint'),
    told,
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { outcomeScore, handlingScore } = chosen();
    if (outcomeScore === null || handlingScore === null) {
      told.tell(say('track.verdict.needed'), 'problem');
      return;
    }
    const unsent = sendingVerdict(chosen());
    rememberVerdict(unsent);
    setBusy(button, true, 'track.write.sending');
    const words = unsent.comment.trim() || null;
    void sendVerdict(key, { round, outcomeScore, handlingScore, comment: words }, unsent.key).then((asked) => {
      setBusy(button, false, 'track.verdict.send');
      if (!asked.ok) {
        told.tell(unsentText(asked.trouble), 'problem');
        return;
      }
      rememberVerdict(null);
      onSent(asked.value);
    });
  });
  return el('section', { class: 'card' }, el('h2', {}, say('track.verdict')), form);
}

/** Five choices in a row, which a keyboard and a thumb reach alike. */
function scores(name: Asked, chosen: number | null, remember: (change: Partial<UnsentVerdict>) => void): HTMLElement {
  const choices = SCORES.map((score) => {
    const input = el('input', { type: 'radio', name, value: String(score), id: `${name}-${score}` });
    input.checked = score === chosen;
    input.addEventListener('change', () =>
      remember(name === 'outcomeScore' ? { outcomeScore: score } : { handlingScore: score }),
    );
    const label = el('label', { for: input.id }, String(score));
    label.title = say(`track.score.${score}`);
    return el('span', {}, input, label);
  });
  return el(
    'fieldset',
    { class: 'scores' },
    el('legend', {}, say(`track.verdict.${name}`)),
    el('div', { class: 'row' }, ...choices),
    el('p', { class: 'hint' }, say('track.verdict.scale')),
  );
}
