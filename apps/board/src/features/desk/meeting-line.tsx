import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isTyping, shortcutOf, SHORTCUTS } from '../../app/shortcuts.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { agreedTime } from '../../ui/time.ts';
import { Notice } from '../../ui/notice.tsx';
import buttons from '../board/card-button.module.css';
import type { MeetingCard } from '../inbox/inbox-cards.ts';
import type { MeetingEntry } from '../inbox/inbox-documents.ts';
import { fulfilMutation } from './desk-documents.ts';
import type { LineEnds } from './desk-line.tsx';
import classes from './desk-line.module.css';
import { NoteLine } from './note-line.tsx';
import { LineSince } from './line-since.tsx';
import { actorOf, kindWords } from './line-words.ts';
import { MeetingDue } from './meeting-due.tsx';
import { useAnswer } from './use-answer.ts';
import { useDeskT } from './use-desk-t.ts';

type Decision = NonNullable<MeetingEntry['decision']>;

/**
 * A line of the desk that a meeting left: what it decided that the member sees to, which they say is done right here; that it
 * begins soon; or that it is at another time. `isGone`: it was settled elsewhere while something stood open at it.
 */
export function MeetingLine({ card, isGone, ends }: { card: MeetingCard; isGone: boolean; ends: LineEnds }) {
  const t = useDeskT();
  const locale = useLocale();
  const line = useRef<HTMLLIElement>(null);
  const subject = useRef<HTMLAnchorElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [first] = card;
  const { decision } = first;
  const unread = card.filter((entry) => entry.readAt === null);
  const who = decision?.by?.name ?? actorOf(first);
  const about = decision === null ? null : aboutOf(decision);
  const times = card.filter(({ kind }) => kind === 'MEETING_DATE_CHANGED').map((entry) => timesOf(entry, t, locale));

  const hold = useEffectEvent((isHeld: boolean) => ends.onHold(card, isHeld));
  useEffect(() => {
    if (!isOpen) return undefined;
    hold(true);
    return () => hold(false);
  }, [isOpen]);

  const left = () => ends.onRead(unread.map(({ id }) => id));
  const close = () => {
    setOpen(false);
    subject.current?.focus();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (event.key === 'Escape' && isOpen) return close();
    if (decision?.viewerMayFulfil !== true || shortcutOf('desk', event) !== 'finish') return;
    event.preventDefault();
    if (!event.repeat) setOpen((open) => !open);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that come from the link and the buttons in it
    <li
      ref={line}
      className={classes.line}
      data-line
      data-entry={first.kind}
      data-unread={unread.length > 0 || undefined}
      onKeyDown={byKey}
    >
      <div className={classes.top}>
        <span className={classes.kind}>{[...new Set(card.map((entry) => kindWords(entry, t)))].join(' · ')}</span>
        {decision !== null && <span>{decision.meetingName}</span>}
        {unread.length > 0 && <span className={classes.unread}>{t('inbox.unread')}</span>}
        <MeetingDue entry={first} />
      </div>
      <Subject entry={first} link={subject} onLeft={left} />
      {times.map((words) => (
        <div key={words} className={classes.more}>
          {words}
        </div>
      ))}
      {about !== null && (
        <div className={classes.more}>
          {decision?.complaint == null ? (
            about
          ) : (
            <Link
              to="/desk/complaints/$number"
              params={{ number: decision.complaint.number }}
              search={(search) => search}
            >
              {about}
            </Link>
          )}
        </div>
      )}
      <div className={classes.bottom}>
        <span className={classes.since}>
          <LineSince who={who} at={first.at} />
        </span>
        {decision?.viewerMayFulfil === true && (
          <div className={classes.acts}>
            <button
              type="button"
              className={buttons.main}
              data-key={SHORTCUTS.desk.finish[0].toUpperCase()}
              aria-label={t('desk.fulfilThis', { text: decision.text ?? '' })}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {t('desk.act.finish')}
            </button>
          </div>
        )}
      </div>
      {isGone && <Notice kind="info">{t('desk.gone')}</Notice>}
      {isOpen && decision !== null && (
        <FulfilLine
          decision={decision}
          reload={ends.reload}
          onDone={(words) => {
            setOpen(false);
            ends.onDone(line.current, words);
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}

/** What the decision is about besides its words: its complaint, where that is in sight, or the other matter. */
function aboutOf({ complaint, title }: Decision): string | null {
  return complaint?.number ?? title;
}

/** When a meeting is instead, and when it was to be. */
function timesOf({ metAt, meetsAt }: MeetingEntry, t: Translate, locale: Locale): string {
  const was = metAt && agreedTime(metAt, locale);
  const now = meetsAt && agreedTime(meetsAt, locale);
  if (now === null) return t('desk.calledOff', { was: was ?? '' });
  return was === null ? t('desk.onAgain', { now }) : t('desk.moved', { was, now });
}

/** What it says, leading to where it was decided, or will be talked about. */
function Subject({
  entry: { decision, series },
  link,
  onLeft,
}: {
  entry: MeetingEntry;
  link: React.Ref<HTMLAnchorElement>;
  onLeft: () => void;
}) {
  const t = useDeskT();
  const props = { ref: link, className: classes.subject, 'data-subject': true, onClick: onLeft };
  if (decision !== null) {
    const keys = decision.viewerMayFulfil ? SHORTCUTS.desk.finish[0] : undefined;
    return (
      <Link to="/meetings/$id/minutes" params={{ id: decision.meetingId }} aria-keyshortcuts={keys} {...props}>
        {decision.text ?? t('desk.erased')}
      </Link>
    );
  }
  return series === null ? (
    <Link to="/meetings" {...props}>
      {t('inbox.kind.OTHER')}
    </Link>
  ) : (
    <Link to="/meetings/series/$id" params={{ id: series.id }} {...props}>
      {series.name}
    </Link>
  );
}

/** It is said to be done, with what came of it or without: the next meeting opens with that. */
function FulfilLine({
  decision: { id: decisionId, meetingId: id, text },
  reload,
  onDone,
  onCancel,
}: {
  decision: Decision;
  reload: () => void;
  onDone: (words: string) => void;
  onCancel: () => void;
}) {
  const t = useDeskT();
  const answer = useAnswer(fulfilMutation, reload);
  return (
    <NoteLine
      draft={`${decisionId}.fulfil`}
      title={t('desk.fulfilThis', { text: text ?? '' })}
      label={t('desk.fulfilNote')}
      submitLabel={t('desk.act.finish')}
      answer={answer}
      send={async (note) => (await answer.give({ input: { id, decisionId, note } })) !== null}
      onDone={() => onDone(t('desk.done.fulfil', { text: text ?? '' }))}
      onCancel={onCancel}
    />
  );
}
