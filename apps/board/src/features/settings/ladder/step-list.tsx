import { Button } from '@mantine/core';
import { useT } from '../../../i18n/use-t.ts';
import type { FormProps } from '../form-field-groups.tsx';
import { listOf, listText, withChange, withMove, withRow } from '../form-list.ts';
import { AddRow } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { useSettingsT } from '../use-settings-t.ts';
import { LADDER_PARTS, SEVERITY_KEYS, newStep } from './ladder-form.ts';
import type { LadderPart, StepRow as Step } from './ladder-form.ts';
import { StepRow } from './step-row.tsx';

interface Props extends Pick<FormProps, 'editor'> {
  part: LadderPart;
  steps: readonly Step[];
}

/** The steps of one severity. */
export function StepList({ part, steps, editor }: Props) {
  const t = useT();
  const s = useSettingsT();
  const { draft, issues } = editor;
  const set = (list: readonly Step[]) => editor.set(part, JSON.stringify(list));
  const others = LADDER_PARTS.filter((other) => other !== part && listOf(draft.fields, other).length > 0);
  const whole = Object.keys(issues).some((place) => place.startsWith(`${part}.`)) ? undefined : issues[part];
  return (
    <div className={rows.part}>
      {whole !== undefined && (
        <p role="alert" className={rows.wrong}>
          {whole}
        </p>
      )}
      <ol className={rows.rows}>
        {steps.map((step, i) => (
          <StepRow
            key={step.id}
            step={step}
            at={i}
            of={steps.length}
            issues={issues}
            place={`${part}.${i}`}
            onChange={(change) => set(withChange(steps, step.id, change))}
            onMove={(by) => set(withMove(steps, step.id, by))}
            onRemove={() => set(steps.filter(({ id }) => id !== step.id))}
          />
        ))}
      </ol>
      <div className={rows.add}>
        <AddRow label={s('settings.ladder.add')} onAdd={() => set(withRow(steps, newStep(steps.at(-1), t)))} />
        {others.map((other) => (
          <Button
            key={other}
            type="button"
            size="compact-sm"
            variant="subtle"
            onClick={() => editor.set(part, listText(listOf<Step>(draft.fields, other)))}
          >
            {s('settings.ladder.copy', { name: t(SEVERITY_KEYS[other]) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
