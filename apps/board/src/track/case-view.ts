/** The complaint as its customer reads it: where it stands, its steps, when they hear, what was promised and said. */
import type { Tracked } from './ask.ts';
import { el } from './element.ts';
import { say, sayTime } from './say.ts';
import type { TrackKey } from './say.ts';

/** The cards of the page, in the order of what a customer wants to know first. */
export function caseView(tracked: Tracked): HTMLElement[] {
  return [
    standing(tracked),
    lastWord(tracked),
    verdict(tracked),
    limits(tracked),
    steps(tracked),
    promises(tracked),
    contacts(tracked),
  ].filter((card) => card !== null);
}

function card(title: TrackKey, ...content: HTMLElement[]): HTMLElement {
  return el('section', { class: 'card' }, el('h2', {}, say(title)), ...content);
}

function time(at: string, key: TrackKey): HTMLElement {
  return el('time', { datetime: at, class: 'when' }, say(key, { time: sayTime(at) }));
}

function standing({ stage, waitsForCustomerUntil: until, resolutions }: Tracked): HTMLElement {
  const words = resolutions.some(({ isAnswerable }) => isAnswerable)
    ? say('track.now.CHOOSE')
    : until === null
      ? say(`track.now.${stage}`)
      : say('track.now.WAITING', { time: sayTime(until) });
  return card('track.now', el('p', { class: 'now' }, words));
}

function lastWord({ finalAnswer }: Tracked): HTMLElement | null {
  if (finalAnswer === null) return null;
  const when = el('time', { datetime: finalAnswer.at, class: 'when' }, sayTime(finalAnswer.at));
  return card('track.lastWord', el('p', { class: 'words' }, finalAnswer.text ?? say('track.promise.erased')), when);
}

function verdict({ survey }: Tracked): HTMLElement | null {
  if (survey === null || survey.outcomeScore === null || survey.handlingScore === null) return null;
  const { outcomeScore: outcome, handlingScore: handling } = survey;
  return card('track.verdict', el('p', {}, say('track.verdict.given', { outcome, handling })));
}

/** Stages that were skipped are no steps of this complaint. */
function steps({ steps: all, stage }: Tracked): HTMLElement {
  const current = all.findIndex((step) => step.stage === stage);
  const list = el('ol', { class: 'steps' });
  all.forEach((step, i) => {
    if (i < current && step.reachedAt === null) return;
    const state = i < current || stage === 'CLOSED' ? 'done' : i === current ? 'current' : 'ahead';
    const when = step.reachedAt === null ? '' : sayTime(step.reachedAt);
    const mark = state === 'done' ? '' : say(`track.step.${state}`);
    list.append(
      el(
        'li',
        { class: state, ...(i === current && { 'aria-current': 'step' }) },
        el('span', {}, step.name ?? say(`track.step.${step.stage}`)),
        el('span', { class: 'when' }, [mark, when].filter((part) => part !== '').join(' · ')),
      ),
    );
  });
  return card('track.steps', list);
}

function limits({ limits: all }: Tracked): HTMLElement | null {
  if (all.length === 0) return null;
  const list = el('dl', { class: 'pairs' });
  for (const { kind, dueAt, metAt, isLate } of all) {
    if (kind !== 'FIRST_RESPONSE' && kind !== 'PROGRESS' && kind !== 'RESOLUTION') continue;
    const when =
      metAt !== null
        ? time(metAt, 'track.limit.done')
        : dueAt === null
          ? el('span', {}, say('track.limit.waiting'))
          : time(dueAt, isLate ? 'track.limit.late' : 'track.limit.due');
    list.append(el('dt', {}, say(`track.limit.${kind}`)), el('dd', isLate ? { class: 'late' } : {}, when));
  }
  return card('track.limits', list);
}

function promises({ promises: all }: Tracked): HTMLElement | null {
  if (all.length === 0) return null;
  const list = el('ul', { class: 'entries' });
  for (const { what, state, dueAt, endedAt } of all) {
    const words = el('p', { class: 'words' }, what ?? say('track.promise.erased'));
    list.append(el('li', {}, words, time(endedAt ?? dueAt, `track.promise.${state}`)));
  }
  return card('track.promises', list);
}

function contacts({ contacts: all }: Tracked): HTMLElement {
  if (all.length === 0) return card('track.contacts', el('p', { class: 'when' }, say('track.contacts.none')));
  const list = el('ul', { class: 'entries' });
  for (const { channel, direction, at, text } of all) {
    const what =
      text === null
        ? say(`track.contact.${direction}`, { channel: say(`track.channel.${channel}`) })
        : say('track.contact.own');
    const when = el('time', { datetime: at, class: 'when' }, sayTime(at));
    list.append(el('li', {}, el('div', { class: 'what' }, what, when), text && el('p', { class: 'words' }, text)));
  }
  return card('track.contacts', list);
}
