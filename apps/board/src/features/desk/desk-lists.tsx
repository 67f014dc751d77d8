import { useState } from 'react';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { cardsOf, dueOf, inOneOrder, isAboutMeeting, meetingCardsOf, subjectOf } from '../inbox/inbox-cards.ts';
import type { AnyCard } from '../inbox/inbox-cards.ts';
import type { InboxList } from '../inbox/use-inbox-list.ts';
import { DeskFilter } from './desk-filter.tsx';
import { groupsOf } from './desk-groups.ts';
import type { DeskGroup } from './desk-groups.ts';
import { DeskLine } from './desk-line.tsx';
import type { LineEnds } from './desk-line.tsx';
import classes from './desk.module.css';
import { MeetingLine } from './meeting-line.tsx';
import { useDeskT } from './use-desk-t.ts';
import { useHeldLine } from './use-held-line.ts';

/** What waits, then news; or why there is nothing to show. */
export function DeskLists({ list, onDone }: { list: InboxList; onDone: LineEnds['onDone'] }) {
  const t = useDeskT();
  if (list.state === 'loading') return <LoadingLines heights={[72, 72, 72]} />;
  if (list.state === 'failed') return <RetryNotice onRetry={list.reload}>{t('inbox.failed')}</RetryNotice>;
  return <ReadyLists list={list} onDone={onDone} />;
}

function ReadyLists({ list, onDone }: { list: InboxList; onDone: LineEnds['onDone'] }) {
  const t = useDeskT();
  const [group, setGroup] = useState<DeskGroup | null>(null);
  const waiting = inOneOrder<AnyCard, AnyCard>(cardsOf(list.waiting), meetingCardsOf(list.meetings), dueOf);
  const more = list.count - waiting.length;
  const news = inOneOrder(list.news, list.meetingNews, ({ at }) => -Date.parse(at));
  const isShown = (card: AnyCard) => group === null || groupsOf(card).includes(group);
  const { shown, isGone, hold, release } = useHeldLine(waiting.filter(isShown));
  const ends: LineEnds = {
    reload: list.reload,
    onRead: (ids) => void list.read(ids),
    onDone,
    onHold: (card, isHeld) => (isHeld ? hold(card) : release(card)),
  };
  return (
    <>
      {list.isStale && <Notice kind="info">{t('inbox.stale')}</Notice>}
      <section>
        <div className={classes.sectionHead}>
          <h2 className={classes.heading}>
            {t('inbox.waiting')} {list.count > 0 && <span className={classes.count}>{list.count}</span>}
          </h2>
          <DeskFilter cards={waiting} chosen={group} onChoose={setGroup} />
        </div>
        {shown.length === 0 && (
          <p className={classes.empty}>{t(group === null ? 'inbox.nothing' : 'desk.noneOfThese')}</p>
        )}
        <ul className={classes.list}>
          {shown.map((card) => (
            <Line key={subjectOf(card)} card={card} isGone={isGone(card)} ends={ends} />
          ))}
        </ul>
        {more > 0 && <p className={classes.empty}>{t('inbox.more', { n: more })}</p>}
      </section>
      <section>
        <h2 className={classes.heading}>{t('inbox.news')}</h2>
        {news.length === 0 && <p className={classes.empty}>{t('inbox.noNews')}</p>}
        <ul className={classes.list}>
          {news.map((entry) => (
            <Line key={entry.id} card={'complaint' in entry ? [entry] : [entry]} isGone={false} ends={ends} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Line({ card, ...props }: { card: AnyCard; isGone: boolean; ends: LineEnds }) {
  return isAboutMeeting(card) ? <MeetingLine card={card} {...props} /> : <DeskLine card={card} {...props} />;
}
