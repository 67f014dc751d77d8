import type { FieldChange } from './changed-fields.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** What changed, a line for each field: from what to what. */
export function ChangeList({ changes }: { changes: readonly FieldChange[] }) {
  const s = useSettingsT();
  const words = useWords();
  return changes.map(({ field, from, to }) => (
    <div key={field.name} className={classes.change}>
      {[field.group && s(field.group), words.label(field)].filter(Boolean).join(' · ')}: {words.value(field, from)} →{' '}
      {words.value(field, to)}
    </div>
  ));
}
