import { useViewer } from '../../../app/viewer.tsx';
import { EntryList } from '../entry-list.tsx';
import { NewPolicy } from '../new-policy.tsx';
import { PolicyEditor } from '../policy-editor.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import type { PolicyEntry } from '../settings-documents.ts';
import classes from '../settings-page.module.css';
import { CODE } from '../new-calendar.ts';
import { unwritten, usePolicies } from '../use-policies.ts';
import { useSettingsT } from '../use-settings-t.ts';
import { useWords } from '../use-words.ts';

/** The texts to customers: those that there are, and the way to a new one. */
export function WordsSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const words = useWords();
  const mayKeep = useViewer().permissions.settings;
  const { policies, failed, again } = usePolicies('CONTACT_TEMPLATE');
  if (policies === null) return <SectionWait failed={failed} again={again} />;
  const written = policies.filter(isWritten);
  const known = policies.find(({ key }) => key === selected);
  const fresh = known === undefined && mayKeep && selected !== null && CODE.test(selected) ? blank(selected) : null;
  const open = known ?? fresh ?? written[0];
  const entries = [...written, ...(fresh === null ? [] : [fresh])].map((policy) => ({
    key: policy.key,
    title: words.title(policy),
    mark: policy.version === 0 ? s('settings.unsaved') : purposeOf(policy, s),
  }));
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        <EntryList entries={entries} open={open?.key ?? null} onSelect={onSelect} />
        {mayKeep && <NewPolicy of="words" known={written.map(({ key }) => key)} onCreate={onSelect} />}
      </div>
      {open !== undefined && <PolicyEditor key={open.id} policy={open} onSaved={again} />}
    </div>
  );
}

function isWritten({ value }: PolicyEntry): boolean {
  return value.__typename === 'ContactTemplatePolicy' && value.textZh !== '';
}

function purposeOf({ value }: PolicyEntry, s: ReturnType<typeof useSettingsT>): string {
  return value.__typename === 'ContactTemplatePolicy' ? s(`settings.words.${value.purpose}`) : '';
}

function blank(key: string): PolicyEntry {
  const nothing = { nameZh: '', nameEn: '', textZh: '', textEn: '' };
  return unwritten('CONTACT_TEMPLATE', key, { __typename: 'ContactTemplatePolicy', purpose: 'REPLY', ...nothing });
}
