import { PolicyField } from './policy-field.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

/** What the form of a kind is given. */
export interface FormProps {
  editor: PolicyEditor;
  /** The key of the policy. */
  policyKey: string;
}

/** The fields of most policies: under headings, one after the other. */
export function FormFieldGroups({ editor }: FormProps) {
  const s = useSettingsT();
  const words = useWords();
  const { draft, shape, issues } = editor;
  const groups = [...new Set(shape.map(({ group }) => group))];
  return groups.map((group) => (
    <fieldset key={group ?? ''} className={classes.group}>
      {group !== undefined && <legend>{s(group)}</legend>}
      {shape
        .filter((field) => field.group === group)
        .map((field) => (
          <PolicyField
            key={field.name}
            field={field}
            fields={draft.fields}
            label={words.label(field)}
            error={issues[field.name]}
            onChange={(value) => editor.set(field.name, value)}
          />
        ))}
    </fieldset>
  ));
}
