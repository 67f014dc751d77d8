import { Button } from '@mantine/core';
import { useQuery } from 'urql';
import { useViewer } from '../../../app/viewer.tsx';
import { useLocale } from '../../../i18n/use-t.ts';
import { EntryList } from '../entry-list.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import classes from '../settings-page.module.css';
import { useSettingsT } from '../use-settings-t.ts';
import { allRootCausesQuery } from './root-cause-documents.ts';
import { RootCauseEditor } from './root-cause-editor.tsx';

/** The entry of the address that stands for a cause that is not there yet. */
const NEW = 'new';

/** The tree of root causes, and the one that is open. */
export function RootCauseSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const locale = useLocale();
  const mayKeep = useViewer().permissions.settings;
  const [{ data, error }, ask] = useQuery({ query: allRootCausesQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (data === undefined) return <SectionWait failed={error !== undefined} again={again} />;
  const { rootCauses } = data;
  const open = selected === NEW ? null : (rootCauses.find(({ code }) => code === selected) ?? rootCauses[0] ?? null);
  const nameOf = (cause: { nameZh: string; nameEn: string }) => (locale === 'en' ? cause.nameEn : cause.nameZh);
  const entries = rootCauses.map((cause) => ({
    key: cause.code,
    title: cause.parent === null ? nameOf(cause) : `${nameOf(cause.parent)} › ${nameOf(cause)}`,
    mark: cause.isArchived ? s('settings.rootCause.archived') : '',
  }));
  return (
    <>
      <p className={classes.about}>{s('settings.rootCause.about')}</p>
      {mayKeep && (
        <div className={classes.foot}>
          <Button size="xs" variant="default" onClick={() => onSelect(NEW)}>
            {s('settings.rootCause.add')}
          </Button>
        </div>
      )}
      <div className={classes.columns}>
        <EntryList entries={entries} open={open?.code ?? ''} onSelect={onSelect} />
        <RootCauseEditor
          key={`${open?.code ?? NEW}/${String(open?.isArchived)}`}
          cause={open}
          onSaved={(code) => {
            again();
            onSelect(code);
          }}
        />
      </div>
    </>
  );
}
