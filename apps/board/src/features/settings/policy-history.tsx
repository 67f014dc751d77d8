import { useQuery } from 'urql';
import { useLocale } from '../../i18n/use-t.ts';
import { fieldsOf, shapeOf } from './policy-form.ts';
import type { FieldShape } from './policy-form.ts';
import { historyQuery } from './settings-documents.ts';
import type { PolicyEntry } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** Who changed the policy, when, why, and what from and to. */
export function PolicyHistory({ policy }: { policy: PolicyEntry }) {
  const s = useSettingsT();
  const locale = useLocale();
  const words = useWords();
  const { kind, key } = policy;
  const [{ data }] = useQuery({ query: historyQuery, variables: { kind, key }, requestPolicy: 'cache-and-network' });
  const versions = data?.policy?.history.nodes ?? [policy];
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div>
      <h3 className={classes.historyTitle}>{s('settings.history')}</h3>
      <ol className={classes.history}>
        {versions.map((version, i) => (
          <li key={version.id}>
            <div className={classes.who}>
              {s('settings.version', { n: version.version })} · {version.changedBy?.name ?? s('settings.product')} ·{' '}
              <time dateTime={version.validFrom}>{moment.format(new Date(version.validFrom))}</time>
            </div>
            {version.reason !== null && <div>{version.reason}</div>}
            {changes(version, versions[i + 1]).map(({ field, from, to }) => (
              <div key={field.name} className={classes.change}>
                {[field.group && s(field.group), words.label(field)].filter(Boolean).join(' · ')}:{' '}
                {words.value(field, from)} → {words.value(field, to)}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

function changes(version: PolicyEntry, before: PolicyEntry | undefined) {
  if (before === undefined) return [];
  const [was, is] = [fieldsOf(before.value), fieldsOf(version.value)];
  const differs = ({ name }: FieldShape) => was[name] !== is[name];
  return shapeOf(version.value)
    .filter(differs)
    .map((field) => ({ field, from: was[field.name], to: is[field.name] }));
}
