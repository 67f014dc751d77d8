import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { ChangeList } from './change-list.tsx';
import { changedFields } from './changed-fields.ts';
import { historyQuery } from './settings-documents.ts';
import type { PolicyEntry } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';

const PAGE = 20;
/** As many as the contract gives at once. */
const MOST = 100;

/** Who changed the policy, when, why, and what from and to. */
export function PolicyHistory({ policy }: { policy: PolicyEntry }) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const [first, setFirst] = useState(PAGE);
  const { kind, key } = policy;
  const variables = { kind, key, first };
  const [{ data }] = useQuery({ query: historyQuery, variables, requestPolicy: 'cache-and-network' });
  const versions = data?.policy?.history.nodes ?? [policy];
  const more = data?.policy?.history.pageInfo.hasNextPage === true;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-label={s('settings.history')}>
      <h3 className={classes.historyTitle}>{s('settings.history')}</h3>
      <ol className={classes.history}>
        {versions.map((version, i) => {
          const before = versions[i + 1];
          // What the last one of a page changed is told once the one before it is here.
          if (before === undefined && more) return null;
          return (
            <li key={version.id}>
              <div className={classes.who}>
                {s('settings.version', { n: version.version })} · {version.changedBy?.name ?? s('settings.product')}
                {version.origin === 'DEFAULT' && version.changedBy !== null && ` · ${s('settings.reset.done')}`} ·{' '}
                <time dateTime={version.validFrom}>{moment.format(new Date(version.validFrom))}</time>
              </div>
              {version.reason !== null && <div>{version.reason}</div>}
              {before !== undefined && <ChangeList changes={changedFields(before.value, version.value, t)} />}
            </li>
          );
        })}
      </ol>
      {more && first < MOST && (
        <Button variant="default" size="xs" mt={12} onClick={() => setFirst(MOST)}>
          {s('settings.historyOlder')}
        </Button>
      )}
    </section>
  );
}
