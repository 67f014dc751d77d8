import { Button, Skeleton } from '@mantine/core';
import { useQuery } from 'urql';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { policiesQuery } from './settings-documents.ts';
import type { SectionProps } from './sections.ts';
import type { PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

interface Props extends SectionProps {
  kind: PolicyKind;
}

/** The policies of one kind, and the one that is open. */
export function PolicySection({ kind, selected, onSelect }: Props) {
  const t = useT();
  const s = useSettingsT();
  const words = useWords();
  const [{ data, error }, ask] = useQuery({
    query: policiesQuery,
    variables: { kind },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error !== undefined && data === undefined) {
    const action = (
      <Button size="xs" variant="default" onClick={again}>
        {t('common.retry')}
      </Button>
    );
    return (
      <Notice kind="problem" action={action}>
        {s('settings.failed')}
      </Notice>
    );
  }
  if (data === undefined) return <Skeleton height={240} aria-label={t('common.loading')} />;
  const open = data.policies.find(({ key }) => key === selected) ?? data.policies[0];
  return (
    <div className={classes.columns}>
      {data.policies.length > 1 && (
        <ul className={classes.list}>
          {data.policies.map((policy) => (
            <li key={policy.key}>
              <button
                type="button"
                className={classes.entry}
                aria-current={policy === open ? 'true' : undefined}
                onClick={() => onSelect(policy.key)}
              >
                <span>{words.title(policy)}</span>
                {policy.origin === 'ADMIN' && <span className={classes.mark}>{s('settings.changed')}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open !== undefined && <PolicyEditor key={open.id} policy={open} onSaved={again} />}
    </div>
  );
}
