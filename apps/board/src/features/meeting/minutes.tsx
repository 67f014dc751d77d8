import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../../i18n/use-t.ts';
import { clockText } from './clock-text.ts';
import { itemName, nothingTold, reasonWords } from './item-name.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import { useMeetingT } from './meeting-texts.ts';
import { minutesMarkdown } from './minutes-markdown.ts';
import { leftNames, minutesFacts, reachedItems } from './minutes-facts.ts';
import { MinutesFoot } from './minutes-foot.tsx';
import { minutesTasks } from './minutes-tasks.ts';
import classes from './minutes.module.css';
import { Recorded } from './recorded.tsx';

/** The minutes: who was there, what was done and decided on each item, and how it stands with their confirmation. */
export function Minutes({ meeting }: { meeting: MeetingView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const { id, name, purpose, phase, startedAt } = meeting;
  const markdown = minutesMarkdown(meeting, t, locale);
  const { reached, left } = reachedItems(meeting.items);
  const tasks = minutesTasks(reached, t, locale);
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <Link to="/meetings">{t('meeting.toList')}</Link>
        {phase === 'RUNNING' && (
          <Link to="/meetings/$id" params={{ id }}>
            {t('meeting.enter')}
          </Link>
        )}
        <span className={classes.space} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('minutes.print')}
        </Button>
        <CopyButton value={markdown}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={copy}>
              {copied ? t('common.copied') : t('minutes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          href={`data:text/markdown;charset=utf-8,${encodeURIComponent(markdown)}`}
          download={`${name}-${startedAt.slice(0, 10)}.md`}
        >
          {t('minutes.markdown')}
        </Button>
      </div>
      <article className={classes.sheet}>
        <p className={classes.kind}>{t('meeting.minutes')}</p>
        <h1 className={classes.title}>{name}</h1>
        {purpose !== '' && <p className={classes.purpose}>{purpose}</p>}
        <dl className={classes.facts}>
          {minutesFacts(meeting, t, locale).map(([term, fact]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        {tasks.length > 0 && (
          <>
            <h2 className={classes.heading}>{t('minutes.tasks')}</h2>
            <ul className={classes.tasks}>
              {tasks.map(({ key, who, what, about }) => (
                <li key={key}>
                  <strong>{who}</strong>
                  <span>{what}</span>
                  <span className={classes.dim}>{about}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 className={classes.heading}>{t('minutes.items')}</h2>
        <ol className={classes.items}>
          {reached.map((item) => (
            <MinutesItem key={item.id} item={item} />
          ))}
        </ol>
        {reached.length === 0 && <p className={classes.dim}>{t('minutes.nothing')}</p>}
        {left.length > 0 && (
          <>
            <h2 className={classes.heading}>{t('minutes.notReached')}</h2>
            <ul className={classes.left}>
              {leftNames(left, t).map((named, i) => (
                <li key={`${i} ${named}`}>{named}</li>
              ))}
            </ul>
          </>
        )}
        <MinutesFoot meeting={meeting} />
      </article>
    </div>
  );
}

function MinutesItem({ item }: { item: MeetingItemView }) {
  const t = useMeetingT();
  const { outcome, spentSeconds } = item;
  const told = [
    ...reasonWords(item, t),
    outcome !== null && t(`meeting.outcome.${outcome}`),
    t('minutes.spent', { time: clockText(spentSeconds) }),
  ].filter((part) => part !== false);
  return (
    <li className={classes.item}>
      <h3>{itemName(item, t)}</h3>
      <p className={classes.dim}>{told.join(' · ')}</p>
      <Recorded item={item} empty={nothingTold(item, t)} />
    </li>
  );
}
