import { useState } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useViewer } from '../../../app/viewer.tsx';
import { useT } from '../../../i18n/use-t.ts';
import type { FormProps } from '../form-field-groups.tsx';
import { listOf } from '../form-list.ts';
import { useCategoryName } from '../use-category-choices.ts';
import { useSettingsT } from '../use-settings-t.ts';
import classes from './ladder-editor.module.css';
import { LADDER_PARTS, SEVERITY_KEYS } from './ladder-form.ts';
import type { LadderPart, StepRow } from './ladder-form.ts';
import { sentenceOfRows } from './ladder-words.ts';
import { StepList } from './step-list.tsx';

/** What a ladder means for each severity, in one line; opened by who may change it, the steps that make it up. */
export function LadderEditor({ editor }: FormProps) {
  const t = useT();
  const s = useSettingsT();
  const nameOf = useCategoryName();
  const mayKeep = useViewer().permissions.settings;
  const [opened, setOpened] = useState<readonly LadderPart[]>(['urgent']);
  const { draft, issues } = editor;
  const toggle = (part: LadderPart) =>
    setOpened(opened.includes(part) ? opened.filter((other) => other !== part) : [...opened, part]);
  return LADDER_PARTS.map((part) => {
    const steps = listOf<StepRow>(draft.fields, part);
    const wrong = Object.keys(issues).some((place) => place === part || place.startsWith(`${part}.`));
    // What is to be mended is in sight.
    const open = wrong || opened.includes(part);
    const Chevron = open ? IconChevronDown : IconChevronRight;
    return (
      <section key={part} className={classes.part} aria-label={t(SEVERITY_KEYS[part])}>
        <h3 className={classes.heading}>
          {mayKeep ? (
            <button
              type="button"
              className={classes.toggle}
              aria-expanded={open}
              disabled={wrong}
              onClick={() => toggle(part)}
            >
              <Chevron size={16} aria-hidden />
              {t(SEVERITY_KEYS[part])}
            </button>
          ) : (
            t(SEVERITY_KEYS[part])
          )}
        </h3>
        <p className={classes.told}>
          {steps.length === 0 ? s('settings.ladder.empty') : sentenceOfRows(steps, nameOf, t)}
        </p>
        {open && mayKeep && <StepList part={part} steps={steps} editor={editor} />}
      </section>
    );
  });
}
