import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { complaintTold, itemName, reasonWords } from './item-name.ts';
import type { MeetingItemView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';

/** One item of the agenda. Alt with an arrow moves it, like its buttons; they are there for who leads. */
export function AgendaLine({
  item,
  n,
  isShown,
  isFocus,
  onChoose,
  onUp,
  onDown,
  onDrop,
}: {
  item: MeetingItemView;
  n: number;
  isShown: boolean;
  /** Everybody is shown it. */
  isFocus: boolean;
  onChoose: () => void;
  /** Null: it is the first already. Left out: not for this viewer. */
  onUp?: (() => void) | null;
  onDown?: (() => void) | null;
  onDrop?: () => void;
}) {
  const t = useMeetingT();
  const name = itemName(item, t);
  const { outcome, askedBy } = item;
  const complaint = complaintTold(item);
  const why = reasonWords(item, t);
  const line = useRef<HTMLLIElement>(null);
  // Who follows did not choose it: it may be far down the agenda.
  useEffect(() => {
    if (isShown) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  return (
    <li ref={line} className={classes.item} data-shown={isShown || undefined} data-focus={isFocus || undefined}>
      <button
        type="button"
        className={classes.itemButton}
        aria-current={isShown ? 'true' : undefined}
        onClick={onChoose}
        onKeyDown={(event) => {
          const act = event.altKey ? { ArrowUp: onUp, ArrowDown: onDown }[event.key] : undefined;
          if (act === undefined || act === null) return;
          event.preventDefault();
          act();
        }}
      >
        <span className={classes.itemNumber}>{n}</span>
        <span className={classes.itemText}>
          <span className={classes.itemName}>
            {complaint !== null && <SeverityMark severity={complaint.severity} size={11} />}
            {complaint === null ? name : complaint.subject}
          </span>
          <span className={classes.itemWhy}>
            {[
              complaint?.number,
              ...why,
              askedBy !== null && t('meeting.askedBy', { name: askedBy.name }),
              item.isComplaint &&
                complaint !== null &&
                askedBy === null &&
                why.length === 0 &&
                t('meeting.addedByHand'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {outcome !== null && <span className={classes.outcome}>{t(`meeting.outcome.${outcome}`)}</span>}
      </button>
      {onDrop !== undefined && (
        <span className={classes.itemTools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            disabled={onUp === null}
            aria-label={t('meeting.up', { name })}
            onClick={onUp ?? undefined}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            disabled={onDown === null}
            aria-label={t('meeting.down', { name })}
            onClick={onDown ?? undefined}
          >
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('meeting.drop', { name })} onClick={onDrop}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
