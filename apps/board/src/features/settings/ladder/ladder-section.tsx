import { DEADLINE_KINDS } from '@redress/domain/rules/vocabulary';
import { Notice } from '../../../ui/notice.tsx';
import { EntryList } from '../entry-list.tsx';
import { PolicyEditor } from '../policy-editor.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import type { PolicyEntry } from '../settings-documents.ts';
import classes from '../settings-page.module.css';
import { unwritten, usePolicies } from '../use-policies.ts';
import { useSettingsT } from '../use-settings-t.ts';
import { useWords } from '../use-words.ts';

const ANY = 'ANY';
const KEYS = [ANY, ...DEADLINE_KINDS];

/** The ladders: one for any kind of deadline, and those that a kind has of its own. */
export function LadderSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const words = useWords();
  const { policies, failed, again } = usePolicies('LADDER');
  if (policies === null) return <SectionWait failed={failed} again={again} />;
  const own = (key: string) => policies.find((policy) => policy.key === key && !isWithdrawn(policy)) ?? null;
  const open = KEYS.find((key) => key === selected) ?? ANY;
  const general = own(ANY);
  const begun = own(open) ?? beginning(open, policies, general);
  const entries = KEYS.map((key) => ({
    key,
    title: words.title({ kind: 'LADDER', key }),
    mark: markOf(own(key)),
  }));
  function markOf(policy: PolicyEntry | null): string {
    if (policy === null) return s('settings.ladder.asAny');
    return policy.origin === 'ADMIN' ? s('settings.changed') : '';
  }
  return (
    <div className={classes.columns}>
      <EntryList entries={entries} open={open} onSelect={onSelect} />
      <div className={classes.editor}>
        {own(open) === null && <Notice kind="info">{s('settings.ladder.none')}</Notice>}
        <PolicyEditor key={begun.id} policy={begun} onSaved={again} />
      </div>
    </div>
  );
}

/** A ladder that was withdrawn has no step left. */
function isWithdrawn({ value }: PolicyEntry): boolean {
  if (value.__typename !== 'LadderPolicy') return false;
  return value.urgent.length + value.important.length + value.general.length === 0;
}

/** What a kind without a ladder of its own begins with: the one that holds for it now. */
function beginning(key: string, policies: readonly PolicyEntry[], general: PolicyEntry | null): PolicyEntry {
  const value = general?.value ?? { __typename: 'LadderPolicy', urgent: [], important: [], general: [] };
  const withdrawn = policies.find((policy) => policy.key === key);
  return withdrawn === undefined ? unwritten('LADDER', key, value) : { ...withdrawn, value };
}
