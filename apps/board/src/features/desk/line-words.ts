/** What a line of the desk says of its entries. */
import type { Locale } from '../../i18n/locale.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import type { Translate } from '../../i18n/translate.ts';
import { departmentName } from '../../ui/department-name.ts';
import { resolutionName } from '../complaint/resolution-words.ts';
import type { InboxCard } from '../inbox/inbox-cards.ts';
import type { InboxEntry } from '../inbox/inbox-documents.ts';

type Key = keyof (typeof inboxMessages)['en'];

/** Kinds whose words say that something is to be done: among the news they would ask for what others did long ago. */
const ASKS: ReadonlySet<string> = new Set([
  'DISPATCH_WAITING',
  'CLAIM_WAITING',
  'HANDOFF_ASKED',
  'CONTESTED',
  'APPEALED',
  'HOLD_REQUESTED',
  'APPROVAL_ASKED',
  'DUTY_GIVEN',
  'REGULATOR_ANSWER_ASKED',
  'REPLY_ASKED',
  'DEMAND_MARK_ASKED',
  'FINAL_ANSWER_ASKED',
]);

/** What an entry says has happened; kinds that came after this board was built are notifications. */
export function kindWords(
  { kind, isWaiting, handoff }: Pick<InboxEntry, 'kind' | 'isWaiting'> & Partial<Pick<InboxEntry, 'handoff'>>,
  t: Translate,
): string {
  const key = kind === 'HANDOFF_ANSWERED' ? `inbox.handoff.${handoff?.state}` : `inbox.kind.${kind}`;
  const words = t(Object.hasOwn(inboxMessages.en, key) ? (key as Key) : 'inbox.kind.OTHER');
  return !isWaiting && ASKS.has(kind) ? t('inbox.settled', { words }) : words;
}

/** The clock of a line that hurts first. */
export function firstClock(card: InboxCard): InboxEntry['deadline'] {
  return card
    .map(({ deadline }) => deadline)
    .reduce((x, y) => {
      if (x === null || y === null) return x ?? y;
      return Date.parse(y.dueAt) < Date.parse(x.dueAt) ? y : x;
    });
}

/** Whose doing the entry is; null: the system's. */
export function actorOf({ actor }: Pick<InboxEntry, 'actor'>): string | null {
  if (actor === null) return null;
  return actor.__typename === 'CustomerActor' ? actor.label : actor.name;
}

/** What the entry is about besides its complaint: between whom, which duty, which resolution, which words. */
export function particularsOf(entry: InboxEntry, t: Translate, locale: Locale): string | null {
  const { handoff, duty, comment, resolution } = entry;
  if (resolution !== null) return [resolutionName(resolution, t, locale), resolution.what].filter(Boolean).join(' · ');
  if (handoff === null) return duty?.what ?? comment;
  const way = `${departmentName(handoff.from, locale)} → ${departmentName(handoff.to, locale)}`;
  if (entry.kind === 'HANDOFF_ASKED') return [way, handoff.reason].filter(Boolean).join(' · ');
  const { declinePreset, answerReason } = handoff;
  return [way, declinePreset && t(`declinePreset.${declinePreset}`), answerReason].filter(Boolean).join(' · ');
}
