import { Link } from '@tanstack/react-router';
import { useLocale } from '../../i18n/use-t.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime, timeAgo } from '../../ui/time.ts';
import { useT } from '../../i18n/use-t.ts';
import type { InboxEntry } from './inbox-documents.ts';
import { InboxAnswers } from './inbox-answers.tsx';
import { InboxDue } from './inbox-due.tsx';
import classes from './inbox.module.css';
import type { InboxList } from './use-inbox-list.ts';
import { useInboxT } from './use-inbox-t.ts';

type Key = keyof (typeof inboxMessages)['en'];

/** The words of a kind; kinds that came after this board was built are notifications. */
function kindKey(kind: string): Key {
  const key = `inbox.kind.${kind}`;
  return Object.hasOwn(inboxMessages.en, key) ? (key as Key) : 'inbox.kind.OTHER';
}

/** One entry: what it asks, of which card, by whom, since when, until when; and the answer, where one press gives it. */
export function InboxLine({ entry, list }: { entry: InboxEntry; list: InboxList }) {
  const t = useT();
  const own = useInboxT();
  const locale = useLocale();
  const now = useNow('minute');
  const { complaint, handoff, duty, deadline, actor } = entry;
  const who = actor === null ? null : actor.__typename === 'CustomerActor' ? actor.label : actor.name;
  const more =
    handoff !== null
      ? `${departmentName(handoff.from, locale)} → ${departmentName(handoff.to, locale)}`
      : (duty?.what ?? entry.comment);
  return (
    <li className={classes.line} data-entry={entry.kind} data-unread={entry.readAt === null || undefined}>
      <div className={classes.top}>
        <span className={classes.kind}>{own(kindKey(entry.kind))}</span>
        <SeverityMark severity={complaint.severity} />
        <span className={classes.number}>{complaint.number}</span>
        {entry.readAt === null && <span className={classes.unread}>{own('inbox.unread')}</span>}
        {deadline !== null && <InboxDue deadline={deadline} />}
      </div>
      <Link
        to="/complaints/$number"
        params={{ number: complaint.number }}
        search={(search) => search}
        className={classes.subject}
        onClick={() => void list.read(entry.id)}
      >
        {complaint.subject}
      </Link>
      {more !== null && <div className={classes.more}>{more}</div>}
      <div className={classes.bottom}>
        <span>
          {who !== null && `${own('inbox.by', { name: who })} · `}
          <time dateTime={entry.at} title={fullTime(entry.at, locale)}>
            {timeAgo(entry.at, now, t, locale)}
          </time>
        </span>
        {entry.isWaiting && <InboxAnswers entry={entry} onAnswered={list.reload} />}
      </div>
    </li>
  );
}
