import { useViewer } from '../../app/viewer.tsx';
import { EntryList } from './entry-list.tsx';
import { blankCalendar } from './new-calendar.ts';
import { NewPolicy } from './new-policy.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import type { SectionProps } from './section-props.ts';
import { SectionWait } from './section-wait.tsx';
import classes from './settings-page.module.css';
import { usePolicies } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** The calendars, the one that is open, and the way to a new one. */
export function CalendarSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const words = useWords();
  const mayKeep = useViewer().permissions.settings;
  const { policies, failed, again } = usePolicies('CALENDAR');
  if (policies === null) return <SectionWait failed={failed} again={again} />;
  const known = policies.find(({ key }) => key === selected);
  const fresh = known === undefined && mayKeep ? blankCalendar(selected, policies) : null;
  const company = policies.find(({ key }) => key === 'STANDARD');
  const open = known ?? fresh ?? company ?? policies[0];
  const entries = [...policies, ...(fresh === null ? [] : [fresh])].map((policy) => ({
    key: policy.key,
    title: words.title(policy),
    mark: policy.version === 0 ? s('settings.unsaved') : policy.origin === 'ADMIN' ? s('settings.changed') : '',
  }));
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        <EntryList entries={entries} open={open?.key ?? null} onSelect={onSelect} />
        {mayKeep && <NewPolicy of="calendar" known={policies.map(({ key }) => key)} onCreate={onSelect} />}
      </div>
      {open !== undefined && <PolicyEditor key={open.id} policy={open} onSaved={again} />}
    </div>
  );
}
