import { Button, Skeleton } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { cardsOf } from './inbox-cards.ts';
import type { InboxCard } from './inbox-cards.ts';
import { InboxLine } from './inbox-line.tsx';
import classes from './inbox.module.css';
import type { InboxList } from './use-inbox-list.ts';
import { useInboxT } from './use-inbox-t.ts';

/** What waits, then news; or why there is nothing to show. */
export function InboxLists({ list }: { list: InboxList }) {
  const t = useT();
  const own = useInboxT();
  if (list.state === 'loading') {
    return (
      <div className={classes.loading} role="status" aria-label={t('common.loading')}>
        <Skeleton height={56} />
        <Skeleton height={56} />
        <Skeleton height={56} />
      </div>
    );
  }
  if (list.state === 'failed') {
    const retry = (
      <Button size="xs" onClick={list.reload}>
        {t('common.retry')}
      </Button>
    );
    return (
      <Notice kind="problem" action={retry}>
        {own('inbox.failed')}
      </Notice>
    );
  }
  return (
    <>
      {list.isStale && <Notice kind="info">{own('inbox.stale')}</Notice>}
      <section>
        <h3 className={classes.heading}>{own('inbox.waiting')}</h3>
        <Lines cards={cardsOf(list.waiting)} empty={own('inbox.nothing')} list={list} />
        {list.more > 0 && <p className={classes.empty}>{own('inbox.more', { n: list.more })}</p>}
      </section>
      <section>
        <h3 className={classes.heading}>{own('inbox.news')}</h3>
        <Lines cards={list.news.map((entry) => [entry] as const)} empty={own('inbox.noNews')} list={list} />
      </section>
    </>
  );
}

function Lines({ cards, empty, list }: { cards: readonly InboxCard[]; empty: string; list: InboxList }) {
  if (cards.length === 0) return <p className={classes.empty}>{empty}</p>;
  return (
    <ul className={classes.list}>
      {cards.map((card) => (
        <InboxLine key={card[0].id} card={card} list={list} />
      ))}
    </ul>
  );
}
