import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { BoardCard } from '../../live/board-card.ts';
import { ComplaintNumber } from '../../ui/complaint-number.tsx';
import { departmentColor, departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime, openDay, shortDate } from '../../ui/time.ts';
import { CardDeadline } from './card-deadline.tsx';
import classes from './card-face.module.css';
import { ChannelIcon } from './channel-icon.tsx';

/** What a card says of its complaint. The number is the link; it covers the whole face. */
export function CardFace({
  card,
  describedBy,
  action,
  onKeyDown,
  onBlur,
}: {
  card: BoardCard;
  /** The id of the words that tell how to lift it; none in a copy that is only looked at. */
  describedBy?: string;
  /** What the viewer can do with it now. */
  action?: ReactNode;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
}) {
  const t = useT();
  return (
    <>
      <div className={classes.top}>
        <SeverityMark severity={card.severity} />
        <Link
          to="/complaints/$number"
          params={{ number: card.number }}
          search={(search) => search}
          className={classes.link}
          draggable={false}
          aria-describedby={describedBy}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          <ComplaintNumber number={card.number} />
          <span className={classes.spoken}> {card.subject}</span>
        </Link>
        <span className={classes.channel}>
          <ChannelIcon channel={card.channel} />
        </span>
        <CardTime card={card} />
      </div>
      <div className={classes.subject} aria-hidden>
        {card.subject}
      </div>
      {card.demand !== null && card.demand !== '' && (
        <div className={classes.demand} title={card.demand}>
          <span className={classes.label}>{t('board.card.demand')}</span> {card.demand}
        </div>
      )}
      {card.stage !== 'CLOSED' && <Urgency card={card} />}
      {card.mergedInto !== null && <Merged into={card.mergedInto.number} />}
      <div className={classes.bottom}>
        <Department card={card} />
        {action ?? <Person card={card} />}
        {card.givenDuties > 0 && <Duties card={card} />}
        {card.attachmentCount > 0 && <FileCount n={card.attachmentCount} />}
        <Days receivedAt={card.receivedAt} />
      </div>
    </>
  );
}

/** On hold, what counts is when it goes on; unless a clock that no hold stops is running. */
function CardTime({ card: { hold, nextDeadline } }: { card: BoardCard }) {
  if (nextDeadline !== null) return <CardDeadline deadline={nextDeadline} />;
  return hold?.state === 'ACTIVE' ? <CardHold until={hold.until} /> : null;
}

function CardHold({ until }: { until: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <time className={classes.hold} dateTime={until} title={fullTime(until, locale)}>
      {t('board.card.heldUntil', { at: shortDate(until, locale) })}
    </time>
  );
}

/** How often it came back, what may come of it, and who presses for it: the level of its ladder, plain once somebody has taken it on; a coordinator; colleagues. */
function Urgency({ card }: { card: BoardCard }) {
  const t = useT();
  const { consequences, escalationLevel, escalatedTo, supervisedAt, urgeCount, isRegulator, round } = card;
  const isPlain = round === 1 && !isRegulator && consequences.length === 0;
  if (isPlain && escalationLevel === 0 && supervisedAt === null && urgeCount === 0) return null;
  return (
    <div className={classes.urgency}>
      {round > 1 && <span data-standing>{t('board.card.round', { round })}</span>}
      {isRegulator && <span data-standing>{t('deadline.REGULATOR')}</span>}
      {consequences.map((one) => (
        <span key={one} data-standing>
          {t(`consequence.${one}`)}
        </span>
      ))}
      {escalationLevel > 0 && (
        <span data-standing={escalatedTo.length > 0 || undefined}>
          {t('board.card.escalated', { level: escalationLevel })}
        </span>
      )}
      {supervisedAt !== null && <span>{t('board.card.supervised')}</span>}
      {urgeCount > 0 && <span>{t('board.card.urged', { n: urgeCount })}</span>}
    </div>
  );
}

/** It goes on as another one. */
function Merged({ into }: { into: string }) {
  const t = useT();
  return (
    <div className={classes.urgency}>
      <span>{t('board.card.merged', { number: into })}</span>
    </div>
  );
}

/** How far the collaboration list has come. */
function Duties({ card: { givenDuties, openDuties } }: { card: BoardCard }) {
  const t = useT();
  const words = t('board.card.duties', { done: givenDuties - openDuties, given: givenDuties });
  return (
    <span className={classes.duties} title={words} role="img" aria-label={words}>
      ☑ {givenDuties - openDuties}/{givenDuties}
    </span>
  );
}

function FileCount({ n }: { n: number }) {
  const t = useT();
  const words = t('board.card.files', { n });
  return (
    <span className={classes.duties} title={words} role="img" aria-label={words}>
      <IconPaperclip size={12} stroke={1.6} aria-hidden />
      {n}
    </span>
  );
}

function Department({ card }: { card: BoardCard }) {
  const t = useT();
  const locale = useLocale();
  const { department } = card;
  if (department === null) return <span className={classes.none}>{t('unit.unrouted')}</span>;
  return (
    <span className={classes.department} title={departmentName(department, locale)}>
      <span className={classes.dot} style={{ background: departmentColor(department.code) }} />
      <span className={classes.clip}>{locale === 'en' ? department.nameEn : department.shortName}</span>
    </span>
  );
}

function Person({ card }: { card: BoardCard }) {
  const t = useT();
  if (card.assignee !== null) return <span className={classes.person}>{card.assignee.name}</span>;
  if (card.claimedBy === null) return null;
  const words = t('board.card.claimedBy', { name: card.claimedBy.name });
  return (
    <span className={classes.person} title={words}>
      {card.claimedBy.name}
    </span>
  );
}

function Days({ receivedAt }: { receivedAt: string }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  return (
    <time className={classes.days} dateTime={receivedAt} title={fullTime(receivedAt, locale)}>
      {t('time.openDays', { d: openDay(receivedAt, now) })}
    </time>
  );
}
