import { Button, Checkbox, MultiSelect } from '@mantine/core';
import { DurationField } from '../duration-field.tsx';
import { issueAt } from '../form-list.ts';
import { PeopleSelect, ladderRoleKey } from '../people-select.tsx';
import { RowTools } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { useCategoryChoices } from '../use-category-choices.ts';
import { useMoveKeys } from '../use-move-keys.ts';
import { useSettingsT } from '../use-settings-t.ts';
import classes from './ladder-editor.module.css';
import { LADDER_ROLES } from './ladder-form.ts';
import type { StepRow as Step } from './ladder-form.ts';

interface Props {
  step: Step;
  at: number;
  of: number;
  /** What is wrong, by place. */
  issues: Partial<Record<string, string>>;
  /** The place of this step: `urgent.0`. */
  place: string;
  onChange: (change: Partial<Step>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** A step of a ladder: when, whom, and for which complaints. */
export function StepRow({ step, at, of, issues, place, onChange, onMove, onRemove }: Props) {
  const s = useSettingsT();
  const row = useMoveKeys(onMove);
  const categories = useCategoryChoices(step.categories ?? []);
  const roles = LADDER_ROLES.map((value) => ({ value, label: s(ladderRoleKey(value)) }));
  const gone = step.members.filter(({ isActive }) => !isActive).map(({ name }) => name);
  // What is wrong with the step as a whole is said where it is mended: at whom it names.
  const whole = issues[place];
  return (
    <li ref={row} className={rows.row}>
      <div className={classes.step}>
        <DurationField
          label={s('settings.ladder.after')}
          value={step.after}
          runsIn="ALWAYS"
          error={issues[`${place}.afterMinutes`]}
          onChange={(after) => onChange({ after })}
        />
        <PeopleSelect
          label={s('settings.ladder.who')}
          parts={{ group: s('settings.people.roles'), choices: roles, chosen: step.roles }}
          people={step.members}
          error={issueAt(issues, `${place}.members`) ?? issueAt(issues, `${place}.roles`) ?? whole}
          onChange={({ parts, people }) => onChange({ roles: parts, members: people })}
        />
        {gone.length > 0 && (
          <p className={`${rows.note} ${classes.wide}`}>
            {s('settings.ladder.gone', { names: gone.join(s('settings.ladder.and')) })}
          </p>
        )}
        <div className={`${classes.extras} ${classes.wide}`}>
          <Checkbox
            label={s('settings.ladder.supervise')}
            checked={step.supervise}
            onChange={(event) => onChange({ supervise: event.currentTarget.checked })}
          />
          {step.categories === null && (
            <Button type="button" size="compact-sm" variant="subtle" onClick={() => onChange({ categories: [] })}>
              {s('settings.ladder.limit')}
            </Button>
          )}
        </div>
        {step.categories !== null && (
          <MultiSelect
            className={classes.wide ?? ''}
            label={s('settings.ladder.categories')}
            description={s('settings.ladder.categoriesHint')}
            data={categories}
            value={step.categories}
            error={issueAt(issues, `${place}.onlyCategories`)}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': s('settings.ladder.everything') }}
            onClear={() => onChange({ categories: null })}
            comboboxProps={{ shadow: 'md' }}
            onChange={(codes) => onChange({ categories: codes })}
          />
        )}
      </div>
      <RowTools name={s('settings.ladder.step', { n: at + 1 })} at={at} of={of} onMove={onMove} onRemove={onRemove} />
    </li>
  );
}
