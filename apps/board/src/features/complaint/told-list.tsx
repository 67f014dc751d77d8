import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import classes from './sections.module.css';
import { toldQuery } from './told-documents.ts';
import { problemWords } from './told-words.ts';

/** What the customer was told by itself, the newest first; nothing before there was something to tell. */
export function ToldList({ complaint }: { complaint: { id: string; revision: number } }) {
  const t = useT();
  const locale = useLocale();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: toldQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  const messages = data?.complaint?.customerMessages.nodes ?? [];
  if (messages.length === 0) return null;
  return (
    <section aria-label={t('told.title')}>
      <h3 className={classes.heading}>{t('told.title')}</h3>
      <ul className={classes.list}>
        {messages.map(({ id: key, point, state, via, problem, createdAt, settledAt }) => (
          <li key={key} className={classes.item}>
            <div className={classes.line}>
              <strong>{t(`told.point.${point}`)}</strong>
              <span className={classes.dim}>
                {[t(`told.state.${state}`), via && t(`told.via.${via}`), problem && problemWords(problem, t)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <time className={classes.state} title={fullTime(settledAt ?? createdAt, locale)}>
                {shortDate(settledAt ?? createdAt, locale)}
              </time>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
