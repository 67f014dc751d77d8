import { Link } from '@tanstack/react-router';
import { addMessages } from '../../i18n/catalogue.ts';
import type { Locale } from '../../i18n/locale.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import { resolutionMessages } from '../../i18n/messages/resolution.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime, timeAgo } from '../../ui/time.ts';
import { resolutionName } from '../complaint/resolution-words.ts';
import { formsOf } from './entry-forms.ts';
import { FormLinks } from './form-links.tsx';
import { InboxAnswers, isClaimed, toDecide } from './inbox-answers.tsx';
import type { InboxCard } from './inbox-cards.ts';
import type { InboxEntry } from './inbox-documents.ts';
import { InboxDue } from './inbox-due.tsx';
import classes from './inbox.module.css';
import type { InboxList } from './use-inbox-list.ts';
import { useInboxT } from './use-inbox-t.ts';

// What is to be approved is named as in the drawer.
addMessages(resolutionMessages);

type Key = keyof (typeof inboxMessages)['en'];

/** The words of a kind; kinds that came after this board was built are notifications. */
function kindKey(kind: string): Key {
  const key = `inbox.kind.${kind}`;
  return Object.hasOwn(inboxMessages.en, key) ? (key as Key) : 'inbox.kind.OTHER';
}

/**
 * A card of the inbox: what is asked, of which complaint, by whom, since when, until when; and the answer, where one
 * press gives it, else the way to its form.
 */
export function InboxLine({ card, list }: { card: InboxCard; list: InboxList }) {
  const t = useT();
  const own = useInboxT();
  const locale = useLocale();
  const now = useNow('minute');
  const [first] = card;
  const { complaint, actor } = first;
  const unread = card.filter((entry) => entry.readAt === null);
  const forms = [...new Set(card.flatMap(formsOf))];
  const left = () => void list.read(unread.map((entry) => entry.id));
  const deadline = card.map((entry) => entry.deadline).reduce(earlier);
  const who = actor === null ? null : actor.__typename === 'CustomerActor' ? actor.label : actor.name;
  return (
    <li className={classes.line} data-entry={first.kind} data-unread={unread.length > 0 || undefined}>
      <div className={classes.top}>
        <span className={classes.kind}>{[...new Set(card.map((entry) => own(kindKey(entry.kind))))].join(' · ')}</span>
        <SeverityMark severity={complaint.severity} />
        <span className={classes.number}>{complaint.number}</span>
        {unread.length > 0 && <span className={classes.unread}>{own('inbox.unread')}</span>}
        {deadline !== null && <InboxDue deadline={deadline} />}
      </div>
      <Link
        to="/complaints/$number"
        params={{ number: complaint.number }}
        search={(search) => search}
        {...(forms[0] !== undefined && { hash: forms[0] })}
        className={classes.subject}
        onClick={left}
      >
        {complaint.subject}
      </Link>
      {[...new Set(card.map((entry) => particulars(entry, t, locale)))].map(
        (text) =>
          text !== null && (
            <div key={text} className={classes.more}>
              {text}
            </div>
          ),
      )}
      <div className={classes.bottom}>
        <span>
          {who !== null && `${own('inbox.by', { name: who })} · `}
          <time dateTime={first.at} title={fullTime(first.at, locale)}>
            {timeAgo(first.at, now, t, locale)}
          </time>
        </span>
        {card.filter(answersOnce).map((entry) => (
          <InboxAnswers key={entry.id} entry={entry} onAnswered={list.reload} />
        ))}
        <FormLinks number={complaint.number} forms={forms} isFirst={!card.some(isPressed)} onLeft={left} />
      </div>
    </li>
  );
}

/** The clock that hurts first. */
function earlier(x: InboxEntry['deadline'], y: InboxEntry['deadline']): InboxEntry['deadline'] {
  if (x === null || y === null) return x ?? y;
  return Date.parse(y.dueAt) < Date.parse(x.dueAt) ? y : x;
}

/** What the entry is about besides its complaint: between whom, which duty, which resolution, which words. */
function particulars({ handoff, duty, comment, resolution }: InboxEntry, t: Translate, locale: Locale): string | null {
  if (resolution !== null) return [resolutionName(resolution, t, locale), resolution.what].filter(Boolean).join(' · ');
  if (handoff === null) return duty?.what ?? comment;
  return `${departmentName(handoff.from, locale)} → ${departmentName(handoff.to, locale)}`;
}

/** Whether one press answers it. */
function isPressed(entry: InboxEntry): boolean {
  return entry.isWaiting && (isClaimed(entry) || toDecide(entry) || entry.kind === 'HANDOFF_ASKED');
}

/** Of entries that are answered by the same press, the first alone offers it. */
function answersOnce(entry: InboxEntry, index: number, card: readonly InboxEntry[]): boolean {
  if (!entry.isWaiting) return false;
  return !isClaimed(entry) || card.findIndex((other) => other.isWaiting && isClaimed(other)) === index;
}
