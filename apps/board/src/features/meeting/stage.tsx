import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Asked } from './asked.tsx';
import { ComplaintStage } from './complaint-stage.tsx';
import { FollowUps } from './follow-ups.tsx';
import { reasonWords } from './item-name.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { ShownStage } from './shown-stage.tsx';
import type { LookedAt } from './use-meeting-complaint.ts';

/** What is looked at: an item, or the meeting as a whole with what became of the last one. */
export function Stage({
  meeting,
  item,
  lookedAt,
  onBegin,
}: {
  meeting: MeetingView;
  item: MeetingItemView | undefined;
  lookedAt: LookedAt;
  /** Null: not this viewer's to begin. */
  onBegin: (() => void) | null;
}) {
  const t = useMeetingT();
  const root = useRef<HTMLElement>(null);
  const itemId = item?.id;
  // What was pressed may have gone along with the item before.
  useEffect(() => {
    const stage = root.current;
    if (stage === null || document.activeElement !== document.body) return;
    stage.dataset['led'] = '';
    stage.addEventListener('blur', () => delete stage.dataset['led'], { once: true });
    stage.focus({ preventScroll: true });
  }, [itemId]);
  return (
    <section
      ref={root}
      className={classes.stage}
      aria-label={t('meeting.title')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keys too
      tabIndex={0}
    >
      {item === undefined ? (
        <Overview meeting={meeting} onBegin={onBegin} />
      ) : item.complaint !== null ? (
        <ComplaintStage lookedAt={lookedAt} item={item} />
      ) : item.shown !== null ? (
        <ShownStage item={item} shown={item.shown} focus={item.id === meeting.focus?.id ? meeting.shown : null} />
      ) : item.isComplaint ? (
        <Notice kind="info">
          {t('meeting.hiddenText')} {meeting.viewerCan.join && t('meeting.hiddenJoin')}
        </Notice>
      ) : (
        <>
          <h2 className={classes.subject}>{item.title}</h2>
          <Asked item={item} />
        </>
      )}
    </section>
  );
}

function Overview({ meeting, onBegin }: { meeting: MeetingView; onBegin: (() => void) | null }) {
  const t = useMeetingT();
  const { purpose } = meeting;
  return (
    <>
      <h2 className={classes.subject}>{meeting.name}</h2>
      {purpose !== '' && <p className={classes.purpose}>{purpose}</p>}
      <dl className={classes.summary}>
        {reasonCounts(meeting.items, t).map(([reason, n]) => (
          <div key={reason}>
            <dt>{reason}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <FollowUps meeting={meeting} />
      {onBegin !== null && (
        <div>
          <Button onClick={onBegin}>{t('meeting.first')}</Button>
        </div>
      )}
    </>
  );
}

/** How many items have each reason, in the order in which reasons come up. */
function reasonCounts(items: readonly Pick<MeetingItemView, 'reasons'>[], t: Translate): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const reason of reasonWords(item, t)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts];
}
