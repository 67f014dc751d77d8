/**
 * The customer's page: without an account, in plain DOM, for old phones and slow networks. The tracking code comes by the
 * form or in the address's fragment (`/t#CODE`), which no browser sends to anybody.
 */
import { getLocale, initLocale, LOCALE_NAMES, LOCALES, setLocale } from '../i18n/locale.ts';
import { askTracking } from './ask.ts';
import type { Tracked, TrackingKey, Trouble } from './ask.ts';
import { caseView } from './case-view.ts';
import { el, fill } from './element.ts';
import { outcome } from './fields.ts';
import { fileForm } from './file-form.ts';
import { keyForm, troubleText } from './key-form.ts';
import type { KeyTyped } from './key-form.ts';
import { rememberKey, rememberUnsent, rememberVerdict, rememberedKey } from './memory.ts';
import { rememberAnswer } from './unsent-answer.ts';
import { messageForm } from './message-form.ts';
import { offers } from './offers.ts';
import { surveyForm } from './survey-form.ts';
import { say, sayTime, sayZone } from './say.ts';
import type { TrackKey } from './say.ts';
import './track.css';

interface Opened {
  key: TrackingKey;
  tracked: Tracked;
  /** When it was read, by the phone's clock. */
  at: string;
}

/** A page that comes back to the front reads anew when it is older than this (ms). */
const STALE_AFTER = 60_000;

const page = document.getElementById('page')!;
const typed: KeyTyped = { code: codeInAddress(), digits: '' };
let opened: Opened | null = null;

function codeInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function header(): HTMLElement {
  const switches = LOCALES.map((locale) => {
    const pressed = String(locale === getLocale());
    const button = el('button', { type: 'button', lang: locale, 'aria-pressed': pressed }, LOCALE_NAMES[locale]);
    button.addEventListener('click', () => {
      setLocale(locale);
      show();
      // The company's own names come in the language that they are asked for in.
      if (opened !== null) void reread?.();
    });
    return button;
  });
  return el('header', {}, el('nav', { 'aria-label': say('track.language') }, ...switches));
}

function show(trouble: Trouble | null = null): void {
  document.title = opened === null ? say('track.title') : `${opened.tracked.number} · ${say('track.title')}`;
  if (opened === null) fill(page, header(), keyForm(typed, trouble, open));
  else fill(page, header(), caseScreen(opened));
}

function open(key: TrackingKey, tracked: Tracked): void {
  opened = { key, tracked, at: new Date().toISOString() };
  rememberKey(key);
  show();
  page.querySelector('h1')?.focus();
}

/** The cards are written anew with each reading; the form below them is not, for somebody may be typing. */
function caseScreen({ key, tracked, at }: Opened): HTMLElement {
  const asOf = el('p', { class: 'when' });
  const told = outcome();
  const merged = el('p', { class: 'when' });
  const cards = el('div');
  const verdict = el('div');
  let asksAbout: number | null = null;
  const take = (read: Tracked, at = new Date().toISOString()) => {
    opened = { key, tracked: read, at };
    fill(asOf, say('track.asOf', { time: sayTime(at), zone: sayZone() }));
    const { mergedNumbers } = read;
    fill(merged, mergedNumbers.length === 0 ? null : say('track.merged', { numbers: mergedNumbers.join(', ') }));
    offered.show(read);
    fill(cards, ...caseView(read));
    // Written once for each question, for somebody may be answering it.
    const round = read.survey?.state === 'ASKED' ? read.survey.round : null;
    if (round !== asksAbout) fill(verdict, round === null ? null : surveyForm(key, round, take));
    asksAbout = round;
    told.tell('', 'done');
  };
  const refresh = async () => {
    const asked = await askTracking(key);
    if (asked.ok) take(asked.value);
    else told.tell(troubleText(asked.trouble), 'problem');
  };
  const offered = offers(
    key,
    (read) => take(read),
    () => void refresh(),
  );
  take(tracked, at);
  reread = refresh;
  const head = el(
    'div',
    { class: 'head' },
    el('p', { class: 'number' }, say('track.number', { number: tracked.number })),
    el('h1', { tabindex: '-1' }, tracked.subject),
    merged,
    asOf,
    el(
      'div',
      {},
      quietButton('track.refresh', () => void refresh()),
      quietButton('track.other', leave),
    ),
    told,
  );
  return el(
    'main',
    {},
    head,
    offered.element,
    verdict,
    cards,
    messageForm(key, (read) => take(read)),
    fileForm(key),
  );
}

function quietButton(label: TrackKey, onClick: () => void): HTMLElement {
  const button = el('button', { type: 'button', class: 'quiet' }, say(label));
  button.addEventListener('click', onClick);
  return button;
}

/** Forgets what opened the complaint: the phone may be somebody else's. */
function leave(): void {
  opened = null;
  reread = null;
  typed.code = typed.digits = '';
  rememberKey(null);
  rememberUnsent(null);
  rememberVerdict(null);
  rememberAnswer(null);
  history.replaceState(null, '', location.pathname);
  show();
}

let reread: (() => Promise<void>) | null = null;

document.addEventListener('visibilitychange', () => {
  if (document.hidden || opened === null || reread === null) return;
  if (Date.now() - Date.parse(opened.at) > STALE_AFTER) void reread();
});

async function start(): Promise<void> {
  initLocale();
  const known = rememberedKey();
  // A link to another complaint comes before what this tab remembers.
  if (known === null || (typed.code !== '' && typed.code !== known.code)) {
    show();
    return;
  }
  const asked = await askTracking(known);
  if (asked.ok) return open(known, asked.value);
  typed.code = known.code;
  typed.digits = known.phoneLast4 ?? '';
  show(asked.trouble);
}

void start();
